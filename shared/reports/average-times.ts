import { workingTimeBetween } from '../domain/deadline-clock';
import { endOf } from './fact-standing';
import { compareNames, groupBy, idsOf, shareOf, sumOf, type Ids } from './figure';
import { isWithin, type PeriodBounds } from './report-period';
import type { ReportFact } from './report-fact';

/** Average handling time of a procedure in working hours (element 2.2 of QĐ 766: shown, without points). */
export interface AverageTime {
  readonly procedureCode: string;
  /** Dossiers that ended in the period and whose calendar is known here. */
  readonly ended: Ids;
  readonly hours: number | null;
}

/** Average times of a period by procedure, from reception to end, pauses included. */
export function buildAverageTimes(facts: readonly ReportFact[], bounds: PeriodBounds): readonly AverageTime[] {
  const timed = facts.flatMap((fact) => {
    const end = endOf(fact);
    const { receivedAt } = fact.history;
    if (!isWithin(end, bounds) || receivedAt === null || fact.rules === null) return [];
    const { calendar } = fact.rules;
    return [{ ...fact, hours: workingTimeBetween(calendar, receivedAt, end) / 3_600_000 }];
  });
  return [...groupBy(timed, ({ procedureCode }) => procedureCode)]
    .sort(([a], [b]) => compareNames(a, b))
    .map(([procedureCode, own]) => ({
      procedureCode,
      ended: idsOf(own),
      hours: shareOf(sumOf(own.map(({ hours }) => hours)), own.length),
    }));
}
