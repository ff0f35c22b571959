import { type ReactNode, useEffect, useRef, useState } from 'react';
import { listAllowedReports, type ReportEntry, type ReportId } from '../../../shared/reports/report-catalogue';
import { permissionSets } from '../../../shared/domain/permissions';
import type { Officer } from '../../../shared/domain/officer';
import { ChoiceList, EmptyState, t } from '../../ui';
import { OneReport } from './OneReport';
import type { ReportsState } from './use-report-desk';
import './reports.css';

interface ReportsViewProps {
  readonly officer: Officer;
  readonly reports: ReportsState;
  /** The register and its addenda have a tab of their own. */
  readonly onRegister: () => void;
}

function describeEntry({ about, personal }: ReportEntry): string {
  return personal ? `${t(about)} · ${t('reportScreen.personal')}` : t(about);
}

function ReportList({
  entries,
  last,
  onTake,
}: {
  readonly entries: readonly ReportEntry[];
  readonly last: ReportId | null;
  readonly onTake: (id: ReportId) => void;
}): ReactNode {
  const [marked, setMarked] = useState<string | null>(last);
  const ref = useRef<HTMLDivElement>(null);
  const isComingBack = last !== null;
  useEffect(() => {
    if (isComingBack) ref.current?.querySelector<HTMLElement>('[role=option][aria-selected=true]')?.focus();
  }, [isComingBack]);
  return (
    <div className="report-list" ref={ref}>
      <p className="muted text-small">{t('reportScreen.listHint')}</p>
      <ChoiceList
        label={t('reportScreen.list')}
        items={entries.map((entry) => ({ id: entry.id, text: t(entry.title), detail: describeEntry(entry) }))}
        value={marked}
        onChange={setMarked}
        onTake={(id) => {
          const found = entries.find((entry) => entry.id === id);
          if (found) onTake(found.id);
        }}
      />
    </div>
  );
}

/** Every report this officer may make: a list, and the one that was taken from it. */
export function ReportsView({ officer, reports, onRegister }: ReportsViewProps): ReactNode {
  const [last, setLast] = useState<ReportId | null>(reports.selected);
  const entries = listAllowedReports(permissionSets[officer.role]);
  const entry = entries.find(({ id }) => id === reports.selected);
  if (entries.length === 0) {
    return (
      <EmptyState icon="lock" title={t('reportScreen.noReports')}>
        {t('reportScreen.noReportsHint')}
      </EmptyState>
    );
  }
  const take = (id: ReportId): void => {
    setLast(id);
    if (id === 'register' || id === 'addendum') onRegister();
    else reports.select(id);
  };
  if (!entry) return <ReportList entries={entries} last={last} onTake={take} />;
  return (
    <OneReport
      key={entry.id}
      entry={entry}
      reports={reports}
      onBack={() => {
        reports.select(null);
      }}
    />
  );
}
