import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant, fromLocal, toLocalDay } from '../base/time';
import type { CalendarRows, Session } from './procedure';
import {
  buildWorkingCalendar,
  closingOf,
  describeDay,
  findWorkingStart,
  isOpen,
  nextWorkingDay,
} from './working-calendar';
import { addDays, arrangeSessions, atTimeOfDay, timeOfDay } from './working-calendar-days';

const sessions: Session[] = [
  { from: '07:00', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const rows: CalendarRows = {
  years: [2026],
  entries: [
    { day: '2026-08-22', type: 'working', name: 'Làm bù cho 31/8', provisional: false },
    { day: '2026-08-31', type: 'off', name: 'Nghỉ hoán đổi', provisional: false },
    { day: '2026-09-01', type: 'off', name: 'Nghỉ thêm', provisional: false },
    { day: '2026-09-02', type: 'off', name: 'Quốc khánh 2/9', provisional: false },
    { day: '2026-11-24', type: 'off', name: 'Ngày Văn hóa', provisional: true },
  ],
};
const calendar = buildWorkingCalendar(rows, sessions, sessions);
const at = (text: string) => fromLocal(text.slice(0, 10), text.slice(11));

describe('describeDay', () => {
  it.each([
    ['2026-08-21', true, '', false, false],
    ['2026-08-22', true, 'Làm bù cho 31/8', true, false],
    ['2026-08-23', false, 'Chủ nhật', false, false],
    ['2026-08-29', false, 'Thứ bảy', false, false],
    ['2026-09-02', false, 'Quốc khánh 2/9', false, false],
    ['2026-11-24', false, 'Ngày Văn hóa', false, true],
    ['2027-03-01', true, '', false, true],
  ])('tells what %s is', (day, works, name, swapped, provisional) => {
    expect(describeDay(calendar, day)).toEqual({ day, works, name, swapped, provisional });
  });
});

describe('findWorkingStart', () => {
  it.each([
    ['2026-08-21T06:40', '07:00 21/08/2026', 'beforeOpening'],
    ['2026-08-21T07:00', '07:00 21/08/2026', null],
    ['2026-08-21T09:10', '09:10 21/08/2026', null],
    ['2026-08-21T11:30', '13:30 21/08/2026', 'lunch'],
    ['2026-08-21T12:15', '13:30 21/08/2026', 'lunch'],
    ['2026-08-21T17:00', '07:00 22/08/2026', 'afterClosing'],
    ['2026-08-22T17:30', '07:00 24/08/2026', 'afterClosing'],
    ['2026-08-30T09:00', '07:00 03/09/2026', 'dayOff'],
  ])('moves a reception at %s to working time', (text, start, why) => {
    const found = findWorkingStart(calendar, at(text));
    expect([formatInstant(found.at), found.why]).toEqual([start, why]);
  });
});

describe('isOpen', () => {
  it('follows opening hours, not working time, when they differ', () => {
    const longer = buildWorkingCalendar(rows, sessions, [{ from: '07:00', to: '19:00' }]);
    expect(isOpen(longer, at('2026-08-21T18:00'))).toBe(true);
    expect(isOpen(calendar, at('2026-08-21T18:00'))).toBe(false);
    expect(isOpen(longer, at('2026-09-02T09:00'))).toBe(false);
  });
});

describe('nextWorkingDay and closingOf', () => {
  it('step over the whole holiday when it starts on a weekend', () => {
    const next = nextWorkingDay(calendar, '2026-08-28');
    expect(next).toBe('2026-09-03');
    expect(formatInstant(closingOf(calendar, next))).toBe('17:00 03/09/2026');
  });
});

describe('arrangeSessions', () => {
  it('sorts, joins and drops when sessions are out of order, overlapping or empty', () => {
    const apart = arrangeSessions([
      { from: '13:30', to: '17:00' },
      { from: '09:00', to: '11:30' },
      { from: '07:00', to: '10:00' },
      { from: '12:00', to: '12:00' },
    ]);
    const hour = 3_600_000;
    expect(apart).toEqual([
      { from: 7 * hour, to: 11.5 * hour },
      { from: 13.5 * hour, to: 17 * hour },
    ]);
  });

  it('leads to an exception when a unit has no working time at all', () => {
    expect(() => buildWorkingCalendar(rows, [{ from: '12:00', to: '07:00' }], sessions)).toThrow();
  });
});

describe('day arithmetic', () => {
  it('crosses months, leap days and years when adding days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('takes an instant apart and puts it together without loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (instant) => {
        expect(atTimeOfDay(toLocalDay(instant), timeOfDay(instant))).toBe(instant);
      }),
    );
  });
});
