import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../../tests/support/deadline-kit';
import { addDays } from '../domain/working-calendar-days';
import {
  boundsOf,
  decidePeriod,
  describePeriod,
  findPeriod,
  isWithin,
  markPeriod,
  periodOfDays,
  type PeriodKind,
} from './report-period';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

const usual = { periodStartDay: 15 };
const calendar = { periodStartDay: 1 };

describe('decidePeriod', () => {
  // NĐ 09/2019 art. 12 as told in counter notes §2 (c): 15th to 14th.
  it.each<[PeriodKind, number, string, string, string]>([
    ['month', 1, '2025-12-15', '2026-01-14', 'Tháng 01/2026'],
    ['month', 3, '2026-02-15', '2026-03-14', 'Tháng 03/2026'],
    ['month', 12, '2026-11-15', '2026-12-14', 'Tháng 12/2026'],
    ['quarter', 1, '2025-12-15', '2026-03-14', 'Quý 1/2026'],
    ['quarter', 4, '2026-09-15', '2026-12-14', 'Quý 4/2026'],
    ['halfYear', 1, '2025-12-15', '2026-06-14', '6 tháng, kỳ 1/2026'],
    ['halfYear', 2, '2026-06-15', '2026-12-14', '6 tháng, kỳ 2/2026'],
    ['year', 1, '2025-12-15', '2026-12-14', 'Năm 2026'],
  ])('gives %s %i of 2026 from %s to %s', (kind, index, from, to, name) => {
    expect(decidePeriod({ kind, year: 2026, index }, usual)).toEqual({ name, from, to });
  });

  it.each<[PeriodKind, number, string, string]>([
    ['month', 2, '2026-02-01', '2026-02-28'],
    ['month', 12, '2026-12-01', '2026-12-31'],
    ['quarter', 1, '2026-01-01', '2026-03-31'],
    ['halfYear', 2, '2026-07-01', '2026-12-31'],
    ['year', 1, '2026-01-01', '2026-12-31'],
  ])('gives calendar %s %i where the rule begins on the 1st', (kind, index, from, to) => {
    expect(decidePeriod({ kind, year: 2026, index }, calendar)).toMatchObject({ from, to });
  });

  it('knows a leap year', () => {
    expect(decidePeriod({ kind: 'month', year: 2028, index: 2 }, calendar).to).toBe('2028-02-29');
  });
});

describe('findPeriod', () => {
  it('puts the 14th into its month and the 15th into the next', () => {
    expect(findPeriod('month', '2026-03-14', usual).name).toBe('Tháng 03/2026');
    expect(findPeriod('month', '2026-03-15', usual).name).toBe('Tháng 04/2026');
    expect(findPeriod('month', '2026-12-15', usual).name).toBe('Tháng 01/2027');
    expect(findPeriod('year', '2026-12-15', usual).name).toBe('Năm 2027');
  });

  it('holds every day in exactly one period of a kind, and periods follow each other without a gap', () => {
    const kinds = ['month', 'quarter', 'halfYear', 'year'] as const;
    fc.assert(
      fc.property(fc.nat(3000), fc.constantFrom(...kinds), fc.integer({ min: 1, max: 28 }), (count, kind, start) => {
        const day = addDays('2024-01-01', count);
        const rules = { periodStartDay: start };
        const period = findPeriod(kind, day, rules);
        expect(period.from <= day && day <= period.to).toBe(true);
        expect(findPeriod(kind, period.from, rules)).toEqual(period);
        expect(findPeriod(kind, period.to, rules)).toEqual(period);
        expect(findPeriod(kind, addDays(period.to, 1), rules).from).toBe(addDays(period.to, 1));
      }),
      PROPERTY_RUNS,
    );
  });
});

describe('a period', () => {
  const march = decidePeriod({ kind: 'month', year: 2026, index: 3 }, usual);

  it('is printed with its days', () => {
    expect(describePeriod(march)).toBe('Kỳ báo cáo: Tháng 03/2026 (Từ ngày 15/02/2026 đến ngày 14/03/2026)');
    expect(describePeriod(periodOfDays('2026-02-01', '2026-02-03'))).toBe('(Từ ngày 01/02/2026 đến ngày 03/02/2026)');
  });

  it('holds its first and last millisecond', () => {
    const bounds = boundsOf(march, at('2027-01-01T00:00'));
    expect(isWithin(at('2026-02-15T00:00'), bounds)).toBe(true);
    expect(isWithin(at('2026-02-15T00:00') - 1, bounds)).toBe(false);
    expect(isWithin(at('2026-03-15T00:00') - 1, bounds)).toBe(true);
    expect(isWithin(at('2026-03-15T00:00'), bounds)).toBe(false);
    expect(isWithin(null, bounds)).toBe(false);
  });

  it('names files by its days', () => {
    expect(markPeriod(march)).toBe('2026-02-15_2026-03-14');
    expect(markPeriod(periodOfDays('2026-02-01', '2026-02-01'))).toBe('2026-02-01');
  });
});
