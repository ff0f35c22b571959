import { fromLocal, TIME_ZONE_OFFSET_MS, type Instant, type LocalDay, type LocalTime } from '../base/time';
import type { Session } from './procedure';

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

/** Milliseconds after local midnight. */
export function timeOfDay(at: Instant): number {
  return (((at + TIME_ZONE_OFFSET_MS) % DAY_MS) + DAY_MS) % DAY_MS;
}

/** Instant of a day and a time of day in milliseconds after local midnight. */
export function atTimeOfDay(day: LocalDay, msOfDay: number): Instant {
  return fromLocal(day, '00:00') + msOfDay;
}

function parseTime(time: LocalTime): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE_MS;
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
