import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { fromLocal, type Instant } from '../../shared/base/time';
import { calendarSchema, type CalendarEntry, type CalendarRows } from '../../shared/domain/calendar-rows';
import { emptyHistory, type DeadlineHistory } from '../../shared/domain/deadline-history';
import type { DeadlineRules } from '../../shared/domain/deadline-rules';
import type { PauseMode, PauseRule } from '../../shared/domain/pause-rule';
import type { TimeLimit } from '../../shared/domain/procedure-limit';
import { buildWorkingCalendar, type WorkingCalendar } from '../../shared/domain/working-calendar';
import { addDays } from '../../shared/domain/working-calendar-days';

/** Eight hours: 07:00–11:30, 13:30–17:00 (domain notes §5.1). */
export const eightHours = [
  { from: '07:00', to: '11:30' },
  { from: '13:30', to: '17:00' },
];

const url = new URL('../../build/packages/calendar.json', import.meta.url);

/** Days off of the base package. */
export const officialDays: CalendarRows = calendarSchema.parse(
  (JSON.parse(readFileSync(url, 'utf8')) as { rows: unknown }).rows,
);

/** Calendar of a unit with eight hours under the base package. */
export const officialCalendar: WorkingCalendar = buildWorkingCalendar(officialDays, eightHours, eightHours);

/** `2026-03-09T09:00` in Vietnam. */
export function at(text: string): Instant {
  return fromLocal(text.slice(0, 10), text.slice(11));
}

/** Working days. */
export function days(amount: number): TimeLimit {
  return { unit: 'workingDays', amount };
}

/** Confirmed pause rules in one mode; posting begins at the hand-over. */
export function pauseRules(mode: PauseMode): PauseRule[] {
  const common = { mode, law: 'NĐ 1', provisional: false };
  return [
    {
      kind: 'supplement',
      starts: 'SupplementRequested',
      ends: 'SupplementReceived',
      whose: 'citizen',
      ...common,
    },
    { kind: 'payment', starts: 'ObligationNotified', ends: 'ObligationFulfilled', whose: 'citizen', ...common },
    { kind: 'taxDetermination', starts: 'Forwarded', ends: 'ObligationNotified', whose: 'taxAuthority', ...common },
    { kind: 'publicPosting', starts: 'HandedOver', ends: 'period', whose: 'public', days: 15, ...common },
  ];
}

/** Rules of a five-day procedure; pauses add working time. */
export function buildDeadlineRules(changes: Partial<DeadlineRules> = {}): DeadlineRules {
  return {
    limit: days(5),
    secondStage: null,
    pauses: pauseRules('addWorkingTime'),
    sameDayCutoff: '15:00',
    dueTime: 'keepHour',
    early: 'earlierDay',
    steps: [],
    calendar: officialCalendar,
    ...changes,
  };
}

/** A dossier received on Monday 9 March 2026 at 09:00 under five working days: due on the 16th at 09:00. */
export function buildDeadlineHistory(changes: Partial<DeadlineHistory> = {}): DeadlineHistory {
  return {
    ...emptyHistory,
    receivedAt: at('2026-03-09T09:00'),
    channel: 'counter',
    limit: days(5),
    firstDue: at('2026-03-16T09:00'),
    ...changes,
  };
}

/** Any calendar of 2024 to 2027. */
export const anyCalendarRows: fc.Arbitrary<CalendarRows> = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 1400 }).map((count) => addDays('2024-01-01', count)),
      type: fc.constantFrom<CalendarEntry['type']>('off', 'working'),
      name: fc.constant('x'),
      provisional: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((entries) => ({ years: [2024, 2025, 2026, 2027], entries }));

/** Any limit that gives a date. */
export const anyLimit: fc.Arbitrary<TimeLimit> = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map(days),
  fc.integer({ min: 1, max: 200 }).map((amount): TimeLimit => ({ unit: 'workingHours', amount })),
  fc.integer({ min: 1, max: 60 }).map((amount): TimeLimit => ({ unit: 'calendarDays', amount })),
  fc.integer({ min: 1, max: 6 }).map((amount): TimeLimit => ({ unit: 'months', amount })),
  fc.constant<TimeLimit>({ unit: 'sameDay' }),
);

/** Any instant of those years. */
export const anyInstant = fc.integer({ min: at('2024-01-01T00:00'), max: at('2027-06-01T00:00') });
