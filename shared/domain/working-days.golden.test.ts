import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calendarSchema } from './calendar-rows';
import { buildWorkingCalendar, describeDay } from './working-calendar';

const url = new URL('../../build/packages/calendar.json', import.meta.url);
const rows = calendarSchema.parse((JSON.parse(readFileSync(url, 'utf8')) as { rows: unknown }).rows);
const sessions = [{ from: '07:00', to: '17:00' }];
const calendar = buildWorkingCalendar(rows, sessions, sessions);

/**
 * Every working day 2024–2027: typed from domain notes §5.6 (days off, swapped Saturdays) and a paper calendar.
 * 2024, 2025: announced plans. 2026: TB 9441/TB-BNV 16/10/2025; 2/1, 10/1 and 24/11 provisional. 2027: provisional.
 */
const golden: [month: string, days: string, count: number][] = [
  ['2024-01', '2-5 8-12 15-19 22-26 29-31', 22],
  ['2024-02', '1-2 5-7 15-16 19-23 26-29', 16],
  ['2024-03', '1 4-8 11-15 18-22 25-29', 21],
  ['2024-04', '1-5 8-12 15-17 19 22-26', 19],
  ['2024-05', '2-4 6-10 13-17 20-24 27-31', 23],
  ['2024-06', '3-7 10-14 17-21 24-28', 20],
  ['2024-07', '1-5 8-12 15-19 22-26 29-31', 23],
  ['2024-08', '1-2 5-9 12-16 19-23 26-30', 22],
  ['2024-09', '4-6 9-13 16-20 23-27 30', 19],
  ['2024-10', '1-4 7-11 14-18 21-25 28-31', 23],
  ['2024-11', '1 4-8 11-15 18-22 25-29', 21],
  ['2024-12', '2-6 9-13 16-20 23-27 30-31', 22],
  ['2025-01', '2-3 6-10 13-17 20-24', 17],
  ['2025-02', '3-7 10-14 17-21 24-28', 20],
  ['2025-03', '3-7 10-14 17-21 24-28 31', 21],
  ['2025-04', '1-4 8-11 14-18 21-26 28-29', 21],
  ['2025-05', '5-9 12-16 19-23 26-30', 20],
  ['2025-06', '2-6 9-13 16-20 23-27 30', 21],
  ['2025-07', '1-4 7-11 14-18 21-25 28-31', 23],
  ['2025-08', '1 4-8 11-15 18-22 25-29', 21],
  ['2025-09', '3-5 8-12 15-19 22-26 29-30', 20],
  ['2025-10', '1-3 6-10 13-17 20-24 27-31', 23],
  ['2025-11', '3-7 10-14 17-21 24-28', 20],
  ['2025-12', '1-5 8-12 15-19 22-26 29-31', 23],
  ['2026-01', '5-10 12-16 19-23 26-30', 21],
  ['2026-02', '2-6 9-13 23-27', 15],
  ['2026-03', '2-6 9-13 16-20 23-27 30-31', 22],
  ['2026-04', '1-3 6-10 13-17 20-24 28-29', 20],
  ['2026-05', '4-8 11-15 18-22 25-29', 20],
  ['2026-06', '1-5 8-12 15-19 22-26 29-30', 22],
  ['2026-07', '1-3 6-10 13-17 20-24 27-31', 23],
  ['2026-08', '3-7 10-14 17-22 24-28', 21],
  ['2026-09', '3-4 7-11 14-18 21-25 28-30', 20],
  ['2026-10', '1-2 5-9 12-16 19-23 26-30', 22],
  ['2026-11', '2-6 9-13 16-20 23 25-27 30', 20],
  ['2026-12', '1-4 7-11 14-18 21-25 28-31', 23],
  ['2027-01', '4-8 11-15 18-22 25-29', 20],
  ['2027-02', '1-4 12 15-19 22-26', 15],
  ['2027-03', '1-5 8-12 15-19 22-26 29-31', 23],
  ['2027-04', '1-2 5-9 12-15 19-23 26-29', 20],
  ['2027-05', '4-7 10-14 17-21 24-28 31', 20],
  ['2027-06', '1-4 7-11 14-18 21-25 28-30', 22],
  ['2027-07', '1-2 5-9 12-16 19-23 26-30', 22],
  ['2027-08', '2-6 9-13 16-20 23-27 30-31', 22],
  ['2027-09', '1 6-10 13-17 20-24 27-30', 20],
  ['2027-10', '1 4-8 11-15 18-22 25-29', 21],
  ['2027-11', '1-5 8-12 15-19 22-23 25-26 29-30', 21],
  ['2027-12', '1-3 6-10 13-17 20-24 27-31', 23],
];

/** Days of a month as the package makes them, written like the table. */
function workingDaysOf(month: string): { text: string; count: number } {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  const days = Array.from({ length: last }, (_, index) => index + 1).filter(
    (day) => describeDay(calendar, `${month}-${String(day).padStart(2, '0')}`).works,
  );
  const ranges: [number, number][] = [];
  for (const day of days) {
    const current = ranges.at(-1);
    if (current?.[1] === day - 1) current[1] = day;
    else ranges.push([day, day]);
  }
  return {
    text: ranges.map(([a, b]) => (a === b ? String(a) : `${String(a)}-${String(b)}`)).join(' '),
    count: days.length,
  };
}

describe('working days 2024 to 2027', () => {
  it.each(golden)('are those of the official plan in %s', (month, days, count) => {
    expect(workingDaysOf(month)).toEqual({ text: days, count });
  });

  it('are all the months of four years, 251, 250, 249 and 249 days', () => {
    const sums = [2024, 2025, 2026, 2027].map((year) =>
      golden.filter(([month]) => month.startsWith(String(year))).reduce((sum, [, , count]) => sum + count, 0),
    );
    expect([golden.length, ...sums]).toEqual([48, 251, 250, 249, 249]);
  });
});
