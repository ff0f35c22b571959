import { describe, expect, it } from 'vitest';
import { CARD_TEXT_MAX, looksLikeCardFields, readCardFields } from './citizen-card-text';

const id = '001090000017';
const card = [id, '012345678', 'Nguyễn Văn An', '02031990', 'Nam', 'Thôn 1, xã Thanh Bình', '01012021'];
const line = card.join('|');

function fieldsOf(text: string): readonly string[] | string {
  const read = readCardFields(text);
  return read.ok ? read.value.fields : read.error.kind;
}

describe('readCardFields, labels', () => {
  // Every label a reader prints, by the place of its field.
  it.each([
    [0, ['Số CCCD', 'CCCD', 'Số căn cước', 'Số định danh', 'Số định danh cá nhân', 'Số']],
    [1, ['Số CMND', 'Số CMND cũ', 'CMND']],
    [2, ['Họ và tên', 'Họ tên', 'Họ, chữ đệm và tên khai sinh', 'Tên']],
    [3, ['Ngày sinh', 'Ngày, tháng, năm sinh']],
    [4, ['Giới tính', 'Giới']],
    [5, ['Nơi thường trú', 'Nơi cư trú', 'Thường trú', 'Địa chỉ']],
    [6, ['Ngày cấp', 'Ngày cấp CCCD', 'Ngày, tháng, năm cấp']],
  ])('put a field at place %i, whatever its name', (place, names) => {
    // Two other labels, so that three are named, in a place that is not this one.
    const others = [
      ['Số', 'X0'],
      ['Giới', 'X4'],
      ['Ngày cấp', 'X6'],
    ].filter((_, index) => [0, 4, 6][index] !== place);
    for (const name of names) {
      const text = [...others.slice(0, 2).map(([label, value]) => `${label ?? ''}: ${value ?? ''}`), `${name} : mẫu`];
      const fields = fieldsOf(text.join('\n'));
      expect([name, fields.length, fields[place]]).toEqual([name, 7, 'mẫu']);
    }
  });

  it('leave places empty that no label names, and pass over lines without one', () => {
    expect(fieldsOf(`Số: ${id}\nkhông có nhãn\nTên: An\nGiới: Nam`)).toEqual([id, '', 'An', '', 'Nam', '', '']);
  });

  it('are only taken off while fewer than three are named, also with nothing before the colon', () => {
    expect(fieldsOf(`Số: ${id}|Tên: An|:x|khác: y`)).toEqual([id, 'An', ':x', 'khác: y']);
    expect(fieldsOf(`Số: ${id}|Tên: An|Giới: Nam`)).toEqual([id, '', 'An', '', 'Nam', '', '']);
  });
});

describe('readCardFields, lines', () => {
  it('reads lines of fields only when three are labelled', () => {
    expect(fieldsOf(`Số: ${id}\nTên: An`)).toEqual([`${id} Tên: An`]);
    expect(fieldsOf(`Số: ${id}\nTên: An\nGiới: Nam`)).toHaveLength(7);
  });

  it('takes off the prefix of a reader at the start alone', () => {
    expect(fieldsOf(`]Q1${line}`)).toEqual(card);
    expect(fieldsOf(line.replace('Thôn 1', 'Thôn ]Q1'))).toEqual(card.map((one) => one.replace('Thôn 1', 'Thôn ]Q1')));
  });

  it.each(['\r', '\n', '\r\n', '\u0085', '\u2028', '\u2029\u2029'])('joins a card broken by %j', (end) => {
    expect(fieldsOf(line.replace('|Nam', `${end}|Nam`))).toEqual(card);
    expect(fieldsOf(`${line}${end}${line}`)).toEqual(card);
  });

  it('knows two cards by two numbers of nine to thirteen digits at the start of a line', () => {
    const other = line.replace(id, '001090000025');
    expect(fieldsOf(`${line}\n${other}`)).toBe('twoCards');
    expect(fieldsOf(`${line}\n12345678|x`)).toHaveLength(8);
    expect(fieldsOf(`${line}\n12345678901234|x`)).toHaveLength(8);
    expect(fieldsOf(`${line}\nx ${other}`)).not.toBe('twoCards');
  });

  it.each(['~', '^', ';', '!', '#', '$', '\t'])('takes %j for the bar behind a number', (bar) => {
    expect(fieldsOf(card.join(bar))).toEqual(card);
    expect(fieldsOf(card.join(bar).replace(id, '12345678'))).toHaveLength(1);
  });

  it('takes it only behind a number that begins the text', () => {
    expect(fieldsOf(`x ${card.join(';')}`)).toHaveLength(1);
  });
});

describe('readCardFields, limits', () => {
  it('looks at a text of the longest length, and at none beyond', () => {
    expect(fieldsOf(line.padEnd(CARD_TEXT_MAX, 'a'))).toHaveLength(7);
    expect(readCardFields(line.padEnd(CARD_TEXT_MAX + 1, 'a'))).toEqual({
      ok: false,
      error: { kind: 'tooLong', length: CARD_TEXT_MAX + 1, max: CARD_TEXT_MAX },
    });
  });

  it('knows digits typed through a Vietnamese keyboard by nine signs and no other', () => {
    expect(fieldsOf('ăâêôđăâêô|x')).toBe('vietnameseKeyboard');
    expect(fieldsOf('đđđđđđđđ|x')).toEqual(['đđđđđđđđ', 'x']);
    expect(fieldsOf('đđđđđđđđđ|x')).toBe('vietnameseKeyboard');
    expect(fieldsOf('xđđđđđđđđđ|x')).toEqual(['xđđđđđđđđđ', 'x']);
    expect(fieldsOf('đđđđđđđđđx|x')).toEqual(['đđđđđđđđđx', 'x']);
  });
});

describe('looksLikeCardFields', () => {
  it('wants six fields, of which the first has six digits', () => {
    expect(looksLikeCardFields('123456|b|c|d|e|f')).toBe(true);
    expect(looksLikeCardFields('123456|b|c|d|e')).toBe(false);
    expect(looksLikeCardFields('12345|b|c|d|e|f')).toBe(false);
    expect(looksLikeCardFields('12a34b56|b|c|d|e|f')).toBe(true);
    expect(looksLikeCardFields('abcdef|b|c|d|e|f')).toBe(false);
    expect(looksLikeCardFields('Số: 123456|b|c|d|e|f')).toBe(true);
    expect(looksLikeCardFields('đđđđđđđđđ|b|c|d|e|f')).toBe(true);
  });

  it('knows three labelled lines, and looks no further than the longest card', () => {
    expect(looksLikeCardFields('Số: 1\nTên: An\nGiới: Nam')).toBe(true);
    expect(looksLikeCardFields('Số: 1\nTên: An')).toBe(false);
    expect(looksLikeCardFields(`${'x'.repeat(CARD_TEXT_MAX)}\nSố: 1\nTên: An\nGiới: Nam`)).toBe(false);
    expect(looksLikeCardFields('')).toBe(false);
  });
});
