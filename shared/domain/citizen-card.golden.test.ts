import { describe, expect, it } from 'vitest';
import { looksLikeCard, parseCitizenCard, type CardDoubt } from './citizen-card';

// Payloads typed by hand from the layouts and damages of the domain notes §7.1 to §7.3. All people are invented.
const HOA = {
  layout: 'card2021',
  personalId: '040188002345',
  oldId: '184567890',
  name: 'Nguyễn Thị Hòa',
  birth: '1988-05-12',
  sex: 'female',
  address: 'Xóm 1, Xã Ví Dụ, Nghệ An',
  issuedOn: '2021-04-15',
  doubts: [],
};

type Golden = readonly [what: string, payload: string, card: object, doubts?: readonly CardDoubt[]];

const goldens: readonly Golden[] = [
  ['2021, seven fields', '040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021', {}],
  [
    'the sample of the notes, no old number',
    '040090000123||NGUYỄN VĂN A|01021990|Nam|Xóm 1, Xã Ví Dụ, Huyện Cũ, Nghệ An|15042021',
    {
      personalId: '040090000123',
      oldId: undefined,
      name: 'NGUYỄN VĂN A',
      birth: '1990-02-01',
      sex: 'male',
      address: 'Xóm 1, Xã Ví Dụ, Huyện Cũ, Nghệ An',
    },
  ],
  [
    'old number of twelve digits',
    '040188002345|040188002345|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021',
    { oldId: '040188002345' },
  ],
  [
    'old number of zeros',
    '040188002345|000000000|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021',
    { oldId: undefined },
  ],
  [
    'eight fields',
    '040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021|',
    { layout: 'card2021' },
  ],
  [
    'nine fields',
    '040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021||',
    { layout: 'card2021' },
  ],
  [
    '2024, ten fields',
    '040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021|||',
    { layout: 'card2024' },
  ],
  [
    '2024, eleven fields with the parents',
    '040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021||Nguyễn Văn Nam|Trần Thị Lan|',
    { layout: 'card2024' },
  ],
  [
    '2024, fifteen fields',
    '040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021|a|b|c|d|e|f|g|h',
    { layout: 'card2024' },
  ],
  [
    'six fields, the old number left out',
    '040188002345|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021',
    { oldId: undefined },
    ['fieldMissing'],
  ],
  [
    'six fields, the day of issue left out',
    '040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An',
    { issuedOn: undefined },
    ['fieldMissing'],
  ],
  [
    'birth 0000yyyy',
    '040188002345|184567890|Nguyễn Thị Hòa|00001988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021',
    { birth: '1988' },
  ],
  ['birth yyyy', '040188002345|184567890|Nguyễn Thị Hòa|1988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021', { birth: '1988' }],
  [
    'birth 00MMyyyy',
    '040188002345|184567890|Nguyễn Thị Hòa|00051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021',
    { birth: '1988' },
  ],
  ['ISO dates', '040188002345|184567890|Nguyễn Thị Hòa|1988-05-12|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|2021-04-15', {}],
  ['dates with dots', '040188002345|184567890|Nguyễn Thị Hòa|12.05.1988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15 04 2021', {}],
  [
    'birth on 29 February',
    '040184002345|184567890|Nguyễn Thị Hòa|29021984|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021',
    { personalId: '040184002345', birth: '1984-02-29' },
  ],
  [
    'born in the 2000s',
    '040305002345||Nguyễn Thị Hòa|12052005|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021',
    { personalId: '040305002345', oldId: undefined, birth: '2005-05-12' },
  ],
  [
    'capitals throughout',
    '040188002345|184567890|NGUYỄN THỊ HÒA|12051988|NỮ|XÓM 1, XÃ VÍ DỤ, NGHỆ AN|15042021',
    { name: 'NGUYỄN THỊ HÒA', address: 'XÓM 1, XÃ VÍ DỤ, NGHỆ AN' },
  ],
  [
    'all marks dropped',
    '040188002345|184567890|Nguyen Thi Hoa|12051988|Nu|Xom 1, Xa Vi Du, Nghe An|15042021',
    { name: 'Nguyen Thi Hoa', address: 'Xom 1, Xa Vi Du, Nghe An' },
    ['marksLost'],
  ],
  [
    'all marks dropped, capitals',
    '040188002345|184567890|NGUYEN THI HOA|12051988|NU|XOM 1, XA VI DU, NGHE AN|15042021',
    { name: 'NGUYEN THI HOA', address: 'XOM 1, XA VI DU, NGHE AN' },
    ['marksLost'],
  ],
  [
    'converted to TCVN3',
    '040188002345|184567890|NguyÔn ThÞ Hßa|12051988|N÷|Xãm 1, X· VÝ Dô, NghÖ An|15042021',
    {},
    ['encodingRepaired'],
  ],
  [
    'converted to TCVN3, other letters',
    '040088002345||§Æng V¨n ­íc|12051988|Nam|Xãm 1, X· VÝ Dô, NghÖ An|15042021',
    { personalId: '040088002345', oldId: undefined, name: 'Đặng Văn ước', sex: 'male' },
    ['encodingRepaired'],
  ],
  [
    'converted to TCVN3, font of capitals',
    '040188002345|184567890|NGUYÔN THÞ HßA|12051988|N÷|Xãm 1, X· VÝ Dô, NghÖ An|15042021',
    { name: 'NGUYỄN THỊ HÒA' },
    ['encodingRepaired'],
  ],
  [
    'converted to TCVN3, a capital Ư that looks like a bar',
    '040088002345||NguyÔn V¨n ¦íc|12051988|Nam|Xãm 1, X· VÝ Dô, NghÖ An|15042021',
    { personalId: '040088002345', oldId: undefined, name: 'Nguyễn Văn Ước', sex: 'male' },
    ['encodingRepaired'],
  ],
  [
    'converted to VNI-Windows',
    '040188002345|184567890|Nguyeãn Thò Hoøa|12051988|Nöõ|Xoùm 1, Xaõ Ví Duï, Ngheä An|15042021',
    {},
    ['encodingRepaired'],
  ],
  [
    'converted to VNI-Windows, capitals',
    '040188002345|184567890|NGUYEÃN THÒ HOØA|12051988|NÖÕ|XOÙM 1, XAÕ VÍ DUÏ, NGHEÄ AN|15042021',
    { name: 'NGUYỄN THỊ HÒA', address: 'XÓM 1, XÃ VÍ DỤ, NGHỆ AN' },
    ['encodingRepaired'],
  ],
  [
    'converted to VNI-Windows, other letters',
    '040088002345||Ñaëng Vaên Öôùc|12051988|Nam|Xoùm 1, Xaõ Ví Duï, Ngheä An|15042021',
    { personalId: '040088002345', oldId: undefined, name: 'Đặng Văn Ước', sex: 'male' },
    ['encodingRepaired'],
  ],
  [
    'UTF-8 read as Windows-1252',
    '040188002345|184567890|Nguyá»…n Thá»‹ HÃ²a|12051988|Ná»¯|XÃ³m 1, XÃ£ VÃ­ Dá»¥, Nghá»‡ An|15042021',
    {},
    ['encodingRepaired'],
  ],
  [
    'typed in Telex without an input method',
    '040188002345|184567890|Nguyeenx Thij Hoaf|12051988|Nuwx|Xosm 1, Xax Vis Duj, Ngheej An|15042021',
    {},
    ['encodingRepaired'],
  ],
  [
    'typed in Telex, tone right behind the vowel',
    '040188002345|184567890|Nguyeexn Thij Hofa|12051988|Nuwx|Xosm 1, Xax Vis Duj, Ngheej An|15042021',
    {},
    ['encodingRepaired'],
  ],
  [
    'typed in VNI without an input method',
    '040188002345|184567890|Nguye6n4 Thi5 Hoa2|12051988|Nu74|Xo1m 1, Xa4 Vi1 Du5, Nghe65 An|15042021',
    {},
    ['encodingRepaired'],
  ],
  [
    'the first character twice',
    '0040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021',
    {},
    ['numberRepaired'],
  ],
  [
    'the first three characters twice',
    '040040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021',
    {},
    ['numberRepaired'],
  ],
  [
    'junk behind the last field',
    '040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021;;#',
    {},
    ['junkDropped'],
  ],
  ['CR LF at the end', '040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021\r\n', {}],
  [
    'CR LF inside the address',
    '040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví\r\nDụ, Nghệ An|15042021',
    {},
  ],
  [
    'STX in front, ETX and NUL behind',
    '\u0002040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021\u0003\u0000\r',
    {},
  ],
  ['a tab behind', '040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021\t', {}],
  [
    'the key map sent tildes',
    '040188002345~184567890~Nguyễn Thị Hòa~12051988~Nữ~Xóm 1, Xã Ví Dụ, Nghệ An~15042021',
    {},
  ],
  [
    'a name of one word',
    '040188002345||Lý|12051988|Nữ|Xóm 1, Xã Ví Dụ, Nghệ An|15042021',
    { oldId: undefined, name: 'Lý' },
  ],
  [
    'a name that is no Vietnamese',
    '066188002345||H’Wơn Niê Kdăm|12051988|Nữ|Buôn Ví Dụ, Đắk Lắk|15042021',
    { personalId: '066188002345', oldId: undefined, name: 'H’Wơn Niê Kdăm', address: 'Buôn Ví Dụ, Đắk Lắk' },
  ],
  [
    'no address and no day of issue',
    '040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ||',
    { address: '', issuedOn: undefined },
  ],
];

