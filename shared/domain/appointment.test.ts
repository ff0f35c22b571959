import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant, fromLocal, toLocalDay, type Instant } from '../base/time';
import { decideAppointment } from './appointment';
import { appointmentSchema, type TraceStep } from './appointment-schema';
import { calendarSchema, type CalendarEntry, type CalendarRows } from './calendar-rows';
import type { TimeLimit } from './procedure-limit';
import type { DueTime, Session } from './unit';
import { buildWorkingCalendar, describeDay, workingStretches, type WorkingCalendar } from './working-calendar';
import { addDays, timeOfDay, toDayNumber, weekdayOf } from './working-calendar-days';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

const sessions: Session[] = [
  { from: '07:00', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const url = new URL('../../build/packages/calendar.json', import.meta.url);
const rows = calendarSchema.parse((JSON.parse(readFileSync(url, 'utf8')) as { rows: unknown }).rows);
const calendar = buildWorkingCalendar(rows, sessions, sessions);
const instant = (text: string): Instant => fromLocal(text.slice(0, 10), text.slice(11));

const days = (amount: number): TimeLimit => ({ unit: 'workingDays', amount });
const hours = (amount: number): TimeLimit => ({ unit: 'workingHours', amount });
const plain = (amount: number): TimeLimit => ({ unit: 'calendarDays', amount });
const sameDay: TimeLimit = { unit: 'sameDay' };

/** Source of each row: domain notes §5.1, §5.2, §5.6 (holidays) and counter notes §5 (1, 9, 12), computed by hand. */
const golden: [what: string, limit: TimeLimit, received: string, due: string, provisional: boolean][] = [
  ['hour kept (§5.1)', days(3), '2026-03-09T09:10', '09:10 12/03/2026', false],
  ['before opening (§5.1)', days(1), '2026-03-09T06:20', '07:00 10/03/2026', false],
  ['during lunch (§5.1)', days(1), '2026-03-09T12:00', '13:30 10/03/2026', false],
  ['after closing (§5.1)', days(1), '2026-03-09T17:30', '07:00 11/03/2026', false],
  ['over a weekend', days(2), '2026-03-13T10:00', '10:00 17/03/2026', false],
  ['on a Saturday', days(1), '2026-03-14T09:00', '07:00 17/03/2026', false],
  ['Tết 2024: 8/2 to 14/2', days(3), '2024-02-07T14:00', '14:00 19/02/2024', false],
  ['29/4/2024 off, Saturday 4/5/2024 worked', days(4), '2024-04-26T08:00', '08:00 06/05/2024', false],
  ['Quốc khánh 2024: 2/9, 3/9', days(1), '2024-08-30T15:30', '15:30 04/09/2024', false],
  ['Tết 2025: 27/1 to 31/1', days(2), '2025-01-24T10:00', '10:00 04/02/2025', false],
  ['Giỗ Tổ 7/4/2025', days(1), '2025-04-04T10:00', '10:00 08/04/2025', false],
  ['Saturday 26/4/2025 worked', days(1), '2025-04-25T10:00', '10:00 26/04/2025', false],
  ['30/4, 1/5 and 2/5/2025 off', days(1), '2025-04-29T10:00', '10:00 05/05/2025', false],
  ['Quốc khánh 2025: 1/9, 2/9', days(5), '2025-08-27T16:00', '16:00 05/09/2025', false],
  ['2/1/2026 off is unconfirmed (§5 9)', days(1), '2025-12-31T10:00', '10:00 05/01/2026', true],
  ['Saturday 10/1/2026 worked is unconfirmed', days(1), '2026-01-09T10:00', '10:00 10/01/2026', true],
  ['Tết 2026: 16/2 to 20/2', days(3), '2026-02-13T09:00', '09:00 25/02/2026', false],
  ['27/4, 30/4 and 1/5/2026', days(5), '2026-04-24T09:00', '09:00 06/05/2026', false],
  ['Saturday 22/8/2026 worked', days(1), '2026-08-21T09:00', '09:00 22/08/2026', false],
  ['Quốc khánh 2026: 31/8 to 2/9', days(1), '2026-08-28T09:00', '09:00 03/09/2026', false],
  ['24/11/2026 is unconfirmed', days(1), '2026-11-23T09:00', '09:00 25/11/2026', true],
  ['over the turn of the year into 2027', days(3), '2026-12-30T09:00', '09:00 05/01/2027', true],
  ['Tết 2027, expected', days(1), '2027-02-04T09:00', '09:00 12/02/2027', true],
  ['year after the calendar', days(2), '2027-12-31T09:00', '09:00 04/01/2028', true],
  ['16 hours end on the swapped Saturday (§5 1)', hours(16), '2026-08-21T07:00', '17:00 22/08/2026', false],
  ['8 hours from the middle of a morning', hours(8), '2026-03-09T09:00', '09:00 10/03/2026', false],
  ['hours used up at the end of a session', hours(4), '2026-03-09T07:30', '11:30 09/03/2026', false],
  ['hours over lunch', hours(5), '2026-03-09T08:00', '15:00 09/03/2026', false],
  ['calendar days end on a working day', plain(3), '2026-03-09T09:00', '09:00 12/03/2026', false],
  ['calendar days end on a Sunday', plain(6), '2026-03-09T09:00', '07:00 16/03/2026', false],
  ['calendar days end inside Tết 2026', plain(10), '2026-02-06T09:00', '07:00 23/02/2026', false],
  ['same day', sameDay, '2026-03-09T08:00', '17:00 09/03/2026', false],
  ['same day, 15:00 sharp is before (§5 12)', sameDay, '2026-03-09T15:00', '17:00 09/03/2026', false],
  ['same day, after 15:00 (§5.2)', sameDay, '2026-03-09T15:01', '17:00 10/03/2026', false],
  ['same day, after 15:00 on a Friday', sameDay, '2026-03-13T15:30', '17:00 16/03/2026', false],
  ['same day, after 15:00 before Tết 2026', sameDay, '2026-02-13T16:00', '17:00 23/02/2026', false],
  ['same day, after closing', sameDay, '2026-03-09T18:00', '17:00 10/03/2026', false],
];

describe('decideAppointment', () => {
  it.each(golden)('gives the lawful date when: %s', (_what, limit, received, due, provisional) => {
    const appointment = decideAppointment({ limit, receivedAt: instant(received), calendar });
    expect(appointmentSchema.parse(appointment)).toEqual(appointment);
    expect([formatInstant(appointment.legalDue ?? 0), appointment.provisional]).toEqual([due, provisional]);
    expect(appointment.promisedAt).toBe(appointment.legalDue);
  });

  it('counts 15:00:59 as 15:00 because the slip shows no seconds', () => {
    const receivedAt = instant('2026-03-09T15:00') + 59_999;
    const appointment = decideAppointment({ limit: sameDay, receivedAt, calendar });
    expect(formatInstant(appointment.promisedAt ?? 0)).toBe('17:00 09/03/2026');
  });

  it('promises the whole minute before the legal instant when seconds are there', () => {
    const receivedAt = instant('2026-03-09T09:10') + 37_123;
    const appointment = decideAppointment({ limit: days(1), receivedAt, calendar });
    expect(appointment.legalDue).toBe(instant('2026-03-10T09:10') + 37_123);
    expect(appointment.promisedAt).toBe(instant('2026-03-10T09:10'));
  });

  it('makes no appointment when the procedure has no limit', () => {
    const appointment = decideAppointment({
      limit: { unit: 'none' },
      receivedAt: instant('2026-03-09T09:10'),
      calendar,
    });
    expect([appointment.legalDue, appointment.promisedAt]).toEqual([null, null]);
    expect(appointment.trace.at(-1)).toEqual({ kind: 'noAppointment' });
  });

  it('explains every day when a limit crosses a holiday and a worked Saturday', () => {
    const { trace } = decideAppointment({ limit: days(3), receivedAt: instant('2024-05-02T17:45'), calendar });
    const short = trace.map((step) => ('day' in step ? `${step.kind} ${step.day.slice(5)}` : step.kind));
    expect(short).toEqual([
      'received',
      'movedToOpening',
      'limit',
      'swappedWorkingDay 05-04',
      'dayCounted 05-04',
      'daySkipped 05-05',
      'dayCounted 05-06',
      'dayCounted 05-07',
      'due',
    ]);
  });

  it('names the days off before the start when received on a holiday', () => {
    const { trace } = decideAppointment({ limit: sameDay, receivedAt: instant('2026-09-01T09:00'), calendar });
    expect(trace.slice(1, 4)).toEqual<TraceStep[]>([
      { kind: 'daySkipped', day: '2026-09-01', name: 'Nghỉ thêm dịp Quốc khánh', provisional: false },
      { kind: 'daySkipped', day: '2026-09-02', name: 'Quốc khánh 2/9', provisional: false },
      { kind: 'movedToOpening', from: instant('2026-09-01T09:00'), to: instant('2026-09-03T07:00'), why: 'dayOff' },
    ]);
  });

  it('says where the end moved when calendar days end on a day off', () => {
    const { trace } = decideAppointment({ limit: plain(10), receivedAt: instant('2026-02-06T09:00'), calendar });
    expect(trace.filter((step) => step.kind === 'daySkipped')).toHaveLength(7);
    expect(trace).toContainEqual({ kind: 'endMoved', from: '2026-02-16', to: '2026-02-23' });
  });

  it('keeps the trace storable when the longest limits run', () => {
    for (const limit of [days(400), hours(3200), plain(1000)]) {
      const appointment = decideAppointment({ limit, receivedAt: instant('2026-03-09T09:10'), calendar });
      expect(appointmentSchema.safeParse(appointment).success).toBe(true);
    }
  });
});

const anyInstant = fc.integer({ min: instant('2024-01-01T00:00'), max: instant('2027-10-01T00:00') });
const anyLimit = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map(days),
  fc.integer({ min: 1, max: 300 }).map(hours),
  fc.integer({ min: 1, max: 90 }).map(plain),
  fc.integer({ min: 1, max: 14 }).map((amount): TimeLimit => ({ unit: 'months', amount })),
  fc.constant(sameDay),
);
const anyDay = fc.integer({ min: 0, max: 1400 }).map((count) => addDays('2024-01-01', count));
const anyEntry = fc.record({
  day: anyDay,
  type: fc.constantFrom<CalendarEntry['type']>('off', 'working'),
  name: fc.constant('x'),
  provisional: fc.boolean(),
});
const anyRows: fc.Arbitrary<CalendarRows> = fc
  .array(anyEntry, { maxLength: 40 })
  .map((entries) => ({ years: [2024, 2025, 2026, 2027], entries }));
const anySessions = fc.constantFrom<Session[]>(
  sessions,
  [{ from: '07:30', to: '16:00' }],
  [
    { from: '08:00', to: '12:00' },
    { from: '13:00', to: '14:30' },
    { from: '15:00', to: '18:00' },
  ],
);

function liesInWorkingTime(on: WorkingCalendar, at: Instant): boolean {
  const time = timeOfDay(at);
  return (
    describeDay(on, toLocalDay(at)).works &&
    workingStretches(on, toLocalDay(at)).some((part) => part.from <= time && time <= part.to)
  );
}

describe('decideAppointment, whatever the calendar', () => {
  it('never gives an earlier date when a day off is added', () => {
    fc.assert(
      fc.property(anyRows, fc.oneof(fc.nat(3), fc.nat(100)), anyLimit, anyInstant, (some, later, limit, receivedAt) => {
        const day = addDays(toLocalDay(receivedAt), later);
        const extra: CalendarEntry = { day, type: 'off', name: 'bão', provisional: false };
        const before = buildWorkingCalendar(some, sessions, sessions);
        const after = buildWorkingCalendar({ ...some, entries: [...some.entries, extra] }, sessions, sessions);
        const first = decideAppointment({ limit, receivedAt, calendar: before }).legalDue ?? 0;
        const second = decideAppointment({ limit, receivedAt, calendar: after }).legalDue ?? 0;
        expect(second).toBeGreaterThanOrEqual(first);
      }),
      { numRuns: 2 * PROPERTY_RUNS.numRuns },
    );
  });

  it('always gives a date in working time and never before reception', () => {
    fc.assert(
      fc.property(anyRows, anySessions, anyLimit, anyInstant, (some, times, limit, receivedAt) => {
        const on = buildWorkingCalendar(some, times, times);
        const { startsAt, legalDue, promisedAt } = decideAppointment({ limit, receivedAt, calendar: on });
        expect(startsAt).toBeGreaterThanOrEqual(receivedAt);
        expect(legalDue).toBeGreaterThanOrEqual(startsAt);
        expect(promisedAt).toBeLessThanOrEqual(legalDue ?? 0);
        expect(liesInWorkingTime(on, legalDue ?? 0)).toBe(true);
        expect(liesInWorkingTime(on, promisedAt ?? 0)).toBe(true);
      }),
      PROPERTY_RUNS,
    );
  });

  it('never gives an earlier date when received later or when the limit is longer', () => {
    fc.assert(
      fc.property(anyRows, anyLimit, anyInstant, fc.nat(200_000_000), (some, limit, receivedAt, later) => {
        const on = buildWorkingCalendar(some, sessions, sessions);
        const due = (at: Instant, run: TimeLimit) =>
          decideAppointment({ limit: run, receivedAt: at, calendar: on }).legalDue ?? 0;
        expect(due(receivedAt + later, limit)).toBeGreaterThanOrEqual(due(receivedAt, limit));
        if ('amount' in limit) {
          expect(due(receivedAt, { ...limit, amount: limit.amount + 1 })).toBeGreaterThanOrEqual(
            due(receivedAt, limit),
          );
        }
      }),
      PROPERTY_RUNS,
    );
  });

  it('is provisional exactly when a day of the trace is unconfirmed, for working days inside the calendar', () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 1, max: 40 }).map(days), anyInstant, (some, limit, receivedAt) => {
        const proper = some.entries.filter(
          (entry) => weekdayOf(toDayNumber(entry.day)) >= 5 === (entry.type === 'working'),
        );
        const on = buildWorkingCalendar({ ...some, entries: proper }, sessions, sessions);
        const { trace, provisional, startsAt } = decideAppointment({ limit, receivedAt, calendar: on });
        const shown = trace.some((step) => 'provisional' in step && step.provisional);
        expect(provisional).toBe(shown || describeDay(on, toLocalDay(startsAt)).provisional);
      }),
      PROPERTY_RUNS,
    );
  });

  it('promises no earlier than the hour that was counted, no later than the law, whatever the due time of the unit', () => {
    const anyDueTime = fc.constantFrom<DueTime>('keepHour', 'endOfSession', 'endOfDay');
    fc.assert(
      fc.property(anyRows, anyDueTime, anyLimit, anyInstant, (some, dueTime, limit, receivedAt) => {
        const on = buildWorkingCalendar(some, sessions, sessions);
        const decide = (rule: DueTime) =>
          decideAppointment({ limit, receivedAt, calendar: on, rules: { dueTime: rule, sameDayCutoff: '15:00' } });
        const asked = decide('keepHour').legalDue ?? 0;
        const { legalDue, promisedAt } = decide(dueTime);
        const law = legalDue ?? 0;
        expect(law).toBeGreaterThanOrEqual(asked);
        expect(toLocalDay(law)).toBe(toLocalDay(asked));
        expect(promisedAt).toBeLessThanOrEqual(law);
        expect(promisedAt).toBe(Math.floor(law / 60_000) * 60_000);
      }),
      PROPERTY_RUNS,
    );
  });
});
