import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addressRowsSchema, type AddressRows } from './address';
import {
  buildAddressIndex,
  foldAddress,
  formatUnits,
  isInForce,
  listAncestors,
  listSuccessors,
  nameKeys,
} from './address-index';
import { findAddress } from './address-lookup';
import { searchAddresses } from './address-search';

const file = JSON.parse(readFileSync(new URL('../../build/packages/addresses.json', import.meta.url), 'utf8')) as {
  readonly rows: unknown;
};
const rows: AddressRows = addressRowsSchema.parse(file.rows);
const index = buildAddressIndex(rows);
const TODAY = '2026-03-09';

function unitOf(id: string) {
  const unit = index.byId.get(id);
  if (!unit) throw new Error(id);
  return unit;
}

/** `unit id` of the answer, or its kind with the candidates' ids. */
function ask(text: string, day = TODAY): string {
  const answer = findAddress(index, text, day);
  if (answer.kind === 'found') return `${answer.unit.id} ${answer.detail}`.trim();
  if (answer.kind === 'choose') return `choose ${answer.candidates.map(({ unit }) => unit.id).join(' ')}`;
  return answer.kind === 'provinceOnly' ? `province ${answer.candidates.map(({ id }) => id).join(' ')}` : 'unknown';
}

describe('the installed catalogue', () => {
  it('holds 63 provinces before and 34 after 1 July 2025', () => {
    const provincesOn = (day: string) =>
      rows.units.filter((unit) => unit.level === 'province' && isInForce(unit, day)).length;
    expect(provincesOn('2024-01-01')).toBe(63);
    expect(provincesOn('2025-06-30')).toBe(63);
    expect(provincesOn('2025-07-01')).toBe(34);
  });

  it('names units and successors that exist, and each id once', () => {
    expect(index.byId.size).toBe(rows.units.length);
    for (const { parentId } of rows.units) if (parentId !== undefined) expect(index.byId.has(parentId)).toBe(true);
    for (const { from, to, day } of rows.changes) {
      expect(unitOf(to).validFrom).toBe(day);
      const { validTo } = unitOf(from);
      expect(validTo !== undefined && validTo < day).toBe(true);
    }
  });

  it('marks itself provisional and every unit below the provinces as practice', () => {
    expect(rows.provisional).toBe(true);
    expect(index.provisional).toBe(true);
    for (const unit of rows.units) expect(unit.practice === true).toBe(unit.level !== 'province');
  });

  // NQ 202/2025/QH15, as widely published: predecessors of each of the 23 merged provinces (old codes -> new code).
  it.each([
    ['02 08', '08', 'Tỉnh Tuyên Quang'],
    ['10 15', '15', 'Tỉnh Lào Cai'],
    ['06 19', '19', 'Tỉnh Thái Nguyên'],
    ['17 25 26', '25', 'Tỉnh Phú Thọ'],
    ['24 27', '24', 'Tỉnh Bắc Ninh'],
    ['33 34', '33', 'Tỉnh Hưng Yên'],
    ['30 31', '31', 'Thành phố Hải Phòng'],
    ['35 36 37', '37', 'Tỉnh Ninh Bình'],
    ['44 45', '44', 'Tỉnh Quảng Trị'],
    ['48 49', '48', 'Thành phố Đà Nẵng'],
    ['51 62', '51', 'Tỉnh Quảng Ngãi'],
    ['52 64', '52', 'Tỉnh Gia Lai'],
    ['56 58', '56', 'Tỉnh Khánh Hòa'],
    ['60 67 68', '68', 'Tỉnh Lâm Đồng'],
    ['54 66', '66', 'Tỉnh Đắk Lắk'],
    ['74 77 79', '79', 'Thành phố Hồ Chí Minh'],
    ['70 75', '75', 'Tỉnh Đồng Nai'],
    ['72 80', '80', 'Tỉnh Tây Ninh'],
    ['92 93 94', '92', 'Thành phố Cần Thơ'],
    ['83 84 86', '86', 'Tỉnh Vĩnh Long'],
    ['82 87', '82', 'Tỉnh Đồng Tháp'],
    ['95 96', '96', 'Tỉnh Cà Mau'],
    ['89 91', '91', 'Tỉnh An Giang'],
  ])('%s became %s', (before, code, name) => {
    for (const old of before.split(' ')) {
      const now = listSuccessors(index, unitOf(`tinh-${old}`), '2025-07-01');
      expect(now.map((unit) => [unit.code, unit.name])).toEqual([[code, name]]);
    }
  });
});

describe('foldAddress and nameKeys', () => {
  it.each([
    ['P. 5', ['p 5', '5']],
    ['phường 5', ['phuong 5', '5']],
    ['TP. Hồ Chí Minh', ['tp ho chi minh', 'ho chi minh']],
    ['Thành phố Hồ Chí Minh', ['thanh pho ho chi minh', 'ho chi minh']],
    ['Bà Rịa - Vũng Tàu', ['ba ria vung tau']],
    ['Kỳ Sơn', ['ki son']],
    ['H. Cũ', ['h cu', 'cu']],
    ['Hcũ', ['hcu']],
    ['Xã', ['xa']],
    ['T.X Thí Điểm', ['t x thi diem']],
    ['TX Thí Điểm', ['tx thi diem', 'thi diem']],
    ['', ['']],
  ])('of %j', (name, keys) => {
    expect(nameKeys(name)).toEqual(keys);
  });

  it('keeps letters and digits only', () => {
    expect(foldAddress('  Đường 30/4, (Tổ 2) ')).toBe('duong 30 4 to 2');
  });
});

