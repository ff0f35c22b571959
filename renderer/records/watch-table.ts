import type { Instant } from '../../shared/base/time';
import { joinApologyDay, type ApologyDay } from '../../shared/domain/apology-day';
import type { ApprovalRow } from '../../shared/domain/approval-list';
import type { CalendarEntry } from '../../shared/domain/calendar-rows';
import { buildDeadlineHistory, type DeadlineHistory } from '../../shared/domain/deadline-history';
import type { DeadlineRules } from '../../shared/domain/deadline-rules';
import type { DossierState } from '../../shared/domain/dossier-state';
import { joinLateLists, type LateLists, type LatePeriod } from '../../shared/domain/late-lists';
import type { Reference, ReferencePackage } from '../../shared/domain/reference-package';
import { planDaysOff, simulateChange, type SimulatedMove } from '../../shared/domain/simulate-change';
import {
  createRulesFinder,
  watchDossier,
  type RulesFinder,
  type StepDue,
  type WatchedDossier,
} from '../../shared/domain/watched-dossier';
import { buildDateRules } from './date-rules';

/** Rules to watch dossiers under; `key` names them: another key, and every dossier is looked at anew. */
export interface WatchStart {
  readonly key: string;
  readonly reference: Reference;
  readonly packages: readonly ReferencePackage[];
  readonly ownUnits: readonly string[];
}

/** An online submission nobody has accepted or answered. */
export type WaitingSubmission = Pick<WatchedDossier, 'dossierId' | 'code' | 'procedureCode'> & {
  readonly acceptBy: Instant;
};

/** What the leader's screens show. No name of a citizen is in it: these are read for the rows on the screen. */
export interface WatchReport {
  readonly dossiers: number;
  /** Open ones this device holds no rules for: they are late nowhere, and that says nothing. */
  readonly unjudged: number;
  readonly late: LateLists;
  /** By the instant they must be accepted. */
  readonly waiting: readonly WaitingSubmission[];
  readonly apologies: ApologyDay;
  /** Newest first. */
  readonly approvals: readonly ApprovalRow[];
  /** Step of the internal process by dossier. */
  readonly steps: ReadonlyMap<string, StepDue>;
}

/** Answer of a simulation, earliest new date first; the trace stays in the worker. */
export interface SimulatedMoves {
  readonly checked: number;
  readonly moved: readonly (Pick<SimulatedMove, 'id' | 'from' | 'to' | 'waitingFor'> & { readonly code: string })[];
}

interface Entry {
  readonly row: WatchedDossier;
  /** Kept for what-if questions, while the dossier is open. */
  readonly open: { readonly history: DeadlineHistory; readonly rules: DeadlineRules } | null;
}

/** The watched dossiers of a unit. Rebuildable, and gone with the worker that holds it. */
export interface WatchTable {
  readonly entries: Map<string, Entry>;
  key: string;
  /** Every change up to this journal line is in it; 0 while it is not complete. */
  line: number;
  under: { readonly find: RulesFinder; readonly ownUnits: readonly string[] } | undefined;
}

/** An empty table without rules. */
export function newWatchTable(): WatchTable {
  return { entries: new Map(), key: '', line: 0, under: undefined };
}

/** See `watchOpen`. */
export function openWatchTable(table: WatchTable, start: WatchStart): number {
  if (table.under !== undefined && table.key === start.key) return table.line;
  const { key, reference, packages, ownUnits } = start;
  const find = createRulesFinder({ dates: buildDateRules(reference, packages), ownUnits });
  table.entries.clear();
  table.key = key;
  table.line = 0;
  table.under = { find, ownUnits };
  return 0;
}

/** Puts a dossier as it stands at `now`. */
export function putWatched(table: WatchTable, state: DossierState, now: Instant): void {
  if (table.under === undefined) return;
  const { find, ownUnits } = table.under;
  const row = watchDossier(state, { ownUnits }, { now, find });
  if (row === undefined) {
    table.entries.delete(state.dossierId);
    return;
  }
  const rules = row.isOpen && row.endedAt === null ? find(state)?.rules : undefined;
  table.entries.set(row.dossierId, { row, open: rules ? { history: buildDeadlineHistory(state), rules } : null });
}

/** See `watchStale`. */
export function listStale({ entries }: WatchTable, now: Instant): string[] {
  return [...entries.values()].flatMap(({ row }) => {
    return row.turnsAt !== null && row.turnsAt <= now ? [row.dossierId] : [];
  });
}

function listWaiting(rows: readonly WatchedDossier[]): readonly WaitingSubmission[] {
  return rows
    .flatMap(({ dossierId, code, procedureCode, acceptBy }) => {
      return acceptBy === null ? [] : [{ dossierId, code, procedureCode, acceptBy }];
    })
    .sort((a, b) => a.acceptBy - b.acceptBy);
}

/** See `watchReport`. */
export function reportWatched(
  table: WatchTable,
  { period, line }: { readonly period: LatePeriod; readonly line: number },
): WatchReport {
  table.line = line;
  const rows = [...table.entries.values()].map((entry) => entry.row);
  return {
    dossiers: rows.length,
    unjudged: rows.filter((row) => row.isOpen && !row.isJudged).length,
    late: joinLateLists(
      rows.map((row) => row.late),
      period,
    ),
    waiting: listWaiting(rows),
    apologies: joinApologyDay(rows.flatMap((row) => row.apology ?? [])),
    approvals: rows.flatMap((row) => row.approvals).sort((a, b) => b.at - a.at || (a.actId < b.actId ? -1 : 1)),
    steps: new Map(rows.flatMap((row) => (row.step === null ? [] : [[row.dossierId, row.step] as const]))),
  };
}

/** See `watchSimulate`. */
export function simulateDaysOff({ entries }: WatchTable, days: readonly CalendarEntry[]): SimulatedMoves {
  const dossiers = [...entries.values()].flatMap(({ row, open }) => (open ? [{ id: row.dossierId, ...open }] : []));
  const { checked, moved } = simulateChange(dossiers, planDaysOff(days));
  return {
    checked,
    moved: moved
      .map(({ id, from, to, waitingFor }) => ({ id, from, to, waitingFor, code: entries.get(id)?.row.code ?? '' }))
      .sort((a, b) => (a.to ?? 0) - (b.to ?? 0) || (a.id < b.id ? -1 : 1)),
  };
}
