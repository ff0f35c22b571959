import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant, fromLocal, toLocalDay } from '../base/time';
import type { CalendarRows } from './calendar-rows';
import type { Session, WeekdayHours } from './unit';
import {
  buildUnitCalendar,
  buildWorkingCalendar,
  closingOf,
  describeDay,
  findMissingYears,
  findWorkingStart,
  isOpen,
  nextWorkingDay,
  settleInWorkingTime,
} from './working-calendar';
import { addDays, addMonths, arrangeSessions, atTimeOfDay, timeOfDay } from './working-calendar-days';

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
    expect(describeDay(calendar, day)).toEqual({
      ...{ day, works, name, swapped, provisional },
      yearMissing: day === '2027-03-01',
      decisionNo: null,
    });
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

const usual = { workingTime: sessions, openingHours: sessions };
const noon = [{ from: '07:00', to: '11:30' }];
/** Saturday duty, a half Friday, one day closed and one half by decision, and duty on a holiday. */
const duty = buildUnitCalendar(rows, {
  ...usual,
  weekly: [
    { weekday: 'saturday', workingTime: [], openingHours: noon },
    { weekday: 'friday', workingTime: noon, openingHours: sessions },
  ],
  localDays: [
    { day: '2026-03-10', name: 'Tránh bão', decisionNo: '12/QĐ-UBND', workingTime: [], openingHours: [] },
    { day: '2026-03-11', name: 'Nửa ngày', decisionNo: '13', workingTime: noon, openingHours: noon, provisional: true },
    { day: '2026-03-15', name: 'Làm thêm', decisionNo: '14', workingTime: noon, openingHours: noon },
    { day: '2026-09-02', name: 'Trực lễ', decisionNo: '15', workingTime: [], openingHours: noon },
  ],
});

describe('a unit with days of its own', () => {
  it.each([
    ['2026-03-10', { works: false, name: 'Tránh bão', swapped: false, provisional: false, decisionNo: '12/QĐ-UBND' }],
    ['2026-03-11', { works: true, name: 'Nửa ngày', swapped: false, provisional: true, decisionNo: '13' }],
    ['2026-03-13', { works: true, name: '', swapped: false, provisional: false, decisionNo: null }],
    ['2026-03-14', { works: false, name: 'Thứ bảy', swapped: false, provisional: false, decisionNo: null }],
    ['2026-03-15', { works: true, name: 'Làm thêm', swapped: true, provisional: false, decisionNo: '14' }],
    ['2026-08-22', { works: true, name: 'Làm bù cho 31/8', swapped: true, provisional: false, decisionNo: null }],
    ['2026-09-02', { works: false, name: 'Trực lễ', swapped: false, provisional: false, decisionNo: '15' }],
  ])('knows what %s is', (day, facts) => {
    expect(describeDay(duty, day)).toEqual({ day, ...facts, yearMissing: false });
  });

  it('names the announcement behind a day of the country', () => {
    const entry = { day: '2026-08-31', type: 'off', name: 'x', provisional: false, decisionNo: 'TB 9441' } as const;
    const on = buildUnitCalendar({ years: [2026], entries: [entry] }, usual);
    expect(describeDay(on, '2026-08-31').decisionNo).toBe('TB 9441');
  });

  it('is open on Saturday duty, closed on a holiday that falls on it, and open by its own decision', () => {
    const holiday = { day: '2026-03-21', type: 'off', name: 'Lễ', provisional: false } as const;
    const saturday: WeekdayHours[] = [{ weekday: 'saturday', workingTime: [], openingHours: noon }];
    const on = buildUnitCalendar({ years: [2026], entries: [holiday] }, { ...usual, weekly: saturday });
    expect([isOpen(on, at('2026-03-14T08:00')), isOpen(on, at('2026-03-21T08:00'))]).toEqual([true, false]);
    expect(isOpen(duty, at('2026-03-14T11:30'))).toBe(false);
    expect([isOpen(duty, at('2026-09-02T08:00')), isOpen(duty, at('2026-09-01T08:00'))]).toEqual([true, false]);
    expect(isOpen(duty, at('2026-08-22T15:00'))).toBe(true);
    expect(isOpen(duty, at('2026-03-10T08:00'))).toBe(false);
  });

  it.each([
    ['2026-03-14T08:00', '07:00 15/03/2026', 'dutyDay'],
    ['2026-03-14T12:00', '07:00 15/03/2026', 'dayOff'],
    ['2026-03-13T14:00', '07:00 15/03/2026', 'afterClosing'],
    ['2026-03-10T08:00', '07:00 11/03/2026', 'dayOff'],
    ['2026-09-02T08:00', '07:00 03/09/2026', 'dutyDay'],
  ])('starts the limit of a reception at %s in working time', (text, start, why) => {
    const found = findWorkingStart(duty, at(text));
    expect([formatInstant(found.at), found.why]).toEqual([start, why]);
  });

  it.each([
    ['2026-03-11T11:30', '11:30 11/03/2026'],
    ['2026-03-11T11:31', '07:00 12/03/2026'],
    ['2026-03-11T07:00', '07:00 11/03/2026'],
    ['2026-03-11T06:59', '07:00 11/03/2026'],
    ['2026-03-12T12:00', '13:30 12/03/2026'],
    ['2026-03-14T09:00', '07:00 15/03/2026'],
  ])('settles %s in working time', (text, settled) => {
    expect(formatInstant(settleInWorkingTime(duty, at(text)))).toBe(settled);
  });

  it('closes a half day at noon', () => {
    expect(formatInstant(closingOf(duty, '2026-03-11'))).toBe('11:30 11/03/2026');
    expect(nextWorkingDay(duty, '2026-03-09')).toBe('2026-03-11');
  });

  it('leads to an exception when no weekday has working time', () => {
    const none = (['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const).map((weekday) => ({
      weekday,
      workingTime: [],
      openingHours: sessions,
    }));
    expect(() => buildUnitCalendar(rows, { ...usual, weekly: none })).toThrow('without working time');
    expect(() => buildUnitCalendar(rows, { ...usual, weekly: none.slice(1) })).not.toThrow();
    expect(() => buildUnitCalendar(rows, { workingTime: sessions, openingHours: [] })).toThrow();
  });
});

describe('findMissingYears', () => {
  it.each([
    [[2025, 2026], '2025-12-31', []],
    [[2026], '2026-03-09', [2027]],
    [[2025], '2026-03-09', [2026, 2027]],
    [[2027], '2026-03-09', [2026]],
  ])('says of %o on %s what is missing', (years, day, missing) => {
    expect(findMissingYears({ years }, day)).toEqual(missing);
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-03-10', 1, '2026-04-10', false],
    ['2026-01-31', 1, '2026-02-28', true],
    ['2024-01-31', 1, '2024-02-29', true],
    ['2024-02-29', 12, '2025-02-28', true],
    ['2026-01-28', 1, '2026-02-28', false],
    ['2026-11-30', 3, '2027-02-28', true],
    ['2026-12-31', 12, '2027-12-31', false],
    ['2026-08-31', 1, '2026-09-30', true],
  ])('from %s by %d is %s', (day, count, end, shortened) => {
    expect(addMonths(day, count)).toEqual({ day: end, shortened });
  });
});
