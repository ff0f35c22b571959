import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideNextSlip, formatSlipNumber, parseSlipNumber, slipSeriesKey } from './slip-number';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

describe('decideNextSlip', () => {
  it('starts at 1 when the counter has no slip of that year', () => {
    const lastNumbers = new Map([[slipSeriesKey({ book: 'Q1', year: 2025 }), 812]]);
    expect(decideNextSlip({ lastNumbers, book: 'Q1', year: 2026 })).toEqual({ book: 'Q1', year: 2026, number: 1 });
  });

  it('goes on after the highest number when the counter has slips', () => {
    const lastNumbers = new Map([[slipSeriesKey({ book: 'Q1', year: 2026 }), 41]]);
    expect(decideNextSlip({ lastNumbers, book: 'Q1', year: 2026 }).number).toBe(42);
  });

  it('never repeats a slip when counters and years are mixed', () => {
    const asks = fc.array(
      fc.record({ book: fc.constantFrom('Q1', 'Q2', '2026:Q1'), year: fc.constantFrom(2025, 2026) }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(asks, (wanted) => {
        const lastNumbers = new Map<string, number>();
        const slips = wanted.map((ask) => {
          const slip = decideNextSlip({ lastNumbers, ...ask });
          lastNumbers.set(slipSeriesKey(slip), slip.number);
          return `${slip.book}|${String(slip.year)}|${String(slip.number)}`;
        });
        expect(new Set(slips).size).toBe(slips.length);
      }),
      PROPERTY_RUNS,
    );
  });
});

describe('slip number as text', () => {
  it.each([
    ['Q1/2026/42', { book: 'Q1', year: 2026, number: 42 }],
    ['Q1/2026/0042', { book: 'Q1', year: 2026, number: 42 }],
    [' Q1 / 2026 / 42 ', { book: 'Q1', year: 2026, number: 42 }],
    ['A/B/2026/1', { book: 'A/B', year: 2026, number: 1 }],
    ['Q1/2026/123456789', { book: 'Q1', year: 2026, number: 123_456_789 }],
  ])('reads %j', (text, slip) => {
    expect(parseSlipNumber(text)).toEqual(slip);
    expect(parseSlipNumber(formatSlipNumber(slip))).toEqual(slip);
  });

  it('is written with book, year and number', () => {
    expect(formatSlipNumber({ book: 'Q1', year: 2026, number: 42 })).toBe('Q1/2026/42');
  });

  it.each(['', 'Q1', 'Q1/2026', 'Q1/26/42', 'Q1/2026/0', 'Q1/2026/', '/2026/42', 'Q1/2026/4x', 'Q1/2026/1234567890'])(
    'refuses %j',
    (text) => {
      expect(parseSlipNumber(text)).toBeUndefined();
    },
  );

  it('refuses a book of 21 letters and reads one of 20', () => {
    expect(parseSlipNumber(`${'Q'.repeat(20)}/2026/1`)?.book).toHaveLength(20);
    expect(parseSlipNumber(`${'Q'.repeat(21)}/2026/1`)).toBeUndefined();
  });
});