const back = { layout: 'backSide', oldId: undefined, address: '', issuedOn: undefined };
const HOA_BACK = {
  ...back,
  personalId: '040188002345',
  name: 'NGUYEN THI HOA',
  birth: '1988-05-12',
  sex: 'female',
  expiresOn: '2028-05-12',
};
const backs: readonly Golden[] = [
  [
    'three lines',
    'IDVNM1880023459040188002345<<1\r\n8805120F2805128VNM<<<<<<<<<<<8\r\nNGUYEN<<THI<HOA<<<<<<<<<<<<<<<\r\n',
    HOA_BACK,
  ],
  ['one line', 'IDVNM1880023459040188002345<<18805120F2805128VNM<<<<<<<<<<<8NGUYEN<<THI<HOA<<<<<<<<<<<<<<<', HOA_BACK],
  [
    'small letters, spaces and a double reading',
    'idvnm1880023459040188002345<<1 8805120f2805128vnm<<<<<<<<<<<8 nguyen<<thi<hoa<<<<<<<<<<<<<<< IDVNM1880023459',
    HOA_BACK,
  ],
  [
    'letters read for digits',
    'IDVNM188OO234590401880O2345<<1\n8B05I20F28O5128VNM<<<<<<<<<<<8\nNGUYEN<<THI<HOA<<<<<<<<<<<<<<<',
    HOA_BACK,
    // The overall check digit is computed over what was printed, so lookalikes in it are told.
    ['backSide', 'backUnproven'],
  ],
  [
    'birth without a day, card without end',
    'IDVNM0880001238040088000123<<0\n8800000M9912315VNM<<<<<<<<<<<6\nTRAN<<VAN<BINH<<<<<<<<<<<<<<<<',
    {
      ...back,
      personalId: '040088000123',
      name: 'TRAN VAN BINH',
      birth: '1988',
      sex: 'male',
      expiresOn: undefined,
    },
  ],
  [
    'born in the 2000s',
    'IDVNM3050123459001305012345<<0\n0503017F3003013VNM<<<<<<<<<<<0\nLE<<AN<<<<<<<<<<<<<<<<<<<<<<<<',
    {
      ...back,
      personalId: '001305012345',
      name: 'LE AN',
      birth: '2005-03-01',
      sex: 'female',
      expiresOn: '2030-03-01',
    },
  ],
  [
    'another overall check digit',
    'IDVNM1880023459040188002345<<1\n8805120F2805128VNM<<<<<<<<<<<7\nNGUYEN<<THI<HOA<<<<<<<<<<<<<<<',
    HOA_BACK,
    ['backSide', 'backUnproven'],
  ],
  [
    'no sex',
    'IDVNM1880023459040188002345<<1\n8805120<2805128VNM<<<<<<<<<<<8\nNGUYEN<<THI<HOA<<<<<<<<<<<<<<<',
    { ...HOA_BACK, sex: undefined },
  ],
];

/** Rows by name, with the doubts that every row of the table shares unless it names its own. */
function named(rows: readonly Golden[], usual: readonly CardDoubt[]) {
  return rows.map(([what, payload, card, doubts = usual]) => ({ what, payload, card, doubts }));
}

describe('golden payloads', () => {
  it.each(named(goldens, []))('front: $what', ({ payload, card, doubts }) => {
    expect(parseCitizenCard(payload)).toEqual({ ok: true, value: { ...HOA, ...card, doubts } });
    expect(looksLikeCard(payload)).toBe(true);
  });

  it.each(named(backs, ['backSide']))('back: $what', ({ payload, card, doubts }) => {
    expect(parseCitizenCard(payload)).toEqual({ ok: true, value: { ...card, doubts } });
    expect(looksLikeCard(payload)).toBe(true);
  });

  it('are forty at least', () => {
    expect(goldens.length + backs.length).toBeGreaterThanOrEqual(40);
  });
});
