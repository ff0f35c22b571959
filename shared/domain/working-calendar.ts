import { toLocalDay, type Instant, type LocalDay } from '../base/time';
import type { CalendarEntry, CalendarRows, Session } from './procedure';
import {
  addDays,
  arrangeSessions,
  atTimeOfDay,
  timeOfDay,
  toDayNumber,
  weekdayOf,
  type DayStretch,
} from './working-calendar-days';

/** Weekend days have no row in a calendar, yet a trace names every day it skips: their names are data as well. */
const weekendNames = new Map([
  [5, 'Thứ bảy'],
  [6, 'Chủ nhật'],
]);

/** What the calendar knows of one day. */
export interface DayFacts {
  readonly day: LocalDay;
  readonly works: boolean;
  /** Name of the exception as in the calendar, e.g. "Tết Nguyên đán", or of the weekend day; empty on ordinary weekdays. */
  readonly name: string;
  /** A weekend day worked in exchange. */
  readonly swapped: boolean;
  /** Rests on an unconfirmed entry, or on a year the calendar does not hold. */
  readonly provisional: boolean;
}

/** A weekday off (-1) or a weekend day worked (+1), with the sum of all earlier ones: counting needs no walk. */
export interface Exception {
  readonly dayNumber: number;
  readonly sumThrough: number;
}

/**
 * Two calendars of one unit: working time (when limits run) and opening hours (when we receive). Both follow the same
 * days off; a unit that receives outside working time moves no limit.
 */
export interface WorkingCalendar {
  readonly years: ReadonlySet<number>;
  readonly entries: ReadonlyMap<LocalDay, CalendarEntry>;
  readonly workingTime: readonly DayStretch[];
  readonly openingHours: readonly DayStretch[];
  readonly exceptions: readonly Exception[];
}

function sumExceptions(entries: ReadonlyMap<LocalDay, CalendarEntry>): readonly Exception[] {
  const changes = [...entries.values()]
    .map((entry) => ({ dayNumber: toDayNumber(entry.day), change: entry.type === 'working' ? 1 : -1 }))
    .filter(({ dayNumber, change }) => weekdayOf(dayNumber) >= 5 === change > 0)
    .sort((a, b) => a.dayNumber - b.dayNumber);
  const sums: Exception[] = [];
  for (const { dayNumber, change } of changes) {
    sums.push({ dayNumber, sumThrough: (sums.at(-1)?.sumThrough ?? 0) + change });
  }
  return sums;
}

/**
 * Builds the calendar of a unit. When a day is listed twice the later row counts.
 * Throws when no session is left: `buildReference` refuses such a unit before.
 */
export function buildWorkingCalendar(
  rows: CalendarRows,
  workingTime: readonly Session[],
  openingHours: readonly Session[],
): WorkingCalendar {
  const entries = new Map(rows.entries.map((entry) => [entry.day, entry]));
  const calendar = {
    years: new Set(rows.years),
    entries,
    workingTime: arrangeSessions(workingTime),
    openingHours: arrangeSessions(openingHours),
    exceptions: sumExceptions(entries),
  };
  if (calendar.workingTime.length === 0 || calendar.openingHours.length === 0) {
    throw new Error('buildWorkingCalendar: a unit without working time');
  }
  return calendar;
}

/** What kind of day it is, and whether that is sure. */
export function describeDay(calendar: WorkingCalendar, day: LocalDay): DayFacts {
  const entry = calendar.entries.get(day);
  const weekendName = weekendNames.get(weekdayOf(toDayNumber(day)));
  const works = entry ? entry.type === 'working' : weekendName === undefined;
  return {
    day,
    works,
    name: entry?.name ?? weekendName ?? '',
    swapped: works && weekendName !== undefined,
    provisional: (entry?.provisional ?? false) || !calendar.years.has(Number(day.slice(0, 4))),
  };
}

/** First working day after `day`. */
export function nextWorkingDay(calendar: WorkingCalendar, day: LocalDay): LocalDay {
  let next = addDays(day, 1);
  while (!describeDay(calendar, next).works) next = addDays(next, 1);
  return next;
}

/** Why a reception does not start the clock at once. */
export type MoveReason = 'beforeOpening' | 'lunch' | 'afterClosing' | 'dayOff';

/** The first instant of working time at or after `at`, and why it is later. A session includes its start, not its end. */
export function findWorkingStart(
  calendar: WorkingCalendar,
  at: Instant,
): { readonly at: Instant; readonly why: MoveReason | null } {
  const day = toLocalDay(at);
  const time = timeOfDay(at);
  const opening = calendar.workingTime[0]?.from ?? 0;
  if (!describeDay(calendar, day).works) {
    return { at: atTimeOfDay(nextWorkingDay(calendar, day), opening), why: 'dayOff' };
  }
  if (calendar.workingTime.some((stretch) => stretch.from <= time && time < stretch.to)) return { at, why: null };
  const next = calendar.workingTime.find((stretch) => time < stretch.from);
  if (next) return { at: atTimeOfDay(day, next.from), why: time < opening ? 'beforeOpening' : 'lunch' };
  return { at: atTimeOfDay(nextWorkingDay(calendar, day), opening), why: 'afterClosing' };
}

/** Closing time of a working day. */
export function closingOf(calendar: WorkingCalendar, day: LocalDay): Instant {
  return atTimeOfDay(day, calendar.workingTime.at(-1)?.to ?? 0);
}

/** Whether the counter receives at this instant (opening hours, not working time). */
export function isOpen(calendar: WorkingCalendar, at: Instant): boolean {
  const time = timeOfDay(at);
  return (
    describeDay(calendar, toLocalDay(at)).works &&
    calendar.openingHours.some((stretch) => stretch.from <= time && time < stretch.to)
  );
}
