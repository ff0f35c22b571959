import { describe, expect, it } from 'vitest';
import { measureWidth } from './table-widths';

describe('measureWidth', () => {
  it('is the least that was asked for while every text is shorter', () => {
    expect(measureWidth([], 18)).toBe('calc(18ch + 2 * var(--s2))');
    expect(measureWidth(['H41.26-261122-0001'], 18)).toBe('calc(18ch + 2 * var(--s2))');
  });

  it('has room for the capitals of a temporary number, which are wider than digits', () => {
    expect(measureWidth(['TAM-MHYMRAEC-261122-001'], 18)).toBe('calc(25ch + 2 * var(--s2))');
    expect(measureWidth(['TAM-MHYMRAEC-261122-0001'], 18)).toBe('calc(26ch + 2 * var(--s2))');
  });
});
