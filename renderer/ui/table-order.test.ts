import { describe, expect, it } from 'vitest';
import { holdOrder, sortRows } from './table-order';

const self = (text: string): string => text;

describe('sortRows', () => {
  it('orders names the Vietnamese way when they carry marks', () => {
    expect(sortRows(['Đào', 'Dung', 'Ân', 'An', 'Ánh'], self, 'ascending')).toEqual(['An', 'Ánh', 'Ân', 'Dung', 'Đào']);
  });
  it('orders numbers by size and keeps equal rows in place when descending', () => {
    const rows = [
      { id: 'a', due: 2 },
      { id: 'b', due: 10 },
      { id: 'c', due: 2 },
    ];
    expect(sortRows(rows, (r) => r.due, 'descending').map((r) => r.id)).toEqual(['b', 'a', 'c']);
  });
});

describe('holdOrder', () => {
  it('keeps the shown order and puts new rows last when the data was ordered anew', () => {
    expect(holdOrder(['a', 'b', 'c'], ['d', 'c', 'b', 'a'], self)).toEqual(['a', 'b', 'c', 'd']);
  });
  it('drops rows that are gone', () => {
    expect(holdOrder(['a', 'b'], ['b'], self)).toEqual(['b']);
  });
});
