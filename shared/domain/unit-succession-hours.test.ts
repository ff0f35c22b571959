import { describe, expect, it } from 'vitest';
import { at, eightHours, officialDays } from '../../tests/support/deadline-kit';
import type { UnitHours } from './unit';
import { joinUnitHours } from './unit-succession-hours';
import { runWorkingTime } from './time-limit';
import { buildUnitCalendar, describeDay, workingStretches } from './working-calendar';
import { formatInstant } from '../base/time';

const lateHours = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:30' },
];
const succession = { unitId: 'B', from: '2026-07-01', act: 'NQ 12/2026' };
const a = { name: 'Xã An Sơn', succession, workingTime: eightHours, openingHours: eightHours };
const b: UnitHours = { workingTime: lateHours, openingHours: lateHours };

function opening(hours: UnitHours, day: string): number | undefined {
  return (workingStretches(buildUnitCalendar(officialDays, hours), day)[0]?.from ?? NaN) / 60_000;
}

describe('joinUnitHours', () => {
  it('runs the old unit’s hours to the day before the merger and the successor’s from it', () => {
    const joined = joinUnitHours(officialDays, a, b);
    expect(['2026-06-29', '2026-06-30', '2026-07-01', '2026-07-02'].map((day) => opening(joined, day))).toEqual([
      420, 420, 450, 450,
    ]);
    // Three days off and weekends stay what they are, and are nobody's special day.
    expect(['2026-04-30', '2026-06-28'].map((day) => opening(joined, day))).toEqual([NaN, NaN]);
    expect(joined.localDays?.some((row) => row.day === '2026-04-30')).toBe(false);
  });

  it('names unit and act on the days whose hours it keeps', () => {
    const facts = describeDay(buildUnitCalendar(officialDays, joinUnitHours(officialDays, a, b)), '2026-06-30');
    expect(facts).toMatchObject({ name: 'Xã An Sơn', decisionNo: 'NQ 12/2026', works: true, provisional: false });
  });

  it('counts 24 working hours across the merger by both clocks', () => {
    const calendar = buildUnitCalendar(officialDays, joinUnitHours(officialDays, a, b));
    const run = (hours: number) =>
      formatInstant(runWorkingTime({ startsAt: at('2026-06-30T07:00'), calendar }, hours * 3_600_000).due);
    // 30 June closes at 17:00, 1 July at 17:30.
    expect([run(8), run(16)]).toEqual(['17:00 30/06/2026', '17:30 01/07/2026']);
  });

  it('keeps nothing when both have the same hours, and everything of a unit without a merger', () => {
    expect(joinUnitHours(officialDays, a, { workingTime: eightHours, openingHours: eightHours }).localDays).toEqual([]);
    const { succession: _gone, ...alone } = a;
    expect(joinUnitHours(officialDays, alone, b)).toBe(alone);
  });

  it.each([
    ['starts later', '07:30', '17:00'],
    ['closes later', '07:00', '17:30'],
  ])('keeps the old hours when the successor only %s', (_what, from, to) => {
    const hours = [
      { from, to: '11:30' },
      { from: '13:30', to },
    ];
    const joined = joinUnitHours(officialDays, a, { workingTime: hours, openingHours: hours });
    expect(joined.localDays?.some((row) => row.day === '2026-06-30')).toBe(true);
  });

  it('keeps a closure of the old unit and drops one the successor alone had before the merger', () => {
    const day = { day: '2026-06-10', name: 'Bão', decisionNo: 'CĐ 1', workingTime: [], openingHours: [] };
    const closedBefore = joinUnitHours(officialDays, { ...a, localDays: [{ ...day, provisional: true }] }, b);
    const calendar = buildUnitCalendar(officialDays, closedBefore);
    expect(describeDay(calendar, '2026-06-10')).toMatchObject({
      ...{ works: false, name: 'Bão', decisionNo: 'CĐ 1', provisional: true },
    });
    const weekly = [{ weekday: 'friday' as const, workingTime: eightHours, openingHours: eightHours }];
    const later = { ...day, day: '2026-07-10' };
    const other = joinUnitHours(officialDays, a, { ...b, weekly, localDays: [day, later] });
    expect(other.localDays?.filter((row) => row.day === '2026-06-10')).toHaveLength(1);
    expect([opening(other, '2026-06-10'), opening(other, '2026-07-10'), opening(other, '2026-07-17')]).toEqual([
      420,
      NaN,
      420,
    ]);
  });

  it('reaches back 400 days and no further', () => {
    const kept = joinUnitHours(officialDays, a, b).localDays?.map((row) => row.day) ?? [];
    // 400 days before 1 July 2026 is Tuesday 27 May 2025.
    expect([...kept].sort()[0]).toBe('2025-05-27');
  });
});
