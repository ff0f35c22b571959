import { describe, expect, it } from 'vitest';
import { dropSpanned, sheetSize, splitSheets } from './paper-sheets';

describe('sheets', () => {
  it('are as large as the paper, turned where it is landscape', () => {
    expect(sheetSize({ pageSize: 'A4', orientation: 'portrait' })).toEqual({ width: 595.28, height: 841.89 });
    expect(sheetSize({ pageSize: 'A5', orientation: 'landscape' })).toEqual({ width: 595.28, height: 419.53 });
  });

  it('begin anew behind each page break', () => {
    const [a, b] = [{ text: 'a' }, { text: 'b' }];
    expect(splitSheets([a, { pageBreak: true }, b, b])).toEqual([[a], [b, b]]);
    expect(splitSheets([])).toEqual([[]]);
  });
});

describe('table rows', () => {
  it('leave out what another cell spans, right and down, and keep the columns of the rest', () => {
    const text = (name: string, span = {}) => ({ text: name, ...span });
    const rows = dropSpanned([
      [text('tall', { rowSpan: 2 }), text('wide', { colSpan: 2 }), text('')],
      [text(''), text('x'), text('y')],
    ]);
    const named = rows.map((row) => row.map(({ cell, column }) => ['text' in cell ? cell.text : '', column]));
    expect(named).toEqual([
      [
        ['tall', 0],
        ['wide', 1],
      ],
      [
        ['x', 1],
        ['y', 2],
      ],
    ]);
  });
});
