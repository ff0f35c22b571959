import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDongWords } from '../../tests/support/read-dong-words';
import { dongInWords, formatDong } from './money';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

describe('formatDong', () => {
  it.each([
    [0, '0 đ'],
    [999, '999 đ'],
    [2000, '2.000 đ'],
    [1_000_000, '1.000.000 đ'],
    [-50_000, '-50.000 đ'],
  ])('groups thousands with dots when given %d', (amount, text) => {
    expect(formatDong(amount)).toBe(text);
  });

  it('keeps every digit when grouping', () => {
    fc.assert(
      fc.property(
        fc.nat(Number.MAX_SAFE_INTEGER),
        (amount) => Number(formatDong(amount).replace(/\D/g, '')) === amount,
      ),
    );
  });

  it('throws when the amount is not whole', () => {
    expect(() => formatDong(0.5)).toThrow();
  });
});

describe('dongInWords', () => {
  it.each([
    [0, 'Không đồng'],
    [5, 'Năm đồng'],
    [10, 'Mười đồng'],
    [15, 'Mười lăm đồng'],
    [21, 'Hai mươi mốt đồng'],
    [24, 'Hai mươi tư đồng'],
    [104, 'Một trăm lẻ bốn đồng'],
    [111, 'Một trăm mười một đồng'],
    [8000, 'Tám nghìn đồng'],
    [50_000, 'Năm mươi nghìn đồng'],
    [200_000, 'Hai trăm nghìn đồng'],
    [1_005_000, 'Một triệu không trăm lẻ năm nghìn đồng'],
    [2_345_678, 'Hai triệu ba trăm bốn mươi lăm nghìn sáu trăm bảy mươi tám đồng'],
    [1_000_000_000, 'Một tỷ đồng'],
    [1_000_000_015, 'Một tỷ không trăm mười lăm đồng'],
    [1_250_000_000_000, 'Một nghìn hai trăm năm mươi tỷ đồng'],
  ])('reads the amount when given %d', (amount, words) => {
    expect(dongInWords(amount)).toBe(words);
  });

  it('never says the same for two amounts', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999_999), fc.nat(9_999_999_999), (a, b) => a === b || dongInWords(a) !== dongInWords(b)),
      PROPERTY_RUNS,
    );
  });

  it('reads back to the same amount up to 10^12', () => {
    const power = fc.integer({ min: 0, max: 12 }).map((exponent) => 10 ** exponent);
    const near = fc.tuple(power, fc.integer({ min: -25, max: 25 })).map(([base, step]) => Math.max(0, base + step));
    const any = fc.integer({ min: 0, max: 1_000_000_000_000 });
    // Every length is as likely as any other, and so are the turns of the tens and of the thousands.
    const ofLength = fc.integer({ min: 1, max: 12 }).chain((digits) => fc.nat(10 ** digits));
    fc.assert(
      fc.property(fc.oneof(any, near, ofLength), (amount) => {
        expect(readDongWords(dongInWords(amount))).toBe(amount);
      }),
      { numRuns: 5000 },
    );
  });

  it('reads back every amount below a thousand and every thousand below a million', () => {
    for (let amount = 0; amount < 1000; amount += 1) {
      expect(readDongWords(dongInWords(amount))).toBe(amount);
      expect(readDongWords(dongInWords(amount * 1000 + 5))).toBe(amount * 1000 + 5);
    }
  });

  it('throws when the amount is negative', () => {
    expect(() => dongInWords(-1)).toThrow();
  });
});
