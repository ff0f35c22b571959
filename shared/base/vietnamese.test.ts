import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVi, foldVietnamese, nameOrder, toNfc } from './vietnamese';

describe('toNfc', () => {
  it('composes letters when the text is decomposed', () => {
    const decomposed = 'Nguyễn Thị Hường'.normalize('NFD');
    expect(decomposed).not.toBe('Nguyễn Thị Hường');
    expect(toNfc(decomposed)).toBe('Nguyễn Thị Hường');
  });
});

describe('foldVietnamese', () => {
  it.each([
    ['Đặng Thị Hoà', 'dang thi hoa'],
    ['ĐƯỜNG', 'duong'],
    ['Ðoàn', 'doan'],
    ['ẮẰẲẴẶ ỨỪỬỮỰ ƠƯ', 'aaaaa uuuuu ou'],
    ["Y' Bhin Niê", "y' bhin nie"],
    ['2.000815', '2.000815'],
  ])('drops marks and case when given %s', (text, folded) => {
    expect(foldVietnamese(text)).toBe(folded);
    expect(foldVietnamese(text.normalize('NFD'))).toBe(folded);
  });

  it('changes nothing when applied twice', () => {
    fc.assert(fc.property(fc.string(), (text) => foldVietnamese(foldVietnamese(text)) === foldVietnamese(text)));
  });
});

describe('nameOrder', () => {
  it('sorts by given name, then family name, then middle names when names are mixed', () => {
    const names = ['Trần Văn Bình', 'Nguyễn Văn An', 'Lê Thị Hòa', 'Lê Văn An', 'Nguyễn Thị Hoa', 'Lê An An', 'Đỗ Ân'];
    expect([...names].sort(nameOrder)).toEqual([
      'Lê An An',
      'Lê Văn An',
      'Nguyễn Văn An',
      'Đỗ Ân',
      'Trần Văn Bình',
      'Nguyễn Thị Hoa',
      'Lê Thị Hòa',
    ]);
  });

  it('copes when a name has one word or none', () => {
    expect(['Nguyễn Bình', 'An', ''].sort(nameOrder)).toEqual(['', 'An', 'Nguyễn Bình']);
  });
});

describe('compareVi', () => {
  it('puts đ after d and compares numbers by value when sorting', () => {
    expect(['Quầy 10', 'Quầy 2', 'đá', 'dừa', 'da'].sort(compareVi)).toEqual(['da', 'dừa', 'đá', 'Quầy 2', 'Quầy 10']);
  });
});
