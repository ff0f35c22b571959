import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from './person';
import { checkPerson, readIdStructure } from './person-checks';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

const TODAY = '2026-03-09';
const hoa: Person = {
  name: 'Nguyễn Thị Hòa',
  identity: { kind: 'personalId', number: '040188002345' },
  birth: '1988-05-12',
  sex: 'female',
  source: 'card',
};

describe('readIdStructure', () => {
  // Domain notes §7.2: digit 4 = century and sex.
  it.each([
    ['040088000001', '1988', 'male'],
    ['040188000001', '1988', 'female'],
    ['040205000001', '2005', 'male'],
    ['040305000001', '2005', 'female'],
    ['040410000001', '2110', 'male'],
    ['040999000001', '2399', 'female'],
  ])('reads year and sex when the number is %s', (number, birthYear, sex) => {
    expect(readIdStructure(number)).toEqual({ birthYear, sex });
  });
});

describe('checkPerson', () => {
  it('has nothing to say when everything agrees', () => {
    expect(checkPerson(hoa, TODAY)).toEqual([]);
    expect(checkPerson({ ...hoa, birth: '1988' }, TODAY)).toEqual([]);
  });

  it.each([
    ['the year differs', { birth: '1989-05-12' }, [{ kind: 'idYear', idYear: '1988', birthYear: '1989' }]],
    ['the bare year differs', { birth: '1987' }, [{ kind: 'idYear', idYear: '1988', birthYear: '1987' }]],
    ['the sex differs', { sex: 'male' as const }, [{ kind: 'idSex', idSex: 'female' }]],
    ['the name has a digit', { name: 'Nguyễn Thị Hòa 2' }, [{ kind: 'nameHasDigits' }]],
    [
      'the place is unknown',
      { identity: { kind: 'personalId' as const, number: '003188002345' } },
      [{ kind: 'idPlace', place: '003' }],
    ],
    ['the place is a country', { identity: { kind: 'personalId' as const, number: '123188002345' } }, []],
    [
      'the old card is shown in 2026',
      { identity: { kind: 'oldId' as const, number: '184567890' } },
      [{ kind: 'oldIdEnded', since: '2025-01-01' }],
    ],
  ])('warns when %s', (_what, changes, warnings) => {
    expect(checkPerson({ ...hoa, ...changes }, TODAY)).toEqual(warnings);
  });

  it('accepts the old card when it was still valid', () => {
    expect(checkPerson({ ...hoa, identity: { kind: 'oldId', number: '184567890' } }, '2024-12-31')).toEqual([]);
  });

  it.each([
    ['2026-03-09', []],
    ['2026-03-10', [{ kind: 'birthInFuture' }]],
    ['2027', [{ kind: 'birthInFuture' }]],
    ['2026', []],
    ['1905', [{ kind: 'birthLongAgo', years: 121 }]],
    ['2021-05-05', [{ kind: 'notNewborn', years: 5 }]],
  ])('looks at the birth when a child without number is born %s', (birth, warnings) => {
    const child: Person = { name: 'Lê Bảo An', identity: { kind: 'none', reason: 'newborn' }, birth, source: 'typed' };
    expect(checkPerson(child, TODAY)).toEqual(warnings);
  });

  const { birth: _birth, ...unborn } = hoa;
  it.each([
    ['040226000001', []],
    ['040227000001', [{ kind: 'birthInFuture' }]],
    ['040410000001', [{ kind: 'birthInFuture' }]],
    ['040999000001', [{ kind: 'birthInFuture' }]],
    ['040099000001', []],
  ])('looks at the year in the number %s when no birth is known', (number, warnings) => {
    const sex = readIdStructure(number).sex;
    expect(checkPerson({ ...unborn, sex, identity: { kind: 'personalId', number } }, TODAY)).toEqual(warnings);
  });

  it('asks nothing of a passport, a tax code or the year of a person without number', () => {
    const others: Person['identity'][] = [
      { kind: 'passport', number: 'C1234567' },
      { kind: 'taxCode', number: '2900123456' },
      { kind: 'none', reason: 'foreigner' },
    ];
    for (const identity of others) expect(checkPerson({ ...hoa, identity }, TODAY)).toEqual([]);
    expect(checkPerson({ name: 'A', identity: { kind: 'none', reason: 'other' }, source: 'typed' }, TODAY)).toEqual([]);
  });

  it.each([
    ['1906-01-01', []],
    ['1905-12-31', [{ kind: 'birthLongAgo', years: 121 }]],
  ])('wonders about a long life from 121 years on: %s', (birth, warnings) => {
    const old: Person = { name: 'Lý', identity: { kind: 'none', reason: 'other' }, birth, source: 'typed' };
    expect(checkPerson(old, TODAY)).toEqual(warnings);
  });

  it.each([
    ['2025-01-01', []],
    ['2024-12-31', [{ kind: 'notNewborn', years: 2 }]],
  ])('calls a child newborn up to the year after its birth: %s', (birth, warnings) => {
    const child: Person = { name: 'An', identity: { kind: 'none', reason: 'newborn' }, birth, source: 'typed' };
    expect(checkPerson(child, TODAY)).toEqual(warnings);
    expect(checkPerson({ ...child, identity: { kind: 'none', reason: 'other' } }, TODAY)).toEqual([]);
  });

  it('never warns about year or sex when they are taken from the number itself', () => {
    const digits = fc.array(fc.nat(9), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(digits, (rest) => {
        const number = `040${rest.join('')}`;
        const { birthYear, sex } = readIdStructure(number);
        const kinds = checkPerson(
          { ...hoa, identity: { kind: 'personalId', number }, birth: birthYear, sex },
          TODAY,
        ).map((w) => w.kind);
        expect(kinds).not.toContain('idYear');
        expect(kinds).not.toContain('idSex');
      }),
      PROPERTY_RUNS,
    );
  });
});