describe('listSuccessors', () => {
  it('follows changes over several years, only as far as the day', () => {
    const east = unitOf('th-tapsudong');
    const ids = (day: string) => listSuccessors(index, east, day).map((unit) => unit.id);
    expect(ids('2024-11-30')).toEqual(['th-tapsudong']);
    expect(ids('2024-12-01')).toEqual(['th-tapsu']);
    expect(ids('2025-06-30')).toEqual(['th-tapsu']);
    expect(ids('2025-07-01')).toEqual(['th-maudon-2025']);
  });

  it('gives both parts of a divided unit and nothing for a district', () => {
    expect(listSuccessors(index, unitOf('th-hoamau'), TODAY).map((unit) => unit.id)).toEqual([
      'th-maudon-2025',
      'th-suoimau-2025',
    ]);
    expect(listSuccessors(index, unitOf('th-huyen-1'), TODAY)).toEqual([]);
    expect(listSuccessors(index, unitOf('tinh-46'), TODAY).map((unit) => unit.id)).toEqual(['tinh-46-2025']);
  });

  it('ends in a ring of damaged rows', () => {
    const base = { code: '1', level: 'commune' as const, validFrom: '2000-01-01', validTo: '2001-01-01' };
    const ring = buildAddressIndex({
      provisional: false,
      units: [
        { ...base, id: 'a', name: 'A', parentId: 'b' },
        { ...base, id: 'b', name: 'B', parentId: 'a' },
        { ...base, id: 'c', name: 'C', parentId: 'gone' },
      ],
      changes: [
        { from: 'a', to: 'b', day: '2001-01-02', part: 'whole', act: '' },
        { from: 'b', to: 'a', day: '2001-01-02', part: 'whole', act: '' },
        { from: 'c', to: 'gone', day: '2001-01-02', part: 'whole', act: '' },
      ],
    });
    for (const unit of ring.units) expect(listSuccessors(ring, unit, TODAY)).toEqual([]);
    expect(ring.units.map((unit) => listAncestors(ring, unit).map(({ id }) => id))).toEqual([['b'], ['a'], []]);
    expect(ring.provisional).toBe(false);
    expect(ring.changesFrom.has('c')).toBe(false);
  });
});

describe('findAddress', () => {
  it('gives both readings and the code of today', () => {
    expect(findAddress(index, ' Xóm 1,  Xã Thanh Bình Hạ, Huyện Thực Hành, Nghệ An ', TODAY)).toEqual({
      kind: 'found',
      asWritten: 'Xóm 1, Xã Thanh Bình Hạ, Huyện Thực Hành, Nghệ An',
      detail: 'Xóm 1',
      written: unitOf('th-ha'),
      unit: unitOf('th-thanhbinh'),
      code: 'TH-901',
      now: 'Xóm 1, Xã Thanh Bình, Tỉnh Nghệ An',
      changed: true,
    });
    expect(findAddress(index, 'Xã Thanh Bình, Nghệ An', TODAY)).toMatchObject({
      kind: 'found',
      detail: '',
      now: 'Xã Thanh Bình, Tỉnh Nghệ An',
      changed: false,
    });
  });

  it.each([
    ['marks are gone', 'Xom 1, Xa Thanh Binh Ha, Huyen Thuc Hanh, Nghe An', 'th-thanhbinh Xom 1'],
    ['capitals are used', 'XÓM 1, XÃ THANH BÌNH HẠ, HUYỆN THỰC HÀNH, TỈNH NGHỆ AN', 'th-thanhbinh XÓM 1'],
    ['letters are decomposed', 'Xã Thanh Bình Hạ, Thực Hành, Nghệ An'.normalize('NFD'), 'th-thanhbinh'],
    ['kinds are left out', 'Tổ 2, Thanh Bình Hạ, Thực Hành, Nghệ An', 'th-thanhbinh Tổ 2'],
    ['kinds are shortened', 'Tổ 5, P. Thí Điểm, TX. Thí Điểm, Nghệ An', 'th-thidiem-2025 Tổ 5'],
    ['a town is meant', 'Khối 3, TT Thực Hành, H. Thực Hành, Nghệ An', 'th-thanhbinh Khối 3'],
    ['the country stands behind', 'Xã Mẫu Đơn, Nghệ An, Việt Nam', 'th-maudon-2025'],
    ['semicolons and dashes divide', 'Xã Thí Nghiệm; Thực Hành - Nghệ An', 'th-vidu-2025'],
    [
      'the detail has commas',
      'Số 3, ngõ 5, Xóm 1, Xã Ví Dụ, Huyện Thực Hành, Nghệ An',
      'th-vidu-2025 Số 3, ngõ 5, Xóm 1',
    ],
    ['the district is unknown here', 'Thôn 3, Thanh Bình, Thanh Chương, Nghệ An', 'th-thanhbinh Thôn 3'],
    ['the name exists in two districts', 'Xóm 1, Xã Ví Dụ, Huyện Cũ, Nghệ An', 'th-suoimau-2025 Xóm 1'],
    ['a district has the name of the commune', 'Thí Điểm, Thí Điểm, Nghệ An', 'th-thidiem-2025'],
    ['an earlier merger came first', 'Xã Tập Sự Tây, Thực Hành, Nghệ An', 'th-maudon-2025'],
    ['it is not said in which district', 'Xã Ví Dụ, Nghệ An', 'choose th-suoimau-2025 th-vidu-2025'],
    ['the commune was divided', 'Xã Hoa Mẫu, Huyện Cũ, Nghệ An', 'choose th-maudon-2025 th-suoimau-2025'],
    ['the commune is unknown', 'Xã Không Có, Huyện Cũ, Nghệ An', 'province tinh-40'],
    ['two steps are unknown', 'Xã Ví Dụ, Không Có, Cũng Không, Nghệ An', 'province tinh-40'],
    ['only a province is named', 'Tỉnh Yên Bái', 'province tinh-15-2025'],
    ['old and new province share the name', 'Lào Cai', 'province tinh-15-2025'],
    ['the province is the last word', 'Huyện Thực Hành, Nghệ An', 'province tinh-40'],
    ['no province is known', 'Xã Ví Dụ, Huyện Cũ, Tỉnh Không Có', 'unknown'],
    ['a commune stands where the province should', 'Xã Ví Dụ', 'unknown'],
    ['nothing is written', ' ', 'unknown'],
  ])('reads it when %s', (_what, text, answer) => {
    expect(ask(text)).toBe(answer);
  });

  it('speaks of the day it is asked about', () => {
    const text = 'Xã Tập Sự Đông, Thực Hành, Nghệ An';
    expect(ask(text, '2024-11-30')).toBe('th-tapsudong');
    expect(ask(text, '2025-01-01')).toBe('th-tapsu');
    expect(ask(text, '2025-07-01')).toBe('th-maudon-2025');
    expect(ask('Yên Bái', '2025-06-30')).toBe('province tinh-15');
  });
});

