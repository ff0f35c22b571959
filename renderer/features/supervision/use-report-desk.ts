import { useMemo, useRef, useState } from 'react';
import { toLocalDay } from '../../../shared/base/time';
import type { Officer } from '../../../shared/domain/officer';
import { can } from '../../../shared/domain/permissions';
import type { Unit } from '../../../shared/domain/unit';
import { reportCatalogue, type ReportFormat, type ReportId } from '../../../shared/reports/report-catalogue';
import type { TableReportId } from '../../../shared/reports/report-data';
import { findReportRules } from '../../../shared/reports/rules-in-force';
import type { ReportProgress } from '../../records/build-report';
import { useReference } from '../../records/reference.store';
import { useSession } from '../../session.store';
import { useActRules } from '../../use-office';
import { useNow } from '../../ui';
import { presetParams, type ReportDesk, type ReportParams } from './report-params';
import { readReport, type ReadReport, type ReadReportFailure, type ReportAsker } from './read-report';
import { cancelExport, exportReport, noteReportAccess, type ReportExport } from './reports.commands';

const NOW_MS = 60_000;

/** A report that was made, with what it was made by. */
export interface MadeReport {
  readonly id: TableReportId;
  readonly params: ReportParams;
  readonly read: ReadReport;
}

/** Everything of the reports tab that must outlive a look at another tab or screen. */
export interface ReportsState {
  readonly selected: ReportId | null;
  readonly select: (id: ReportId | null) => void;
  readonly params: ReportParams;
  readonly setParams: (params: ReportParams) => void;
  readonly preset: ReportDesk;
  readonly made: MadeReport | undefined;
  readonly making: ReportProgress | undefined;
  readonly failure: ReadReportFailure | undefined;
  readonly make: (id: TableReportId) => Promise<void>;
  readonly stop: () => void;
  readonly exporting: { readonly done: number; readonly of: number } | undefined;
  readonly exported: ReportExport | undefined;
  readonly runExport: (formats: readonly ReportFormat[]) => Promise<void>;
  readonly stopExport: () => void;
  readonly dismissExport: () => void;
}

/** Usual values for whoever sits here. */
function usePreset(officer: Officer | null, unit: Unit | null): ReportDesk {
  const counterId = useSession((session) => session.counter?.id ?? '');
  const officers = useSession((session) => session.status?.officers);
  const rules = useReference((known) => known.reference?.rules);
  const { sets } = useActRules();
  const today = toLocalDay(useNow(NOW_MS));
  return useMemo(
    () => ({
      today,
      startDay: findReportRules(rules ?? {}).periodStartDay,
      unit: { id: unit?.id ?? '', name: unit?.name ?? '' },
      counterId,
      seesAll: officer !== null && can(officer.role, 'supervise', sets),
      postalStaff: officers?.filter(({ role }) => role === 'postalOfficer').length ?? 0,
    }),
    [today, rules, unit, counterId, officer, officers, sets],
  );
}

function useAsker(): ReportAsker | null {
  const { officer, unit, counter, practice, status } = useSession();
  if (officer === null || unit === null || counter === null) return null;
  const officers = (status?.officers ?? []).map(({ officerId, name }) => [officerId, name] as const);
  return { unit, counterId: counter.id, name: officer.name, practice, officers };
}

/** Making of one report at a time; the last one stays until the next is there or another kind is chosen. */
function useMaking(asker: ReportAsker | null) {
  const [made, setMade] = useState<MadeReport>();
  const [making, setMaking] = useState<ReportProgress>();
  const [failure, setFailure] = useState<ReadReportFailure>();
  const running = useRef<AbortController>(undefined);
  const shown = useRef<ReadReport>(undefined);
  const drop = (): void => {
    running.current?.abort();
    shown.current?.close();
    shown.current = undefined;
    setMade(undefined);
    setFailure(undefined);
  };
  const make = async (id: TableReportId, params: ReportParams): Promise<void> => {
    if (asker === null) return;
    running.current?.abort();
    const run = new AbortController();
    running.current = run;
    setFailure(undefined);
    setMaking({ read: 0, all: 0 });
    const how = { signal: run.signal, onProgress: setMaking };
    const now = Date.now();
    const answer = await readReport({ id, params, now }, asker, how);
    if (running.current !== run) {
      if (answer.ok) answer.value.close();
      return;
    }
    setMaking(undefined);
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    shown.current?.close();
    shown.current = answer.value;
    setMade({ id, params, read: answer.value });
    if (reportCatalogue.find((entry) => entry.id === id)?.personal === true) {
      noteReportAccess(answer.value.report, { day: toLocalDay(now), counterId: asker.counterId });
    }
  };
  return { made, making, failure, make, drop, stop: () => running.current?.abort() };
}

/** Export of the report on the screen; it goes on while the officer works elsewhere. */
function useExport() {
  const [exporting, setExporting] = useState<ReportsState['exporting']>();
  const [exported, setExported] = useState<ReportExport>();
  const run = async (made: MadeReport, formats: readonly ReportFormat[]): Promise<void> => {
    setExported(undefined);
    setExporting({ done: 0, of: formats.length });
    const outcome = await exportReport(made.read.report, formats, setExporting);
    setExporting(undefined);
    setExported(outcome);
  };
  const dismiss = (): void => {
    setExported(undefined);
  };
  return { exporting, exported, run, dismiss };
}

/** See {@link ReportsState}. */
export function useReportDesk(): ReportsState {
  const { officer, unit } = useSession();
  const preset = usePreset(officer, unit);
  const [selected, setSelected] = useState<ReportId | null>(null);
  const [typed, setTyped] = useState<ReportParams>();
  const { made, making, failure, make, drop, stop } = useMaking(useAsker());
  const files = useExport();
  const params = typed ?? presetParams(preset);
  return {
    selected,
    select: (id) => {
      if (id !== null && id !== selected) {
        drop();
        files.dismiss();
      }
      setSelected(id);
    },
    params,
    setParams: setTyped,
    preset,
    made,
    making,
    failure,
    make: (id) => make(id, params),
    stop,
    exporting: files.exporting,
    exported: files.exported,
    runExport: async (formats) => {
      if (made !== undefined) await files.run(made, formats);
    },
    stopExport: () => void cancelExport(),
    dismissExport: files.dismiss,
  };
}
