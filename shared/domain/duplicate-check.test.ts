import { describe, expect, it } from 'vitest';
import { fromLocal } from '../base/time';
import { findDuplicates, type DuplicateReason, type EarlierDossier } from './duplicate-check';
import { duplicateRuleSchema, type DuplicateRule } from './duplicate-rule';
import type { Party, Person } from './person';

const mother: Person = {
  name: 'Nguyễn Thị Hòa',
  identity: { kind: 'personalId', number: '040188002345' },
  birth: '1988-05-12',
  source: 'card',
};
const father: Person = { ...mother, name: 'Lê Văn Dũng', identity: { kind: 'personalId', number: '040085000001' } };
const child: Person = {
  name: 'Lê Bảo An',
  identity: { kind: 'none', reason: 'newborn' },
  birth: '2026-02-01',
  source: 'typed',
};
const of = (person: Person): Party[] => [{ role: 'applicant', person }];
const birth = (person: Person, parent = mother): Party[] => [
  ...of(person),
  { role: 'submitter', person: parent, relation: 'parent' },
];
const at = fromLocal('2026-03-09', '09:10');
const earlier: EarlierDossier = {
  dossierId: 'd1',
  code: 'H41.26-260309-0001',
  procedureCode: '1.001193',
  receivedAt: fromLocal('2026-03-09', '07:30'),
  isOpen: true,
  parties: of(mother),
  handlingUnit: 'UBND xã Thanh Bình',
};
const wanted = { procedureCode: '1.001193', parties: of(mother), handlingUnit: 'UBND xã Thanh Bình' };
type Changes = Partial<EarlierDossier>;

function why(
  rule: DuplicateRule,
  changes: Changes,
  asked: { parties?: Party[]; land?: EarlierDossier['land']; handlingUnit?: string } = {},
): DuplicateReason | undefined {
  const { land, ...rest } = asked;
  const found = findDuplicates({
    rule,
    wanted: { ...wanted, ...rest, ...(land === undefined ? {} : { land }) },
    earlier: [{ ...earlier, ...changes }],
    at,
  });
  return found[0]?.why;
}