describe('searchAddresses', () => {
  const search = (typed: string, limit = 20, day = TODAY) =>
    searchAddresses(index, typed, { day, limit }).map((choice) => `${choice.unit.id}<${choice.former?.unit.id ?? ''}`);

  it('offers communes in force first, then those found by a former name', () => {
    expect(search('thanh binh')).toEqual(['th-thanhbinh<', 'th-thanhbinh<th-thuong', 'th-thanhbinh<th-ha']);
    expect(searchAddresses(index, 'thanh binh ha', { day: TODAY, limit: 1 })).toEqual([
      {
        unit: unitOf('th-thanhbinh'),
        label: 'Xã Thanh Bình, Tỉnh Nghệ An',
        former: { unit: unitOf('th-ha'), label: 'Xã Thanh Bình Hạ, Huyện Thực Hành, Tỉnh Nghệ An' },
      },
    ]);
  });

  it('finds beginnings of words in any order, in the names above as well', () => {
    expect(search('cu vi')).toEqual(['th-suoimau-2025<th-vidu2']);
    expect(search('nghe suoi')).toEqual(['th-suoimau-2025<', 'th-suoimau-2025<th-suoimau']);
    expect(search('hoa mau')).toEqual(['th-maudon-2025<th-hoamau', 'th-suoimau-2025<th-hoamau']);
  });

  it('puts the commune of that name before communes of a district of that name', () => {
    expect(search('thi diem')[0]).toBe('th-thidiem-2025<');
    expect(search('thuc hanh')[0]).toBe('th-thanhbinh<th-tran');
  });

  it('keeps to the limit, and finds nothing for nothing', () => {
    expect(search('xa', 3)).toHaveLength(3);
    expect(search('xa', 0)).toEqual([]);
    expect(search('hoa mau', 1)).toEqual(['th-maudon-2025<th-hoamau']);
    expect(search(' , ')).toEqual([]);
    expect(search('anh')).toEqual([]);
  });

  it('offers old communes on an old day', () => {
    expect(search('vi du', 20, '2025-06-30')).toEqual(['th-vidu<', 'th-vidu2<']);
  });

  it('answers from ten thousand communes without building anything again', () => {
    const units = Array.from({ length: 10_000 }, (_, n) => ({
      ...unitOf('th-thanhbinh'),
      id: `x-${String(n)}`,
      name: `Xã Số ${String(n)}`,
    }));
    const large = buildAddressIndex({ provisional: true, units: [unitOf('tinh-40'), ...units], changes: [] });
    expect(searchAddresses(large, 'so 9999', { day: TODAY, limit: 5 }).map(({ unit }) => unit.id)).toEqual(['x-9999']);
    expect(formatUnits(large, unitOf('tinh-40'))).toBe('Tỉnh Nghệ An');
  });
});
