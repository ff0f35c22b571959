import { describe, expect, test } from 'vitest';
import { foldVietnamese } from '../../shared/base/vietnamese';
import { newSearchText, putSearchLine, searchLines, searchText, type SearchText } from './search-text';

function build(rows: Readonly<Record<string, string>>): SearchText {
  const lines = newSearchText();
  for (const [id, words] of Object.entries(rows)) putSearchLine(lines, id, ` ${foldVietnamese(words)}`);
  return lines;
}

function find(lines: SearchText, query: string, limit = 50): string[] {
  return searchText(lines, foldVietnamese(query), limit);
}

const people = build({
  anh: 'Đặng Thị Ngọc Ánh 0912345678 001190012345 H41.26-261012-0042',
  long: 'Nguyễn Thành Long 0987000111 038085001234 H41.26-261012-0043',
  trang: 'Trần Thị Thu Trang 0911222333 038300009999 TAM-PC1-261012-001',
});

describe('searchText', () => {
  test.each([
    ['no marks', 'dang thi ngoc anh', ['anh']],
    ['marks', 'Đặng Thị', ['anh']],
    ['decomposed marks', 'Đặng Thị'.normalize('NFD'), ['anh']],
    ['any word order', 'trang tran', ['trang']],
    ['beginnings of words', 'ng th l', ['long']],
    ['tail of a phone', '5678', ['anh']],
    ['tail of an id', '1234', ['long', 'anh']],
    ['last digits of a code', '0043', ['long']],
    ['a whole code', 'h41.26-261012-0042', ['anh']],
    ['a temporary number', 'TAM-PC1', ['trang']],
    ['a word shared by two', 'thi', ['trang', 'anh']],
    ['name with number', 'anh 0912', ['anh']],
    ['the inside of a word', 'guyen', []],
    ['no hit', 'nguyen trang', []],
    ['only spaces', '   ', []],
  ])('finds the right dossiers when the query is %s', (_name, query, ids) => {
    expect(find(people, query)).toEqual(ids);
  });

  test('gives newest changes first and keeps the limit when many match', () => {
    const lines = newSearchText();
    for (let i = 0; i < 5000; i += 1) putSearchLine(lines, `id${String(i)}`, ` nguyen van ${String(i)}`);
    expect(find(lines, 'van nguyen', 3)).toEqual(['id4999', 'id4998', 'id4997']);
    expect(find(lines, 'nguyen 17', 2)).toEqual(['id4917', 'id4817']);
  });

  test('forgets the old line when a dossier changed, however often', () => {
    const lines = build({ a: 'Lê Văn Cũ', b: 'Phạm Thị Hoa' });
    for (let i = 0; i < 3000; i += 1) putSearchLine(lines, 'a', ` le van moi${String(i)}`);
    expect(find(lines, 'cu')).toEqual([]);
    expect(find(lines, 'moi2999')).toEqual(['a']);
    expect(find(lines, 'hoa')).toEqual(['b']);
    expect([...searchLines(lines)].map(([id]) => id)).toEqual(['b', 'a']);
    expect(lines.nextSerial).toBeLessThan(2000);
  });

  test('never joins two lines when a line holds a line break', () => {
    const lines = newSearchText();
    putSearchLine(lines, 'a', ' one\n two');
    putSearchLine(lines, 'b', ' three');
    expect(find(lines, 'one two')).toEqual(['a']);
    expect(find(lines, 'two three')).toEqual([]);
  });

  test('answers when name and query have 4,000 characters', () => {
    const long = 'Nguyễn '.repeat(600);
    expect(find(build({ a: long }), long)).toEqual(['a']);
  });
});
