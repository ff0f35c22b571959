import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromLocal, toLocalDay, type Instant } from '../base/time';
import { dueState, remainingWorkMinutes } from './deadline-clock';
import type { CalendarEntry, CalendarRows } from './calendar-rows';
import type { Session, UnitHours, WeekdayHours } from './unit';
import {
  buildUnitCalendar,
  buildWorkingCalendar,
  describeDay,
  workingStretches,
  type WorkingCalendar,
} from './working-calendar';
import { addDays, timeOfDay } from './working-calendar-days';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

const sessions: Session[] = [
  { from: '07:00', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const rows: CalendarRows = {
  years: [2026],
  entries: [
    { day: '2026-08-22', type: 'working', name: 'bù', provisional: false },
    { day: '2026-08-31', type: 'off', name: 'nghỉ', provisional: false },
    { day: '2026-09-01', type: 'off', name: 'nghỉ', provisional: false },
    { day: '2026-09-02', type: 'off', name: 'nghỉ', provisional: false },
  ],
};
const calendar = buildWorkingCalendar(rows, sessions, sessions);
const at = (text: string): Instant => fromLocal(text.slice(0, 10), text.slice(11));

describe('remainingWorkMinutes', () => {
  it.each([
    ['2026-03-09T09:00', '2026-03-09T11:00', 120],
    ['2026-03-09T11:00', '2026-03-09T14:00', 60],
    ['2026-03-09T12:00', '2026-03-09T13:00', 0],
    ['2026-03-09T07:00', '2026-03-10T07:00', 480],
    ['2026-03-13T16:00', '2026-03-16T08:00', 120],
    ['2026-08-21T07:00', '2026-08-22T17:00', 960],
    ['2026-08-28T16:00', '2026-09-03T08:00', 120],
    ['2026-03-10T09:30', '2026-03-09T16:30', -180],
    ['2026-03-08T09:00', '2026-03-07T09:00', 0],
  ])('counts working time only when now is %s and due is %s', (now, due, minutes) => {
    expect(remainingWorkMinutes(calendar, at(now), at(due))).toBe(minutes);
  });

  it('never says minus zero when a deadline passed seconds ago', () => {
    const due = at('2026-03-09T09:00');
    expect(Object.is(remainingWorkMinutes(calendar, due + 5000, due), 0)).toBe(true);
  });
});

/** The slow and obvious count: minute by minute would take for ever, so day by day and session by session. */
function walkMinutes(on: WorkingCalendar, from: Instant, to: Instant): number {
  let sum = 0;
  for (let day = toLocalDay(from); day <= toLocalDay(to); day = addDays(day, 1)) {
    if (!describeDay(on, day).works) continue;
    const begin = day === toLocalDay(from) ? timeOfDay(from) : 0;
    const end = day === toLocalDay(to) ? timeOfDay(to) : 86_400_000;
    for (const part of workingStretches(on, day)) {
      sum += Math.max(0, Math.min(end, part.to) - Math.max(begin, part.from));
    }
  }
  return Math.trunc(sum / 60_000);
}

const anyDay = fc.integer({ min: 0, max: 800 }).map((count) => addDays('2025-06-01', count));
const anyRows = fc
  .array(
    fc.record({
      day: anyDay,
      type: fc.constantFrom<CalendarEntry['type']>('off', 'working'),
      name: fc.constant('x'),
      provisional: fc.constant(false),
    }),
    { maxLength: 60 },
  )
  .map((entries): CalendarRows => ({ years: [2025, 2026, 2027], entries }));
const anyInstant = fc.integer({ min: at('2025-06-01T00:00'), max: at('2027-06-01T00:00') });

describe('remainingWorkMinutes, whatever the calendar', () => {
  it('equals the count day by day', () => {
    fc.assert(
      fc.property(anyRows, anyInstant, fc.nat(40_000_000_000), (some, now, later) => {
        const on = buildWorkingCalendar(some, sessions, sessions);
        expect(remainingWorkMinutes(on, now, now + later)).toBe(walkMinutes(on, now, now + later));
      }),
    );
  });

  it('is the negative of the way back', () => {
    fc.assert(
      fc.property(anyRows, anyInstant, anyInstant, (some, a, b) => {
        const on = buildWorkingCalendar(some, sessions, sessions);
        expect(remainingWorkMinutes(on, a, b) + remainingWorkMinutes(on, b, a)).toBe(0);
      }),
    );
  });
});

const noon = [{ from: '07:00', to: '11:30' }];
const anyUnit: fc.Arbitrary<UnitHours> = fc
  .tuple(
    fc.subarray<WeekdayHours['weekday']>(['tuesday', 'friday', 'saturday', 'sunday']),
    fc.array(fc.record({ day: anyDay, workingTime: fc.constantFrom([], noon, sessions) }), { maxLength: 20 }),
  )
  .map(([weekdays, own]) => ({
    workingTime: sessions,
    openingHours: sessions,
    weekly: weekdays.map((weekday) => ({ weekday, workingTime: noon, openingHours: noon })),
    localDays: own.map((day) => ({ ...day, name: 'x', decisionNo: 'y', openingHours: noon })),
  }));

describe('remainingWorkMinutes of a unit with half days and days of its own', () => {
  it('equals the count day by day', () => {
    fc.assert(
      fc.property(anyRows, anyUnit, anyInstant, fc.nat(40_000_000_000), (some, unit, now, later) => {
        const on = buildUnitCalendar(some, unit);
        expect(remainingWorkMinutes(on, now, now + later)).toBe(walkMinutes(on, now, now + later));
      }),
      PROPERTY_RUNS,
    );
  });
});

describe('dueState', () => {
  const due = at('2026-03-12T09:10');

  it.each([
    ['2026-03-10T10:00', 'onTime'],
    ['2026-03-11T09:09', 'onTime'],
    ['2026-03-11T09:10', 'dueSoon'],
    ['2026-03-12T09:10', 'dueSoon'],
    ['2026-03-12T09:11', 'overdue'],
  ])('tells the state when now is %s', (now, state) => {
    expect(dueState({ calendar, now: at(now), due })).toBe(state);
  });

  it('is overdue in the evening though no working time has passed since the closing', () => {
    const closing = at('2026-03-12T17:00');
    expect(dueState({ calendar, now: closing + 1, due: closing })).toBe('overdue');
  });

  it('has no state when there is no appointment, and another threshold when one is given', () => {
    expect(dueState({ calendar, now: due, due: null })).toBe('none');
    expect(dueState({ calendar, now: at('2026-03-11T15:00'), due, soonMinutes: 60 })).toBe('onTime');
  });
});
