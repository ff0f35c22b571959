import type { LocalDay } from '../base/time';
import { listMembers, type MergingUnits } from './unit-succession';
import { addDays } from './working-calendar-days';

/** A line of a report: the unit it is shown under, and the receiving units whose dossiers count into it. */
export interface ReportGroup {
  readonly unitId: string;
  readonly members: readonly string[];
}

/** A stretch of a report period, both days included, in which the same units existed. */
export interface ReportSpan {
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly groups: readonly ReportGroup[];
}

function listGroups(units: MergingUnits, day: LocalDay): readonly ReportGroup[] {
  return [...units.keys()]
    .map((unitId) => ({ unitId, members: listMembers(units, unitId, day) }))
    .filter((group) => group.members.length > 0);
}

/**
 * Cuts a report period at every merger: II.06a shows A to D−1 and A + B from D (counter reality §1.14). In each span every
 * receiving unit stands in exactly one group. The period is inclusive; one that ends before it begins has no span.
 */
export function listReportSpans(
  units: MergingUnits,
  period: { readonly from: LocalDay; readonly to: LocalDay },
): readonly ReportSpan[] {
  if (period.to < period.from) return [];
  const days = [...units.values()].map((unit) => unit.succession?.from).filter((day) => day !== undefined);
  const inside = days.filter((day) => period.from < day && day <= period.to);
  const starts = [period.from, ...[...new Set(inside)].sort()];
  return starts.map((from, index) => {
    const next = starts[index + 1];
    return { from, to: next === undefined ? period.to : addDays(next, -1), groups: listGroups(units, from) };
  });
}
