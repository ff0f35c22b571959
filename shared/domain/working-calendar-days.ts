import { fromLocal, TIME_ZONE_OFFSET_MS, type Instant, type LocalDay, type LocalTime } from '../base/time';
import type { Session } from './unit';

/** Milliseconds of a day; Vietnam has no daylight saving. */
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A stretch of a day in milliseconds after local midnight. */
export interface DayStretch {
  readonly from: number;
  readonly to: number;
}

/** Days since 1970-01-01. */
export function toDayNumber(day: LocalDay): number {
  return Math.floor(Date.parse(`${day}T00:00:00.000Z`) / DAY_MS);
}

/** Weekday of a day number: Monday 0 … Sunday 6 (1970-01-01 was a Thursday). */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7;
}

/** The calendar day `count` days later (earlier when negative). */
export function addDays(day: LocalDay, count: number): LocalDay {
  return new Date((toDayNumber(day) + count) * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The same day of the month `count` months later; the last day of a shorter month (BLDS 2015 art. 147; provisional).
 * `shortened` tells that there was no such day.
 */
export function addMonths(day: LocalDay, count: number): { readonly day: LocalDay; readonly shortened: boolean } {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  const end = new Date(Date.UTC(year, month - 1 + count, Math.min(dayOfMonth, lastDay)));
  return { day: end.toISOString().slice(0, 10), shortened: dayOfMonth > lastDay };
}

/** Milliseconds after local midnight. */
export function timeOfDay(at: Instant): number {
  return (((at + TIME_ZONE_OFFSET_MS) % DAY_MS) + DAY_MS) % DAY_MS;
}

/** Instant of a day and a time of day in milliseconds after local midnight. */
export function atTimeOfDay(day: LocalDay, msOfDay: number): Instant {
  return fromLocal(day, '00:00') + msOfDay;
}

/** Milliseconds after local midnight of a wall time. */
export function parseTime(time: LocalTime): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE_MS;
}

/** Sum of stretches in milliseconds. */
export function lengthOf(stretches: readonly DayStretch[]): number {
  return stretches.reduce((sum, stretch) => sum + stretch.to - stretch.from, 0);
}

/** Sessions in order and apart: touching or overlapping ones become one, empty ones vanish. */
export function arrangeSessions(sessions: readonly Session[]): readonly DayStretch[] {
  const sorted = sessions
    .map((session) => ({ from: parseTime(session.from), to: parseTime(session.to) }))
    .filter((stretch) => stretch.from < stretch.to)
    .sort((a, b) => a.from - b.from);
  const apart: DayStretch[] = [];
  for (const next of sorted) {
    const last = apart.at(-1);
    if (last && next.from <= last.to) apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else apart.push(next);
  }
  return apart;
}
