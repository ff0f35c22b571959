import { describe, expect, it } from 'vitest';
import { looksLikeCard, parseCitizenCard, type CardError } from './citizen-card';

// Damages beyond repair: told to the officer, never guessed. All people are invented.
describe('golden payloads', () => {
  const wrong: readonly (readonly [what: string, payload: string, error: CardError])[] = [
    [
      'a thirteenth digit at the end',
      '0401880023455|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1|15042021',
      { kind: 'idLength', length: 13 },
    ],
    [
      'a first digit twice and another year',
      '0040188002345|184567890|Nguyễn Thị Hòa|12051989|Nữ|Xóm 1|15042021',
      { kind: 'idLength', length: 13 },
    ],
    [
      'a first digit twice and another sex',
      '0040188002345|184567890|Nguyễn Thị Hòa|12051988|Nam|Xóm 1|15042021',
      { kind: 'idLength', length: 13 },
    ],
    [
      'another digit in front',
      '1040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1|15042021',
      { kind: 'idLength', length: 13 },
    ],
    [
      'four characters twice',
      '0401040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1|15042021',
      { kind: 'idLength', length: 16 },
    ],
    [
      'a digit behind the day of issue',
      '040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1|150420211',
      { kind: 'date', field: 'issuedOn', text: '150420211' },
    ],
    [
      'a bare year of issue',
      '040188002345|184567890|Nguyễn Thị Hòa|12051988|Nữ|Xóm 1|2021',
      { kind: 'date', field: 'issuedOn', text: '2021' },
    ],
    [
      'letters replaced by question marks',
      '040188002345|184567890|Nguy?n Th? Hòa|12051988|N?|Xóm 1|15042021',
      { kind: 'name', why: 'letters' },
    ],
    [
      'a half-converted name',
      '040188002345|184567890|NguyÔn V8n Hßa|12051988|N÷|Xãm 1|15042021',
      { kind: 'name', why: 'letters' },
    ],
    ['a back that breaks off', 'IDVNM1880023459040188002345<<1', { kind: 'mrzLength', length: 30 }],
    [
      'a back with another number check',
      'IDVNM1880023458040188002345<<1\n8805120F2805128VNM<<<<<<<<<<<8\nNGUYEN<<THI<HOA<<<<<<<<<<<<<<<',
      { kind: 'mrzCheck', part: 'number' },
    ],
    [
      'a back whose two numbers differ',
      'IDVNM1880023459040188002346<<1\n8805120F2805128VNM<<<<<<<<<<<8\nNGUYEN<<THI<HOA<<<<<<<<<<<<<<<',
      { kind: 'mrzCheck', part: 'number' },
    ],
    [
      'a back with a letter in the short number',
      'IDVNM18800X3459040188002345<<1\n8805120F2805128VNM<<<<<<<<<<<8\nNGUYEN<<THI<HOA<<<<<<<<<<<<<<<',
      { kind: 'mrzCheck', part: 'number' },
    ],
    [
      'a back with a letter in the whole number',
      'IDVNM18800234590401880X2345<<1\n8805120F2805128VNM<<<<<<<<<<<8\nNGUYEN<<THI<HOA<<<<<<<<<<<<<<<',
      { kind: 'mrzCheck', part: 'number' },
    ],
    [
      'a back with another birth check',
      'IDVNM1880023459040188002345<<1\n8805121F2805128VNM<<<<<<<<<<<8\nNGUYEN<<THI<HOA<<<<<<<<<<<<<<<',
      { kind: 'mrzCheck', part: 'birth' },
    ],
    [
      'a back with letters in the birth',
      'IDVNM1880023459040188002345<<1\nXX05120F2805128VNM<<<<<<<<<<<8\nNGUYEN<<THI<HOA<<<<<<<<<<<<<<<',
      { kind: 'mrzCheck', part: 'birth' },
    ],
    [
      'a back with another expiry check',
      'IDVNM1880023459040188002345<<1\n8805120F2805127VNM<<<<<<<<<<<8\nNGUYEN<<THI<HOA<<<<<<<<<<<<<<<',
      { kind: 'mrzCheck', part: 'expiry' },
    ],
    [
      'a back with an expiry that is no day',
      'IDVNM1880023459040188002345<<1\n8805120F2815129VNM<<<<<<<<<<<8\nNGUYEN<<THI<HOA<<<<<<<<<<<<<<<',
      { kind: 'mrzCheck', part: 'expiry' },
    ],
    [
      'a back with digits in the name',
      'IDVNM1880023459040188002345<<1\n8805120F2805128VNM<<<<<<<<<<<8\nNGUYEN<<TH1<HOA<<<<<<<<<<<<<<<',
      { kind: 'mrzCheck', part: 'name' },
    ],
    [
      'a back without a name',
      'IDVNM1880023459040188002345<<1\n8805120F2805128VNM<<<<<<<<<<<8\n<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<',
      { kind: 'mrzCheck', part: 'name' },
    ],
  ];
  it.each(wrong)('refused: %s', (_what, payload, error) => {
    expect(parseCitizenCard(payload)).toEqual({ ok: false, error });
    expect(looksLikeCard(payload)).toBe(true);
  });
});
