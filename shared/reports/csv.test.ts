import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../../tests/support/deadline-kit';
import { buildCsv, csvField, csvText } from './csv';
import { plainCell, rowOf } from './figure';
import { column } from './report-columns';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

/** Reads RFC 4180 back, so that the tests rest on the format and not on the writer. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text.charAt(index + 1) === '"') {
        field += '"';
        index += 1;
      } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') {
      row.push(field);
      field = '';
    } else if (sign === '\n') {
      rows.push([...row, field.replace(/\r$/, '')]);
      row = [];
      field = '';
    } else field += sign;
  }
  return rows;
}

describe('csvText', () => {
  it.each([
    '=1+1',
    '+84912345678',
    '-1',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    '＝1',
    '\r=1',
    '\n=1',
    '\u0001=1',
    '\u200b=1',
    '\uFEFF=1',
  ])('takes the formula out of %j', (text) => {
    expect(csvText(text).startsWith(`"'`)).toBe(true);
  });

  it.each(['Nguyễn Văn An', '012345678901', 'a=b', '1-2', '', 'H41.26-260309-0007'])('leaves %j as it is', (text) => {
    expect(csvText(text)).toBe(`"${text}"`);
  });

  it('doubles quotes and composes letters', () => {
    expect(csvText('Cty "Á"'.normalize('NFD'))).toBe('"Cty ""Á"""');
  });

  it('lets no text begin with a sign of a formula and loses nothing else, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '=', '+', '-', '@', '\t'), (tail, sign) => {
        const columns = [column.text('a'), column.text('b')];
        const rows = [rowOf([plainCell(sign + tail), plainCell('x')])];
        const [, read] = parse(buildCsv({ columns, rows }).slice(1));
        expect(read).toHaveLength(2);
        expect(read?.[0]).not.toMatch(/^\s*[=+\-@]/);
        expect(read?.[1]).toBe('x');
      }),
      PROPERTY_RUNS,
    );
  });
});

describe('buildCsv', () => {
  it('writes a byte order mark, one line of heads and the rows', () => {
    const columns = [
      column.text('Tên'),
      column.count('Số\n(3)', 8, 'Nhận'),
      column.money('Tiền'),
      column.percent('Tỷ lệ'),
      column.instant('Lúc'),
    ];
    const row = rowOf([
      plainCell('An, "B"'),
      plainCell(3),
      plainCell(-8000),
      plainCell(0.8292),
      plainCell(at('2026-03-09T09:10')),
    ]);
    expect(buildCsv({ columns, rows: [row] })).toBe(
      '\uFEFF"Tên","Nhận - Số (3)","Tiền","Tỷ lệ","Lúc"\r\n"An, ""B""",3,-8000,0.8292,2026-03-09 09:10:00\r\n',
    );
  });

  it('leaves a field empty for what is not known', () => {
    expect(csvField(null, 'integer')).toBe('');
    expect(csvField(0, 'integer')).toBe('0');
    const columns = [column.count('a'), column.count('b')];
    expect(buildCsv({ columns, rows: [rowOf([plainCell(1)])] })).toBe('\uFEFF"a","b"\r\n1,\r\n');
  });
});
