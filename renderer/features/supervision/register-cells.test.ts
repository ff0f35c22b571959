import { describe, expect, it } from 'vitest';
import { feeText, measureColumns, shortSync } from './register-cells';

const row = { code: 'H41.26-261122-0001', fee: 27_000, feeCollected: 27_000 };

describe('measureColumns', () => {
  it('is just wide enough when codes and sums are the usual ones', () => {
    expect(measureColumns([row])).toEqual({ code: 'calc(18ch + 2 * var(--s2))', fee: 'calc(15ch + 2 * var(--s2))' });
    expect(measureColumns([])).toEqual(measureColumns([row]));
  });

  it('grows with the longest text when a sum is large or a number temporary', () => {
    const large = { code: 'TAM-018f-77aa-261120-003', fee: 1_250_000, feeCollected: 1_250_000 };
    expect(feeText(large)).toBe('1.250.000 / 1.250.000');
    expect(measureColumns([row, large])).toEqual({
      code: 'calc(24ch + 2 * var(--s2))',
      fee: 'calc(21ch + 2 * var(--s2))',
    });
  });
});

describe('feeText', () => {
  it('says that no rate is known instead of a sum', () => {
    expect(feeText({ fee: 0, feeCollected: 0, feeUndecided: true })).toBe('chưa có mức thu');
    expect(feeText({ fee: 0, feeCollected: 8000, feeUndecided: true })).toBe('chưa có mức thu / 8.000');
    expect(feeText({ fee: 0, feeCollected: 0 })).toBe('–');
  });
});

describe('shortSync', () => {
  it.each([
    ['Tỉnh đã nhận 14:30 22/11/2026', 'Tỉnh đã nhận 14:30'],
    ['Tỉnh đã nhận 07:10 23/11/2026', 'Tỉnh đã nhận 23/11'],
    ['Chờ gửi 2 việc', 'Chờ gửi 2 việc'],
  ])('makes of %s the text %s when the register is of 22/11/2026', (sync, short) => {
    expect(shortSync(sync, '22/11/2026')).toBe(short);
  });
});
