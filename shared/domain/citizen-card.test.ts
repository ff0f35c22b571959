import { PROPERTY_RUNS } from '../../tests/support/property-runs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildPersonFromCard,
  CARD_TEXT_MAX,
  looksLikeCard,
  parseCitizenCard,
  type CardError,
  type CitizenCard,
} from './citizen-card';
import { personSchema } from './person';

// Fictitious people; layouts as in the domain notes §7.1.
const HOA = '040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021';
const AN = '040090000123||NGUYỄN VĂN AN|01021990|Nam|Tổ 5, Phường Thí Điểm, Nghệ An|15042021';
const NEW = `${AN}||Trần Văn Bình|Lê Thị Châu||`;

function read(text: string): CitizenCard {
  const card = parseCitizenCard(text);
  if (!card.ok) throw new Error(JSON.stringify(card.error));
  return card.value;
}

function fail(text: string): CardError | undefined {
  const card = parseCitizenCard(text);
  return card.ok ? undefined : card.error;
}

/** UTF-8 bytes shown as Windows-1252, as a scanner with the wrong setting types them. */
function garble(text: string): string {
  return new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
}

describe('parseCitizenCard reads the card', () => {
  it('of 2021 when it has seven fields', () => {
    expect(read(HOA)).toEqual({
      layout: 'card2021',
      personalId: '040188002345',
      oldId: '184567890',
      name: 'Nguyễn Thị Hòa',
      birth: '1988-05-12',
      sex: 'female',
      address: 'Xóm 1, Xã Ví Dụ, Nghệ An',
      issuedOn: '2021-04-15',
      doubts: [],
    });
  });

  it('of 2024 when it has ten fields or more', () => {
    expect(read(NEW)).toMatchObject({ layout: 'card2024', name: 'NGUYỄN VĂN AN', oldId: undefined, sex: 'male' });
    expect(read(`${AN}|||`)).toMatchObject({ layout: 'card2024', issuedOn: '2021-04-15' });
  });

  const same: [what: string, text: string][] = [
    ['a byte order mark stands before it', `\ufeff${HOA}`],
    ['its letters are decomposed', HOA.normalize('NFD')],
    ['it ends with CR LF', `${HOA}\r\n`],
    ['it ends with CR', `${HOA}\r`],
    ['it ends with a tab', `${HOA}\t`],
    ['spaces stand around every field', HOA.split('|').join(' | ')],
    ['spaces are doubled or hard', HOA.replaceAll(' ', '\u00a0 ')],
    ['zero-width characters are mixed in', HOA.replace('Thị', 'Th\u200bị\u200d')],
    ['the reader adds its own prefix', `]Q1${HOA}`],
    ['the bars are full-width', HOA.replaceAll('|', '｜')],
    ['the key map turned bars into tildes', HOA.replaceAll('|', '~')],
    ['the trigger was pulled twice', `${HOA}\r\n${HOA}\r\n`],
    ['an address was broken into two lines', HOA.replace('Xã Ví', 'Xã\r\nVí')],
    ['dates have slashes', HOA.replace('12051988', '12/05/1988').replace('15042021', '15-04-2021')],
    ['a bar stands at the end', `${HOA}|`],
    [
      'every field has a label',
      'Số CCCD: 040188002345|Số CMND: 184567890|Họ và tên: Nguyễn Thị Hòa|Ngày sinh: 12/05/1988|Giới tính: Nữ|Nơi thường trú: Xóm 1, Xã Ví Dụ, Nghệ An|Ngày cấp: 15/04/2021',
    ],
    [
      'labelled lines come in another order',
      'Họ và tên: Nguyễn Thị Hòa\r\nSố CCCD: 040188002345\r\nSố CMND: 184567890\r\nGiới tính: Nữ\r\nNgày sinh: 12/05/1988\r\nNgày cấp: 15/04/2021\r\nNơi thường trú: Xóm 1, Xã Ví Dụ, Nghệ An\r\n',
    ],
    ['only the first field has a label', `CCCD: ${HOA}`],
  ];
  it.each(same)('the same when %s', (_what, text) => {
    expect(read(text)).toEqual(read(HOA));
    expect(looksLikeCard(text)).toBe(true);
  });

  it.each([
    ['1950', '1950'],
    ['00001950', '1950'],
    ['00/00/1950', '1950'],
    ['00051950', '1950'],
    ['29022000', '2000-02-29'],
  ])('with the birth %s when the day is not known or rare', (written, birth) => {
    expect(read(HOA.replace('12051988', written)).birth).toBe(birth);
  });

  it('with a doubt when the reader typed UTF-8 as Windows-1252', () => {
    expect(garble(HOA)).not.toContain('Nguyễn');
    expect(read(garble(HOA))).toEqual({ ...read(HOA), doubts: ['encodingRepaired'] });
    expect(read(garble(`\ufeff${NEW}`))).toMatchObject({
      name: 'NGUYỄN VĂN AN',
      address: 'Tổ 5, Phường Thí Điểm, Nghệ An',
    });
  });

  it('with a doubt when all marks are lost', () => {
    const card = read('040188002345||NGUYEN THI HOA|12051988|Nu|Xom 1, Xa Vi Du, Nghe An|15042021');
    expect(card).toMatchObject({ name: 'NGUYEN THI HOA', sex: 'female', doubts: ['marksLost'] });
  });

  it('with a doubt when one field is missing', () => {
    const noOldId = '040188002345|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021';
    expect(read(noOldId)).toEqual({ ...read(HOA), oldId: undefined, doubts: ['fieldMissing'] });
    const noIssue = HOA.slice(0, HOA.lastIndexOf('|'));
    expect(read(noIssue)).toEqual({ ...read(HOA), issuedOn: undefined, doubts: ['fieldMissing'] });
  });

  it('when names of other peoples have apostrophes, hyphens or one word', () => {
    for (const name of ["Y' Bhin Niê", 'K’Brèo', 'H Wơn-Niê', 'Lý']) {
      expect(read(HOA.replace('Nguyễn Thị Hòa', name)).name).toBe(name);
    }
  });

  it('when address, sex or old number are empty', () => {
    const card = read('040188002345||Lý Thị Mẩy|12051988|||');
    expect(card).toMatchObject({ sex: undefined, address: '', issuedOn: undefined, doubts: [] });
  });
});

