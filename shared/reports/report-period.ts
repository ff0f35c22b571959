import { formatDay, fromLocal, type Instant, type LocalDay } from '../base/time';
import type { ReportRules } from '../domain/report-rules';
import { addDays, addMonths } from '../domain/working-calendar-days';
import { fillText } from '../text/message';
import { vi } from '../text/vi';

const words = vi.reports.period;

/** Length of a named period. */
export type PeriodKind = 'month' | 'quarter' | 'halfYear' | 'year';

/** Days of a report, both included. `name`: "Tháng 03/2026"; empty for days chosen by hand. */
export interface ReportPeriod {
  readonly name: string;
  readonly from: LocalDay;
  readonly to: LocalDay;
}

/** Instants of a period, both included. The end is never later than the making of the report. */
export interface PeriodBounds {
  readonly start: Instant;
  readonly end: Instant;
}

const monthsOf: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 };

function nameOf(kind: PeriodKind, year: number, index: number): string {
  return fillText(words[kind], { year, index: kind === 'month' ? String(index).padStart(2, '0') : index });
}

/**
 * The n-th period of a year (`index` from 1). With a start on the 15th March runs from 15/02 to 14/03 and the year from 15/12
 * of the year before to 14/12 (NĐ 09/2019/NĐ-CP art. 12; provisional); with a start on the 1st they are calendar periods.
 */
export function decidePeriod(
  wanted: { readonly kind: PeriodKind; readonly year: number; readonly index: number },
  rules: Pick<ReportRules, 'periodStartDay'>,
): ReportPeriod {
  const { kind, year, index } = wanted;
  const start = rules.periodStartDay;
  const months = monthsOf[kind];
  const january = `${String(year).padStart(4, '0')}-01-${String(start).padStart(2, '0')}`;
  const firstMonth = (index - 1) * months - (start === 1 ? 0 : 1);
  const from = addMonths(january, firstMonth).day;
  return { name: nameOf(kind, year, index), from, to: addDays(addMonths(january, firstMonth + months).day, -1) };
}

/** The period of a kind that a day belongs to: 15 March is in the period of April. */
export function findPeriod(kind: PeriodKind, day: LocalDay, rules: Pick<ReportRules, 'periodStartDay'>): ReportPeriod {
  const year = Number(day.slice(0, 4));
  const months = monthsOf[kind];
  for (const one of [year, year + 1]) {
    for (let index = 1; index <= 12 / months; index += 1) {
      const period = decidePeriod({ kind, year: one, index }, rules);
      if (period.from <= day && day <= period.to) return period;
    }
  }
  throw new Error('findPeriod: periods leave out a day');
}

/** Days chosen by hand. */
export function periodOfDays(from: LocalDay, to: LocalDay): ReportPeriod {
  return { name: '', from, to };
}

/** "Kỳ báo cáo: Tháng 03/2026 (Từ ngày 15/02/2026 đến ngày 14/03/2026)". */
export function describePeriod({ name, from, to }: ReportPeriod): string {
  return fillText(name === '' ? words.days : words.named, { name, from: formatDay(from), to: formatDay(to) });
}

/** Instants of a period. `now`: the making of the report; what is later has not happened. */
export function boundsOf({ from, to }: ReportPeriod, now: Instant): PeriodBounds {
  return { start: fromLocal(from, '00:00'), end: Math.min(now, fromLocal(addDays(to, 1), '00:00') - 1) };
}

/** Whether an instant lies in a period. */
export function isWithin(at: Instant | null, { start, end }: PeriodBounds): at is Instant {
  return at !== null && at >= start && at <= end;
}

/** `2026-02-15_2026-03-14` for file names. */
export function markPeriod({ from, to }: ReportPeriod): string {
  return from === to ? from : `${from}_${to}`;
}
