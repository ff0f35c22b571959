import { describe, expect, it } from 'vitest';
import { findTypedDate, spellTypedDate } from './date-text';

describe('spellTypedDate', () => {
  it.each([
    ['1', '1'],
    ['12', '12'],
    ['12/', '12/'],
    ['120', '12/0'],
    ['12/05', '12/05'],
    ['12051988', '12/05/1988'],
    ['12/05/19881', '12/05/1988'],
    ['12.05.1988', '12/05/1988'],
  ])('writes %s as %s', (typed, spelled) => {
    expect(spellTypedDate(typed, false)).toBe(spelled);
  });
  it('leaves four digits alone when a bare year is allowed', () => {
    expect(spellTypedDate('1988', true)).toBe('1988');
    expect(spellTypedDate('12051', true)).toBe('12/05/1');
  });
});

describe('findTypedDate', () => {
  it('reads a day when it exists', () => {
    expect(findTypedDate('29/02/2024', false)).toBe('2024-02-29');
    expect(findTypedDate('12051988', false)).toBe('1988-05-12');
  });
  it('gives nothing when the day does not exist', () => {
    expect(findTypedDate('29/02/2023', false)).toBeUndefined();
    expect(findTypedDate('31/04/2024', false)).toBeUndefined();
    expect(findTypedDate('12/05/88', false)).toBeUndefined();
  });
  it('reads a bare year when that is allowed only', () => {
    expect(findTypedDate('1950', true)).toBe('1950');
    expect(findTypedDate('1950', false)).toBeUndefined();
  });
});
