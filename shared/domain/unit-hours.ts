import type { LocalDay } from '../base/time';
import type { UnitDay, UnitHours, WeekdayHours } from './unit';
import { arrangeSessions, type DayStretch } from './working-calendar-days';

/** Both calendars of one day: when limits run, and when the counter receives. Empty: not at all. */
export interface DayHours {
  readonly workingTime: readonly DayStretch[];
  readonly openingHours: readonly DayStretch[];
}

/** A day of this unit alone, with the decision behind it. */
export interface LocalDayHours extends DayHours {
  readonly row: UnitDay;
}

/** Hours of a unit, arranged. `week` has seven days, Monday first. */
export interface ArrangedHours {
  readonly usual: DayHours;
  readonly week: readonly DayHours[];
  readonly localDays: ReadonlyMap<LocalDay, LocalDayHours>;
}

const weekdays: readonly WeekdayHours['weekday'][] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
const FIRST_REST_DAY = 5;
const closed: DayHours = { workingTime: [], openingHours: [] };

function arrange(hours: Pick<UnitHours, 'workingTime' | 'openingHours'>): DayHours {
  return { workingTime: arrangeSessions(hours.workingTime), openingHours: arrangeSessions(hours.openingHours) };
}

/** Sorts out the hours of a unit. When a weekday or a day is listed twice the later row counts. */
export function arrangeUnitHours(unit: UnitHours): ArrangedHours {
  const usual = arrange(unit);
  const special = new Map((unit.weekly ?? []).map((row) => [row.weekday, arrange(row)]));
  return {
    usual,
    week: weekdays.map((weekday, index) => special.get(weekday) ?? (index < FIRST_REST_DAY ? usual : closed)),
    localDays: new Map((unit.localDays ?? []).map((row) => [row.day, { ...arrange(row), row }])),
  };
}

/** Whether limits can run at all: some weekday has working time, and the usual hours are hours. */
export function hasWorkingTime(unit: UnitHours): boolean {
  const { usual, week } = arrangeUnitHours(unit);
  return (
    usual.workingTime.length > 0 && usual.openingHours.length > 0 && week.some((day) => day.workingTime.length > 0)
  );
}
