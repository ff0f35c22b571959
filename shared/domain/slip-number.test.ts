import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideNextSlip, slipSeriesKey } from './slip-number';

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
    );
  });
});
