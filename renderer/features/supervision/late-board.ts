import type { Instant, LocalDay } from '../../../shared/base/time';
import type { Channel } from '../../../shared/domain/channel';
import type { LateFigure, LateList, LateReadings, LateRow } from '../../../shared/domain/late-lists';
import { overdueCauses, type OverdueCause } from '../../../shared/domain/overdue-causes';
import type { ReportRules } from '../../../shared/domain/report-rules';
import { findPeriod, type ReportPeriod } from '../../../shared/reports/report-period';
import { addDays } from '../../../shared/domain/working-calendar-days';

/** Periods a figure can be read in; the first is that of today. */
export const periodChoices = ['month', 'previousMonth', 'quarter', 'year'] as const;
/** See {@link periodChoices}. */
export type PeriodChoice = (typeof periodChoices)[number];

/** The days of a choice, as of a day. */
export function choosePeriod(
  choice: PeriodChoice,
  today: LocalDay,
  rules: Pick<ReportRules, 'periodStartDay'>,
): ReportPeriod {
  if (choice !== 'previousMonth') return findPeriod(choice, today, rules);
  return findPeriod('month', addDays(findPeriod('month', today, rules).from, -1), rules);
}

/** Rows of a list that one figure stands for. Null: no narrowing. */
export interface LateFilter {
  readonly reading: keyof LateReadings;
  readonly channel: Channel | null;
  /** `late`: by law; `open`: of these not done; `recordOnly`: in time by law, late only in the books. */
  readonly part: keyof Pick<LateFigure, 'late' | 'open' | 'recordOnly'>;
  readonly cause: OverdueCause | null;
}

/** What is shown first: everything late by law, ever. */
export const firstFilter: LateFilter = { reading: 'cumulative', channel: null, part: 'late', cause: null };

function isOf(row: LateRow, part: LateFilter['part']): boolean {
  if (part === 'recordOnly') return row.lateness === 'recordOnly';
  return row.lateness === 'legal' && (part === 'late' || row.doneAt === null);
}

/** The rows behind a figure: as many as the figure says, unless a cause narrows them. */
export function filterLate(
  rows: readonly LateRow[],
  { reading, channel, part, cause }: LateFilter,
): readonly LateRow[] {
  return rows.filter(
    (row) =>
      isOf(row, part) &&
      (reading === 'cumulative' || row.inPeriod) &&
      (channel === null || row.channel === channel) &&
      (cause === null || row.main === cause),
  );
}

/** Bar of one cause: dossiers, and their share of the longest bar (0 to 1). */
export interface CauseBar {
  readonly cause: OverdueCause;
  readonly count: number;
  readonly length: number;
}

/** Bars of the main causes, longest first. */
export function countMainCauses(rows: readonly LateRow[]): readonly CauseBar[] {
  const counts = overdueCauses.map((cause) => ({ cause, count: rows.filter((row) => row.main === cause).length }));
  const longest = Math.max(1, ...counts.map(({ count }) => count));
  return counts
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ cause, count }) => ({ cause, count, length: count / longest }));
}

/** One line of the table of figures. */
export interface FigureLine extends LateReadings {
  readonly channel: Channel | null;
}

/** All channels together, then each. */
export function listFigures(list: LateList): readonly FigureLine[] {
  const { inPeriod, cumulative, byChannel } = list;
  const channels = (['counter', 'online', 'post'] as const).map((channel) => ({ channel, ...byChannel[channel] }));
  return [{ channel: null, inPeriod, cumulative }, ...channels];
}

/** A share in words with one decimal as written here, e.g. `8,2 %`; empty where there is none: no figure is not a zero. */
export function spellRate(rate: number | null): string {
  return rate === null ? '' : `${(rate * 100).toFixed(1).replace('.', ',')} %`;
}

/** Minutes late by now: an open dossier's time goes on after the list was made. */
export function lateSince(row: Pick<LateRow, 'doneAt' | 'due'>, now: Instant): Instant {
  return row.doneAt ?? now;
}
