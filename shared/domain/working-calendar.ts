import { toLocalDay, type Instant, type LocalDay } from '../base/time';
import type { CalendarEntry, CalendarRows } from './calendar-rows';
import type { Session, UnitHours } from './unit';
import { arrangeUnitHours, hasWorkingTime, type ArrangedHours, type DayHours } from './unit-hours';
import {
  addDays,
  atTimeOfDay,
  lengthOf,
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
const closed: DayHours = { workingTime: [], openingHours: [] };

/** What the calendar knows of one day. */
export interface DayFacts {
  readonly day: LocalDay;
  /** Limits run on it, were it only for one session. */
  readonly works: boolean;
  /** Name of the exception as in the calendar, e.g. "Tết Nguyên đán", or of the weekend day; empty on ordinary weekdays. */
  readonly name: string;
  /** A weekend day worked in exchange, or by a decision of the unit. */
  readonly swapped: boolean;
  /** Rests on an unconfirmed entry, or on a year the calendar does not hold. */
  readonly provisional: boolean;
  /** The calendar of its year is not loaded: its days off are unknown. */
  readonly yearMissing: boolean;
  /** Decision or announcement behind the exception, when the data names it. */
  readonly decisionNo: string | null;
}

/** A day whose working time differs from its weekday's (milliseconds), summed up: counting needs no walk. */
export interface Exception {
  readonly dayNumber: number;
  readonly sumThrough: number;
}

/**
 * Two calendars of one unit: working time (when limits run) and opening hours (when we receive). A unit that receives
 * outside working time, at noon or on Saturday, moves no limit.
 */
export interface WorkingCalendar {
  readonly years: ReadonlySet<number>;
  readonly entries: ReadonlyMap<LocalDay, CalendarEntry>;
  readonly hours: ArrangedHours;
  readonly exceptions: readonly Exception[];
}

type HourSources = Pick<WorkingCalendar, 'entries' | 'hours'>;

/** The unit's own day goes before the country's calendar, that before the weekday's hours. */
function findHours({ entries, hours }: HourSources, day: LocalDay): DayHours {
  const local = hours.localDays.get(day);
  if (local) return local;
  const weekday = weekdayOf(toDayNumber(day));
  const entry = entries.get(day);
  if (entry?.type === 'off') return closed;
  // A weekend day worked in exchange has the usual hours, not those of the Saturday duty.
  if (entry?.type === 'working' && weekendNames.has(weekday)) return hours.usual;
  return hours.week[weekday] ?? closed;
}

function sumExceptions(sources: HourSources): readonly Exception[] {
  const days = [...new Set([...sources.entries.keys(), ...sources.hours.localDays.keys()])].sort();
  const sums: Exception[] = [];
  for (const day of days) {
    const dayNumber = toDayNumber(day);
    const usual = lengthOf(sources.hours.week[weekdayOf(dayNumber)]?.workingTime ?? []);
    const change = lengthOf(findHours(sources, day).workingTime) - usual;
    if (change !== 0) sums.push({ dayNumber, sumThrough: (sums.at(-1)?.sumThrough ?? 0) + change });
  }
  return sums;
}

/**
 * Builds the calendar of a unit. When a day is listed twice the later row counts.
 * Throws when no working time is left: `buildReference` refuses such a unit before.
 */
export function buildUnitCalendar(rows: CalendarRows, unit: UnitHours): WorkingCalendar {
  if (!hasWorkingTime(unit)) throw new Error('buildUnitCalendar: a unit without working time');
  const sources = { entries: new Map(rows.entries.map((entry) => [entry.day, entry])), hours: arrangeUnitHours(unit) };
  return { years: new Set(rows.years), ...sources, exceptions: sumExceptions(sources) };
}

/** The same calendar with one day more off; the unit's own hours of that day no longer count. */
export function withDayOff(calendar: WorkingCalendar, entry: CalendarEntry): WorkingCalendar {
  const localDays = new Map([...calendar.hours.localDays].filter(([day]) => day !== entry.day));
  const entries = new Map([...calendar.entries, [entry.day, { ...entry, type: 'off' as const }]]);
  const sources = { entries, hours: { ...calendar.hours, localDays } };
  return { ...calendar, ...sources, exceptions: sumExceptions(sources) };
}

/** Calendar of a unit that has the same hours Monday to Friday and no days of its own. */
export function buildWorkingCalendar(
  rows: CalendarRows,
  workingTime: readonly Session[],
  openingHours: readonly Session[],
): WorkingCalendar {
  return buildUnitCalendar(rows, { workingTime: [...workingTime], openingHours: [...openingHours] });
}

/** Sessions of working time on a day; none on a day that does not count. */
export function workingStretches(calendar: WorkingCalendar, day: LocalDay): readonly DayStretch[] {
  return findHours(calendar, day).workingTime;
}

/** What kind of day it is, and whether that is sure. */
export function describeDay(calendar: WorkingCalendar, day: LocalDay): DayFacts {
  const entry = calendar.entries.get(day);
  const local = calendar.hours.localDays.get(day)?.row;
  const weekday = weekdayOf(toDayNumber(day));
  const weekendName = weekendNames.get(weekday);
  const works = workingStretches(calendar, day).length > 0;
  const yearMissing = !calendar.years.has(Number(day.slice(0, 4)));
  const usuallyWorks = (calendar.hours.week[weekday]?.workingTime.length ?? 0) > 0;
  return {
    day,
    works,
    name: local?.name ?? entry?.name ?? weekendName ?? '',
    swapped: works && !usuallyWorks,
    provisional: yearMissing || (local ? local.provisional === true : entry?.provisional === true),
    yearMissing,
    decisionNo: local?.decisionNo ?? entry?.decisionNo ?? null,
  };
}

/** First working day after `day`. */
export function nextWorkingDay(calendar: WorkingCalendar, day: LocalDay): LocalDay {
  let next = addDays(day, 1);
  while (workingStretches(calendar, next).length === 0) next = addDays(next, 1);
  return next;
}

/** Opening of working time on a working day. */
function openingOf(calendar: WorkingCalendar, day: LocalDay): Instant {
  return atTimeOfDay(day, workingStretches(calendar, day)[0]?.from ?? 0);
}

/** Closing of working time on a working day. */
export function closingOf(calendar: WorkingCalendar, day: LocalDay): Instant {
  return atTimeOfDay(day, workingStretches(calendar, day).at(-1)?.to ?? 0);
}

/** Why a reception does not start the clock at once. `dutyDay`: the counter was open on a day that does not count. */
export type MoveReason = 'beforeOpening' | 'lunch' | 'afterClosing' | 'dayOff' | 'dutyDay';

/** The first instant of working time at or after `at`, and why it is later. A session includes its start, not its end. */
export function findWorkingStart(
  calendar: WorkingCalendar,
  at: Instant,
): { readonly at: Instant; readonly why: MoveReason | null } {
  const day = toLocalDay(at);
  const time = timeOfDay(at);
  const stretches = workingStretches(calendar, day);
  const [first] = stretches;
  if (!first) {
    const next = openingOf(calendar, nextWorkingDay(calendar, day));
    return { at: next, why: isOpen(calendar, at) ? 'dutyDay' : 'dayOff' };
  }
  if (stretches.some((stretch) => stretch.from <= time && time < stretch.to)) return { at, why: null };
  const next = stretches.find((stretch) => time < stretch.from);
  if (next) return { at: atTimeOfDay(day, next.from), why: time < first.from ? 'beforeOpening' : 'lunch' };
  return { at: openingOf(calendar, nextWorkingDay(calendar, day)), why: 'afterClosing' };
}

/** `at` when it lies in working time or at the end of a session, else the first instant of working time after it. */
export function settleInWorkingTime(calendar: WorkingCalendar, at: Instant): Instant {
  const time = timeOfDay(at);
  const inside = workingStretches(calendar, toLocalDay(at)).some((part) => part.from <= time && time <= part.to);
  return inside ? at : findWorkingStart(calendar, at).at;
}

/** Whether the counter receives at this instant (opening hours, not working time). */
export function isOpen(calendar: WorkingCalendar, at: Instant): boolean {
  const time = timeOfDay(at);
  return findHours(calendar, toLocalDay(at)).openingHours.some((part) => part.from <= time && time < part.to);
}

/** When the counter stops receiving on a day; on a day it does not open, the hour of an ordinary day. */
export function receptionEnd(calendar: WorkingCalendar, day: LocalDay): Instant {
  const last = findHours(calendar, day).openingHours.at(-1) ?? calendar.hours.usual.openingHours.at(-1);
  return atTimeOfDay(day, last?.to ?? 0);
}

/** Of a day's year and the next, those whose days off are not loaded: dates that reach them are only provisional. */
export function findMissingYears(rows: Pick<CalendarRows, 'years'>, day: LocalDay): readonly number[] {
  const year = Number(day.slice(0, 4));
  return [year, year + 1].filter((one) => !rows.years.includes(one));
}
