import { describe, expect, it } from 'vitest';
import { findChannel, toNationalChannel, toNationalReturn } from './national-channel';
import { findNationalStatus, isFinal, isNationalStatus, isPaused, nationalStatuses } from './national-status';

describe('national statuses', () => {
  it('are ten; four end a dossier and two pause it (domain notes §4.1)', () => {
    expect(nationalStatuses).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(nationalStatuses.filter(isFinal)).toEqual([3, 7, 8, 10]);
    expect(nationalStatuses.filter(isPaused)).toEqual([5, 6]);
    expect([0, 1, 10, 11, 1.5].map(isNationalStatus)).toEqual([false, true, true, false, false]);
  });

  it.each([
    ['receiving', 1],
    ['new', 2],
    ['denied', 3],
    ['processing', 4],
    ['waiting', 5],
    ['paying', 6],
    ['cancelled', 7],
    ['unresolved', 8],
    ['releasing', 9],
    ['done', 10],
    ['1', 1],
    ['10', 10],
    ['11', undefined],
    ['0', undefined],
    ['010', undefined],
    ['x1', undefined],
    ['', undefined],
    ['toString', undefined],
    [7, 7],
    [0, undefined],
    [11, undefined],
  ])('are found by number or the adapter’s word %s', (value, status) => {
    expect(findNationalStatus(value)).toBe(status);
  });
});

describe('national channels', () => {
  it('number the three ways papers travel (domain notes §4.3)', () => {
    expect([toNationalChannel('counter'), toNationalChannel('online'), toNationalChannel('post')]).toEqual([1, 2, 3]);
    expect([1, 2, 3, 0, 4].map(findChannel)).toEqual(['counter', 'online', 'post', undefined, undefined]);
  });

  it('tell a return by post from one at the counter', () => {
    expect([toNationalReturn('counter'), toNationalReturn('post'), toNationalReturn('online')]).toEqual([0, 1, 0]);
  });
});
