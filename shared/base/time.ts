import { z } from 'zod';

/** Milliseconds since the Unix epoch, UTC, integer. Every instant in data and protocol has this form. */
export const instantSchema = z.int().min(0).max(8_640_000_000_000_000);
/** See {@link instantSchema}. */
export type Instant = number;

/** Calendar day in Vietnam, `yyyy-MM-dd`. */
export const localDaySchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
/** See {@link localDaySchema}. */
export type LocalDay = string;

/** Wall time of day in Vietnam, `HH:mm`. */
export const localTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** See {@link localTimeSchema}. */
export type LocalTime = string;

/** Offset of Asia/Ho_Chi_Minh, the only time zone of the product, in milliseconds: UTC+7 without daylight saving since 1975. */
export const TIME_ZONE_OFFSET_MS = 7 * 3_600_000;

/** Calendar day in Vietnam of an instant. */
export function toLocalDay(at: Instant): LocalDay {
  return new Date(at + TIME_ZONE_OFFSET_MS).toISOString().slice(0, 10);
}

/** Wall time `HH:mm` in Vietnam of an instant (seconds cut, not rounded). */
export function toLocalTime(at: Instant): LocalTime {
  return new Date(at + TIME_ZONE_OFFSET_MS).toISOString().slice(11, 16);
}

/** Instant of a Vietnamese day and wall time. */
export function fromLocal(day: LocalDay, time: LocalTime): Instant {
  return Date.parse(`${day}T${time}:00.000Z`) - TIME_ZONE_OFFSET_MS;
}

/** `dd/MM/yyyy`, the form used on screens and papers. */
export function formatDay(day: LocalDay): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** `HH:mm dd/MM/yyyy` of an instant in Vietnam. */
export function formatInstant(at: Instant): string {
  return `${toLocalTime(at)} ${formatDay(toLocalDay(at))}`;
}
