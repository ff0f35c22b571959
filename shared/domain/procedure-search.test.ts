import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { procedureSchema, type Procedure } from './procedure';
import { searchProcedures } from './procedure-search';

const url = new URL('../../build/packages/procedures.json', import.meta.url);
const rows = (JSON.parse(readFileSync(url, 'utf8')) as { rows: unknown[] }).rows.map((row) =>
  procedureSchema.parse(row),
);
const procedures: ReadonlyMap<string, Procedure> = new Map(rows.map((row) => [row.code, row]));
const codes = (query: string, limit = 5) => searchProcedures(procedures, query, limit).map((item) => item.code);

describe('searchProcedures', () => {
  it.each([
    ['an abbreviation', 'ks', '1.001193'],
    ['an abbreviation in capitals', 'CTBS', '2.000815'],
    ['a whole code', '2.000815', '2.000815'],
    ['a code without its dot', '2000815', '2.000815'],
    ['a code with a space', '2 000815', '2.000815'],
    ['the end of a code', '000815', '2.000815'],
    ['words with marks', 'đăng ký khai sinh', '1.001193'],
    ['words without marks', 'dang ky khai sinh', '1.001193'],
    ['decomposed letters', 'Đăng ký kết hôn'.normalize('NFD'), '1.000894'],
    ['beginnings in any order', 'hon tinh xac', '1.004873'],
    ['first letters', 'dkgh', '1.004837'],
    ['a word of the long name', 'dân tộc', '1.004859'],
  ])('puts the right procedure first when given %s', (_what, query, code) => {
    expect(codes(query)[0]).toBe(code);
  });

  it('prefers the exact abbreviation to names that only begin like it', () => {
    expect(codes('kt')[0]).toBe('1.000656');
    expect(codes('kh')[0]).toBe('1.000894');
  });

  it('finds all of a field and respects the limit when the word is common', () => {
    expect(codes('dat dai', 50).length).toBeGreaterThanOrEqual(4);
    expect(codes('dat dai', 2)).toHaveLength(2);
  });

  it('lists by name when nothing is typed and nothing when nothing fits', () => {
    expect(codes('  ', 50)).toHaveLength(procedures.size);
    expect(searchProcedures(procedures, '', 50)[0]?.shortName.startsWith('Cấp')).toBe(true);
    expect(codes('xyz không có')).toEqual([]);
    expect(codes('|||')).toHaveLength(5);
  });
});