describe('findDuplicates', () => {
  it('keeps the five rules', () => {
    expect(duplicateRuleSchema.options).toEqual([
      'none',
      'samePersonSameDay',
      'sameSubject',
      'sameChild',
      'sameParcel',
    ]);
  });

  it('finds nothing where people come again and again', () => {
    expect(why('none', {})).toBeUndefined();
  });

  it.each<[what: string, rule: DuplicateRule, changes: Changes, reason: DuplicateReason | undefined]>([
    ['the same person and day', 'samePersonSameDay', {}, 'samePersonSameDay'],
    [
      'the last minute of the day',
      'samePersonSameDay',
      { receivedAt: fromLocal('2026-03-09', '23:59') },
      'samePersonSameDay',
    ],
    ['the day before', 'samePersonSameDay', { receivedAt: fromLocal('2026-03-08', '23:59') }, undefined],
    ['no reception yet', 'samePersonSameDay', { receivedAt: null }, undefined],
    ['another person', 'samePersonSameDay', { parties: of(father) }, undefined],
    ['another procedure', 'samePersonSameDay', { procedureCode: '2.000815' }, undefined],
    ['a stub without procedure', 'samePersonSameDay', { procedureCode: null }, undefined],
    ['the same subject years ago', 'sameSubject', { receivedAt: 0, isOpen: false }, 'sameSubject'],
    ['another subject', 'sameSubject', { parties: of(father) }, undefined],
    ['the subject of another procedure', 'sameSubject', { procedureCode: '2.000815' }, undefined],
    [
      'the person as submitter only',
      'sameSubject',
      { parties: [...of(father), { role: 'submitter', person: mother }] },
      undefined,
    ],
  ])('by person: %s', (_what, rule, changes, reason) => {
    expect(why(rule, changes)).toBe(reason);
  });

  it.each<[what: string, parties: Party[], reason: DuplicateReason | undefined]>([
    ['the same name and birth', birth(child, father), 'sameChild'],
    ['the same name, mother and another birth', birth({ ...child, birth: '2026-02-02' }), 'sameChild'],
    ['the same name and another mother', birth({ ...child, birth: '2026-02-02' }, father), undefined],
    ['another name, same birth and mother', birth({ ...child, name: 'Lê Bảo Châu' }), 'siblings'],
    ['another name, same birth, another mother', birth({ ...child, name: 'Lê Bảo Châu' }, father), undefined],
    ['another name and birth, same mother', birth({ ...child, name: 'Lê Bảo Châu', birth: '2024-01-01' }), undefined],
    [
      'a child that has a number by now',
      birth({ ...child, name: 'Lê Bảo Châu', identity: { kind: 'personalId', number: '040226000009' } }),
      'siblings',
    ],
    ['no birth on either', birth({ name: 'Khác', identity: child.identity, source: 'typed' }), undefined],
  ])('by child: %s', (_what, parties, reason) => {
    expect(why('sameChild', { parties }, { parties: birth(child) })).toBe(reason);
  });

  it('takes two children with numbers of their own for two', () => {
    const numbered = (number: string, name: string): Party[] =>
      birth({ ...child, name, identity: { kind: 'personalId', number } });
    const asked = { parties: numbered('040226000001', 'Lê Bảo An') };
    expect(why('sameChild', { parties: numbered('040226000002', 'Lê Bảo An') }, asked)).toBeUndefined();
    expect(why('sameChild', { parties: numbered('040226000001', 'Khác') }, asked)).toBe('sameChild');
    expect(why('sameChild', { procedureCode: '2.000815', parties: asked.parties }, asked)).toBeUndefined();
  });

  it('does not take two children without birth for siblings', () => {
    const nameless = (name: string) => birth({ name, identity: child.identity, source: 'typed' });
    expect(why('sameChild', { parties: nameless('A') }, { parties: nameless('B') })).toBeUndefined();
  });

  const land = { sheetNo: '12', parcelNo: '34', certificateSerial: 'CH 001122' };
  it.each<[what: string, changes: Changes, reason: DuplicateReason | undefined]>([
    ['the same certificate, written otherwise', { land: { certificateSerial: 'ch-001122' } }, 'sameCertificate'],
    [
      'the same certificate elsewhere',
      { land: { certificateSerial: 'CH001122' }, handlingUnit: 'X' },
      'sameCertificate',
    ],
    ['the same parcel', { land: { sheetNo: '12', parcelNo: '34' } }, 'sameParcel'],
    [
      'the same parcel of another procedure',
      { land: { sheetNo: '12', parcelNo: '34' }, procedureCode: '1.013831' },
      'sameParcel',
    ],
    ['the same parcel of another unit', { land: { sheetNo: '12', parcelNo: '34' }, handlingUnit: 'X' }, undefined],
    ['another sheet', { land: { sheetNo: '13', parcelNo: '34' } }, undefined],
    ['another parcel', { land: { sheetNo: '12', parcelNo: '35' } }, undefined],
    ['no sheet', { land: { parcelNo: '34' } }, undefined],
    ['a dossier that is over', { land, isOpen: false }, undefined],
    ['no land at all', {}, undefined],
  ])('by parcel: %s', (_what, changes, reason) => {
    expect(why('sameParcel', changes, { land })).toBe(reason);
  });

  it('finds no parcel when none was written', () => {
    expect(why('sameParcel', { land })).toBeUndefined();
    expect(why('sameParcel', { land: {} }, { land: {} })).toBeUndefined();
  });

  it('lists open dossiers first, then the latest', () => {
    const found = findDuplicates({
      rule: 'sameSubject',
      wanted,
      earlier: [
        { ...earlier, dossierId: 'closed', isOpen: false, receivedAt: 9 },
        { ...earlier, dossierId: 'old', receivedAt: 1 },
        { ...earlier, dossierId: 'stub', receivedAt: null },
        { ...earlier, dossierId: 'new', receivedAt: 2 },
        { ...earlier, dossierId: 'other', parties: of(father) },
      ],
      at,
    });
    expect(found.map(({ dossierId }) => dossierId)).toEqual(['new', 'old', 'stub', 'closed']);
    expect(found[0]).toEqual({ dossierId: 'new', code: earlier.code, receivedAt: 2, why: 'sameSubject' });
  });
});
