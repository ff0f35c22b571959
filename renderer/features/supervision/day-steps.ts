import type { LocalDay } from '../../../shared/base/time';

const DAY_MS = 86_400_000;

/** The calendar day `count` days later, earlier when negative. */
export function stepDay(day: LocalDay, count: number): LocalDay {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + count * DAY_MS).toISOString().slice(0, 10);
}
