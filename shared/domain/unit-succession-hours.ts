import { toLocalTime, type LocalDay } from '../base/time';
import type { CalendarRows } from './calendar-rows';
import type { Session, Unit, UnitDay, UnitHours } from './unit';
import { buildUnitCalendar, describeDay, workingStretches, type WorkingCalendar } from './working-calendar';
import { addDays, atTimeOfDay, type DayStretch } from './working-calendar-days';

/** Longest stretch before a merger whose hours are kept apart, in days: no limit reaches further back. */
const DAYS_BACK = 400;

function toSessions(day: LocalDay, stretches: readonly DayStretch[]): Session[] {
  return stretches.map(({ from, to }) => ({
    from: toLocalTime(atTimeOfDay(day, from)),
    to: toLocalTime(atTimeOfDay(day, to)),
  }));
}

function isSame(a: readonly DayStretch[], b: readonly DayStretch[]): boolean {
  return a.length === b.length && a.every((part, index) => part.from === b[index]?.from && part.to === b[index].to);
}

function keepDay(day: LocalDay, calendar: WorkingCalendar, of: { name: string; act: string }): UnitDay {
  const { name, decisionNo, provisional } = describeDay(calendar, day);
  const workingTime = toSessions(day, workingStretches(calendar, day));
  return {
    day,
    name: name === '' ? of.name : name,
    decisionNo: decisionNo ?? of.act,
    workingTime,
    // Nobody is received in the past: only the time that limits ran matters.
    openingHours: workingTime,
    ...(provisional ? { provisional } : {}),
  };
}

/**
 * Hours by which the open dossiers of a merged unit run: its own up to the day before the merger, the successor's from then
 * on (counter reality §1.14). Days on which both have the same working time need no word; the others become days of the unit
 * alone that name the merger, so that the trace explains them. Never reaches further back than 400 days.
 */
export function joinUnitHours(
  rows: CalendarRows,
  merged: Pick<Unit, 'name' | 'succession'> & UnitHours,
  successor: UnitHours,
): UnitHours {
  const { succession } = merged;
  if (!succession) return merged;
  const before = buildUnitCalendar(rows, merged);
  const after = buildUnitCalendar(rows, successor);
  const kept: UnitDay[] = [];
  for (let back = DAYS_BACK; back >= 1; back -= 1) {
    const day = addDays(succession.from, -back);
    if (isSame(workingStretches(before, day), workingStretches(after, day))) continue;
    kept.push(keepDay(day, before, { name: merged.name, act: succession.act }));
  }
  const { workingTime, openingHours, weekly, localDays = [] } = successor;
  const own = localDays.filter((row) => !kept.some(({ day }) => day === row.day));
  return { workingTime, openingHours, ...(weekly ? { weekly } : {}), localDays: [...own, ...kept] };
}
