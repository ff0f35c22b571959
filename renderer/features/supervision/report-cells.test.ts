import { describe, expect, it } from 'vitest';
import { column } from '../../../shared/reports/report-columns';
import { plainCell, rowOf } from '../../../shared/reports/figure';
import { cellText, figureName, headHeight, listGroupHeads, listTracks, needsTwoLines } from './report-cells';
import { stepInGrid } from './report-grid-keys';

const columns = [
  column.text('Tên', 20),
  column.count('Trực tuyến\n(4)', 10, 'Nhận'),
  column.count('Trực tiếp\n(5)', 10, 'Nhận'),
  column.percent('Tỷ lệ'),
];

describe('cells of a report', () => {
  it('never shows as a number what is not known', () => {
    const row = rowOf([plainCell('1.1'), plainCell(null), plainCell(0), plainCell(null)]);
    const textOf = (id: 'serviceIndex' | 'survey', index: number, look = row) =>
      cellText(id, look, { column: columns[index] ?? column.text(''), index });
    expect([1, 2, 3].map((index) => textOf('serviceIndex', index))).toEqual(['không rõ', '0', 'không rõ']);
    expect([1, 2, 3].map((index) => textOf('survey', index))).toEqual(['–', '0', '–']);
    expect(textOf('serviceIndex', 1, { ...row, look: 'group' })).toBe('');
  });

  it('spans a head over its neighbours only', () => {
    expect(listGroupHeads(columns)).toEqual([
      { text: '', span: 1 },
      { text: 'Nhận', span: 2 },
      { text: '', span: 1 },
    ]);
    expect(listGroupHeads([column.text('Tên')])).toEqual([]);
  });

  it('gives heads the lines they need and columns the width of their paper', () => {
    expect(headHeight(columns)).toBeGreaterThan(headHeight([column.text('Tên')]));
    expect(listTracks(columns).tracks.split(' minmax')).toHaveLength(4);
    expect(listTracks(columns).least).toBeGreaterThan(listTracks(columns.slice(0, 2)).least);
  });

  it('takes two lines where a text is longer than its column', () => {
    const table = { columns, rows: [rowOf([plainCell('x'.repeat(30))])] };
    expect(needsTwoLines(table)).toBe(true);
    expect(needsTwoLines({ columns, rows: [rowOf([plainCell('x')])] })).toBe(false);
  });

  it('calls a figure by its row and column', () => {
    const row = rowOf([plainCell('Hộ tịch'), plainCell(3)]);
    expect(figureName(row, columns[1] ?? column.text(''))).toBe('Hộ tịch: Nhận – Trực tuyến');
  });
});

describe('stepInGrid', () => {
  const size = { rows: 3, columns: 4 };
  it('stays inside the table', () => {
    for (const key of ['ArrowUp', 'ArrowLeft', 'PageUp', 'Home']) {
      expect(stepInGrid(key, { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 0 });
    }
    for (const key of ['ArrowDown', 'ArrowRight', 'PageDown', 'End']) {
      expect(stepInGrid(key, { row: 2, column: 3 }, size)).toEqual({ row: 2, column: 3 });
    }
  });
  it('goes one cell, one page or to the end of the row, and nowhere for other keys', () => {
    expect(stepInGrid('ArrowRight', { row: 1, column: 1 }, size)).toEqual({ row: 1, column: 2 });
    expect(stepInGrid('End', { row: 1, column: 1 }, size)).toEqual({ row: 1, column: 3 });
    expect(stepInGrid('a', { row: 1, column: 1 }, size)).toBeUndefined();
    expect(stepInGrid('ArrowDown', { row: 0, column: 0 }, { rows: 0, columns: 0 })).toEqual({ row: 0, column: 0 });
  });
});