describe('parseCitizenCard says what is wrong', () => {
  const with_ = (from: string, to: string) => HOA.replace(from, to);
  const wrong: [what: string, text: string, error: CardError][] = [
    ['nothing came', '', { kind: 'empty' }],
    ['only line ends came', '\ufeff\r\n \r\n', { kind: 'empty' }],
    ['the id has 11 digits', with_('040188002345', '40188002345'), { kind: 'idLength', length: 11 }],
    ['the id has 13 digits', with_('040188002345', '0401880023456'), { kind: 'idLength', length: 13 }],
    ['the id has letters', with_('040188002345', '04O188002345'), { kind: 'idNotDigits' }],
    ['the id has Arabic digits', with_('040188002345', '٠٤٠١٨٨٠٠٢٣٤٥'), { kind: 'idNotDigits' }],
    ['the old number has 8 digits', with_('184567890', '18456789'), { kind: 'oldId' }],
    ['the name is missing', with_('Nguyễn Thị Hòa', ''), { kind: 'name', why: 'empty' }],
    ['the name has digits', with_('Nguyễn Thị Hòa', 'Nguy6n Thi Hoa'), { kind: 'name', why: 'letters' }],
    [
      'the name is in a wrong code page',
      with_('Nguyễn Thị Hòa', 'NguyêÞn Thiò Hoaø'),
      { kind: 'name', why: 'letters' },
    ],
    ['the name holds mark-up', with_('Nguyễn Thị Hòa', '<b>Hoa</b>'), { kind: 'name', why: 'letters' }],
    ['the name has 201 letters', with_('Nguyễn Thị Hòa', 'H'.repeat(201)), { kind: 'name', why: 'tooLong' }],
    ['the birth is 31 February', with_('12051988', '31021988'), { kind: 'date', field: 'birth', text: '31021988' }],
    [
      'the birth is 29 February 1990',
      with_('12051988', '29021990'),
      { kind: 'date', field: 'birth', text: '29021990' },
    ],
    ['the birth has month 13', with_('12051988', '12131988'), { kind: 'date', field: 'birth', text: '12131988' }],
    ['the birth is all zeros', with_('12051988', '00000000'), { kind: 'date', field: 'birth', text: '00000000' }],
    ['the birth is empty', with_('12051988', ''), { kind: 'date', field: 'birth', text: '' }],
    [
      'the day of issue is impossible',
      with_('15042021', '32042021'),
      { kind: 'date', field: 'issuedOn', text: '32042021' },
    ],
    ['the sex is a guess', with_('Nữ', 'X'), { kind: 'sex' }],
    ['the address has 501 characters', with_('Xóm 1', 'x'.repeat(501)), { kind: 'addressTooLong', max: 500 }],
    ['a NUL stands inside', with_('Thị', 'Th\u0000ị'), { kind: 'controlCharacter', code: 0 }],
    ['an escape sequence stands inside', with_('Thị', '\u001b[31m'), { kind: 'controlCharacter', code: 27 }],
    ['a group separator stands inside', with_('|Nữ', '\u001d|Nữ'), { kind: 'controlCharacter', code: 29 }],
    ['text runs from right to left', with_('Thị', '\u202eThị'), { kind: 'controlCharacter', code: 0x202e }],
    ['half a character stands inside', with_('Thị', '\ud800'), { kind: 'controlCharacter', code: 0xd800 }],
    ['a field is missing twice', '040188002345|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1', { kind: 'fieldCount', count: 5 }],
    ['there are sixteen fields', `${HOA}${'|x'.repeat(9)}`, { kind: 'fieldCount', count: 16 }],
    ['it is no card', 'https://example.org/?a=1', { kind: 'fieldCount', count: 1 }],
    ['it is a script', 'javascript:alert(1)', { kind: 'fieldCount', count: 1 }],
    ['two cards came at once', `${HOA}\r\n${AN}\r\n`, { kind: 'twoCards' }],
    ['4 kB came', 'x'.repeat(4096), { kind: 'tooLong', length: 4096, max: CARD_TEXT_MAX }],
    [
      'the name has 4,000 characters',
      with_('Nguyễn Thị Hòa', 'Hòa '.repeat(1000)),
      { kind: 'tooLong', length: HOA.length - 14 + 4000, max: CARD_TEXT_MAX },
    ],
    // 040188002345 through the Vietnamese Windows keyboard.
    [
      'the keyboard is Vietnamese',
      with_('040188002345', 'đôđă\u0301\u0301đđâêô\u0300'),
      { kind: 'vietnameseKeyboard' },
    ],
  ];
  it.each(wrong)('when %s', (_what, text, error) => {
    expect(fail(text)).toEqual(error);
  });

  it('without ever throwing when the payload is anything at all', () => {
    const field = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(...HOA.split('|'), '', '1950'),
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 2000 }),
      fc.array(field, { maxLength: 18 }).map((all) => all.join('|')),
    );
    fc.assert(
      fc.property(text, (payload) => {
        looksLikeCard(payload);
        const card = parseCitizenCard(payload);
        if (card.ok) expect(personSchema.safeParse(buildPersonFromCard(card.value)).success).toBe(true);
      }),
      PROPERTY_RUNS,
    );
  });
});

