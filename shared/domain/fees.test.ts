import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feeLineSchema } from './actions/action-parts';
import { decideFees, isFeeUndecided, listUncounted, sumFees } from './fees';
import type { FeeRule } from './procedure-fee';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

// NĐ 23/2015 and fee table as in the domain notes §3.4 row 1.
const certified: FeeRule = {
  basis: 'perPage',
  name: 'Phí chứng thực bản sao',
  amount: 2000,
  threshold: 2,
  amountAfter: 1000,
  max: 200_000,
};
const amountOf = (rule: FeeRule, quantities: { pages?: number; copies?: number }) =>
  sumFees(decideFees(rule, quantities), 'stateFee');

describe('decideFees', () => {
  it.each([
    [1, 1, 2000],
    [2, 1, 4000],
    [3, 1, 5000],
    [10, 1, 12_000],
    [10, 3, 36_000],
    [198, 1, 200_000],
    [500, 1, 200_000],
    [500, 2, 400_000],
  ])('charges certified copies when there are %d pages and %d copies', (pages, copies, amount) => {
    expect(amountOf(certified, { pages, copies })).toBe(amount);
  });

  it('counts one page and one copy when nothing is given yet', () => {
    expect(amountOf(certified, {})).toBe(2000);
    expect(amountOf({ basis: 'perCopy', name: 'x', amount: 8000 }, {})).toBe(8000);
  });

  it('multiplies by copies only when the rule says so', () => {
    expect(amountOf({ basis: 'perCopy', name: 'x', amount: 8000 }, { copies: 3 })).toBe(24_000);
    expect(amountOf({ basis: 'fixed', name: 'x', amount: 10_000 }, { copies: 3 })).toBe(10_000);
  });

  it('has no line when the procedure is free', () => {
    expect(decideFees({ basis: 'free', ground: 'đúng hạn' }, { copies: 2 })).toEqual([]);
  });

  it('never charges less for more pages and never more than the maximum of each copy', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4999 }), fc.integer({ min: 1, max: 500 }), (pages, copies) => {
        const lines = decideFees(certified, { pages, copies });
        expect(lines.every((line) => feeLineSchema.safeParse(line).success)).toBe(true);
        expect(amountOf(certified, { pages, copies })).toBeLessThanOrEqual(200_000 * copies);
        expect(amountOf(certified, { pages: pages + 1, copies })).toBeGreaterThanOrEqual(
          amountOf(certified, { pages, copies }),
        );
      }),
      PROPERTY_RUNS,
    );
  });

  it('adds further lines, per dossier or per copy', () => {
    // Domain notes §3.4 row 25: price of the service and a register fee of 50.000 đ (Bình Phước).
    const land: FeeRule = {
      basis: 'perCopy',
      name: 'Giá dịch vụ',
      amount: 120_000,
      further: [
        { name: 'Lệ phí cấp Giấy chứng nhận', amount: 50_000, per: 'dossier' },
        { name: 'Trích lục', amount: 15_000, per: 'copy' },
      ],
    };
    expect(decideFees(land, { copies: 2 })).toEqual([
      { ledger: 'stateFee', name: 'Giá dịch vụ', amount: 240_000 },
      { ledger: 'stateFee', name: 'Lệ phí cấp Giấy chứng nhận', amount: 50_000 },
      { ledger: 'stateFee', name: 'Trích lục', amount: 30_000 },
    ]);
    expect(amountOf(land, {})).toBe(185_000);
  });
});

describe('sumFees', () => {
  it('never mixes ledgers when both have lines', () => {
    const lines = [
      { ledger: 'stateFee' as const, name: 'Phí', amount: 8000 },
      { ledger: 'postalCharge' as const, name: 'Cước', amount: 26_000 },
      { ledger: 'stateFee' as const, name: 'Lệ phí', amount: 2000 },
    ];
    expect([sumFees(lines, 'stateFee'), sumFees(lines, 'postalCharge')]).toEqual([10_000, 26_000]);
  });
});

describe('isFeeUndecided', () => {
  it('goes by the mark of the rule, not by its words', () => {
    expect(isFeeUndecided({ basis: 'free', ground: 'theo nghị quyết của tỉnh', undecided: true })).toBe(true);
    expect(isFeeUndecided({ basis: 'free', ground: 'Chưa có mức thu' })).toBe(false);
    expect(isFeeUndecided({ basis: 'fixed', name: 'Lệ phí', amount: 0 })).toBe(false);
  });
});

describe('listUncounted', () => {
  it('names what is asked, needed and not given', () => {
    expect(listUncounted(certified, ['pages', 'copies'], {})).toEqual(['pages', 'copies']);
    expect(listUncounted(certified, ['pages', 'copies'], { copies: 1 })).toEqual(['pages']);
    expect(listUncounted(certified, [], {})).toEqual([]);
    expect(listUncounted({ basis: 'fixed', name: 'Lệ phí', amount: 8000 }, ['pages'], {})).toEqual([]);
  });
});
