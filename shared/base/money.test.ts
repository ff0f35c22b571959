import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dongInWords, formatDong } from './money';

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
    );
  });

  it('throws when the amount is negative', () => {
    expect(() => dongInWords(-1)).toThrow();
  });
});
