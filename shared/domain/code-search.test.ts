import { describe, expect, it } from 'vitest';
import { canonicalCode, codeMatches, codeSearchKey, isSameCode } from './code-search';

describe('canonicalCode', () => {
  it('gives one spelling when a code was typed in several ways', () => {
    for (const text of ['h41.26-261120-0042', ' H41.26 \u2013 261120 - 0042\r\n', 'H41.26\u2014261120\u20110042']) {
      expect(canonicalCode(text)).toBe('H41.26-261120-0042');
    }
    expect(canonicalCode('tam-m01-261120-003')).toBe('TAM-M01-261120-003');
  });
});

describe('codeSearchKey', () => {
  it.each([
    ['H41.26-261120-0042', 'h41262611200042'],
    ['TAM-M01-261120-003', 'tamm01261120003'],
    ['HT/2026.15-Đ', 'ht202615d'],
    ['  - . / ', ''],
  ])('of %s is %s', (code, key) => {
    expect(codeSearchKey(code)).toBe(key);
  });
});

describe('isSameCode', () => {
  it.each([
    ['H41.26-261120-0042', 'h41.26 - 261120 - 0042', true],
    ['H41.26-261120-0042', 'H41.26-261120-0043', false],
    // The same search key, yet other codes.
    ['H41.26-261120-0042', 'H4.126-261120-0042', false],
    ['', '', false],
    [' ', '\u200b', false],
    ['', 'H41', false],
  ])('says of %j and %j: %s', (a, b, same) => {
    expect(isSameCode(a, b)).toBe(same);
  });
});

describe('codeMatches', () => {
  it.each([
    ['H41.26-261120-0042', '0042', true],
    ['H41.26-261120-0042', '261120-0042', true],
    ['H41.26-261120-0042', 'h41 26/2611', true],
    ['H41.26-261120-0042', '0043', false],
    ['H41.26-261120-0042', '42', true],
    ['H41.26-261120-0042', '2', false],
    ['H41.26-261120-0042', '--', false],
    ['H41.26-261120-0042', '', false],
  ])('%s contains %j: %s', (code, typed, answer) => {
    expect(codeMatches(code, typed)).toBe(answer);
  });
});