describe('looksLikeCard', () => {
  it.each([
    ['an 11-digit id', HOA.slice(1), true],
    ['a control character', HOA.replace('Thị', '\u0000'), true],
    ['a Vietnamese keyboard', 'đôđăđđâêôăđđ||x|x|x|x|x', true],
    ['a slip', 'QMC1|H41.26-260309-0007|a|b|c|d|e|f|g', false],
    ['a code', 'H41.26-260309-0007', false],
    ['a list in the search box', 'a|b|c|d|e|f|g', false],
    ['a name', 'Nguyễn Thị Hòa', false],
    ['nothing', '', false],
  ])('decides by the shape, not by the content, when given %s', (_what, text, answer) => {
    expect(looksLikeCard(text)).toBe(answer);
  });
});

describe('buildPersonFromCard', () => {
  it('leaves out what the card leaves out when a person is built', () => {
    expect(buildPersonFromCard(read('040188002345||Lý Thị Mẩy|1988|||'))).toEqual({
      name: 'Lý Thị Mẩy',
      identity: { kind: 'personalId', number: '040188002345' },
      birth: '1988',
      source: 'card',
    });
    expect(buildPersonFromCard(read(HOA))).toMatchObject({ sex: 'female', address: 'Xóm 1, Xã Ví Dụ, Nghệ An' });
  });
});
