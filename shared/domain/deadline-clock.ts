import { toLocalDay, type Instant } from '../base/time';
import { workingStretches, type Exception, type WorkingCalendar } from './working-calendar';
import { lengthOf, timeOfDay, toDayNumber, weekdayOf } from './working-calendar-days';

const MINUTE_MS = 60_000;
/** One working day: 8 working hours, as time limits are converted nationally. */
const SOON_MINUTES = 480;

/** How a dossier stands against its due instant (trong hạn, sắp đến hạn, quá hạn, không có hẹn). */
export type DueState = 'onTime' | 'dueSoon' | 'overdue' | 'none';

/** Milliseconds of all exceptions before a day, found by halving: boards ask for thousands of dossiers at once. */
function exceptionsBefore(exceptions: readonly Exception[], dayNumber: number): number {
  let low = 0;
  let high = exceptions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((exceptions[middle]?.dayNumber ?? dayNumber) < dayNumber) low = middle + 1;
    else high = middle;
  }
  return exceptions[low - 1]?.sumThrough ?? 0;
}

/** Working time in milliseconds from a fixed far point to `at`: only differences mean something. Never falls. */
function workingTimeUntil(calendar: WorkingCalendar, at: Instant): number {
  const day = toLocalDay(at);
  const dayNumber = toDayNumber(day);
  const lengths = calendar.hours.week.map((hours) => lengthOf(hours.workingTime));
  const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);
  const weeks = Math.floor((dayNumber + 3) / 7) * sumOf(lengths);
  const before =
    weeks + sumOf(lengths.slice(0, weekdayOf(dayNumber))) + exceptionsBefore(calendar.exceptions, dayNumber);
  const time = timeOfDay(at);
  const today = workingStretches(calendar, day).map((part) => Math.max(0, Math.min(time, part.to) - part.from));
  return before + sumOf(today);
}

/** Milliseconds of working time from one instant to another; negative when `to` lies before `from`. */
export function workingTimeBetween(calendar: WorkingCalendar, from: Instant, to: Instant): number {
  return workingTimeUntil(calendar, to) - workingTimeUntil(calendar, from);
}

/** Whole minutes of working time from `now` until `due`; negative when `due` has passed. */
export function remainingWorkMinutes(calendar: WorkingCalendar, now: Instant, due: Instant): number {
  // Adding zero turns the -0 of a few late seconds into 0.
  return Math.trunc(workingTimeBetween(calendar, now, due) / MINUTE_MS) + 0;
}

/**
 * State of a deadline. Overdue is a matter of the clock on the wall (now later than `due`), "soon" of working time left
 * (`soonMinutes`, default one working day). `due` is null when the procedure has no limit.
 */
export function dueState(input: {
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
  readonly due: Instant | null;
  readonly soonMinutes?: number;
}): DueState {
  if (input.due === null) return 'none';
  if (input.now > input.due) return 'overdue';
  const left = remainingWorkMinutes(input.calendar, input.now, input.due);
  return left <= (input.soonMinutes ?? SOON_MINUTES) ? 'dueSoon' : 'onTime';
}
