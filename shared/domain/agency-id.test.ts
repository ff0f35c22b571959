import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGENCY_ID_MAX, formatAgencyId, isWithinAgency, parseAgencyId, type AgencyId } from './agency-id';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

// Examples of the domain notes §3.1: old ids are read from right to left, new ones from left to right.
const examples: [text: string, id: AgencyId][] = [
  ['000.00.00.H56', { scheme: 'qcvn102', root: 'H56', levels: [] }],
  ['000.00.01.H22', { scheme: 'qcvn102', root: 'H22', levels: ['01'] }],
  ['000.17.22.H56', { scheme: 'qcvn102', root: 'H56', levels: ['22', '17'] }],
  ['005.17.22.H56', { scheme: 'qcvn102', root: 'H56', levels: ['22', '17', '005'] }],
  ['012.00.01.H22', { scheme: 'qcvn102', root: 'H22', levels: ['01', '00', '012'] }],
  ['H56', { scheme: 'qd20', root: 'H56', levels: [] }],
  ['H56.14', { scheme: 'qd20', root: 'H56', levels: ['14'] }],
  ['H55.242', { scheme: 'qd20', root: 'H55', levels: ['242'] }],
  ['G22.1.2.3.4.5', { scheme: 'qd20', root: 'G22', levels: ['1', '2', '3', '4', '5'] }],
];

const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((all) => all.join(''));

describe('parseAgencyId', () => {
  it.each(examples)('reads %s', (text, id) => {
    expect(parseAgencyId(text)).toEqual({ ok: true, value: id });
    expect(parseAgencyId(`  ${text.toLowerCase()} `)).toEqual({ ok: true, value: id });
  });

  it.each([
    '',
    '56',
    'I56.14',
    'H5.14',
    'H561',
    'H56.',
    'H56.1234',
    'H56.1.2.3.4.5.6',
    '00.00.00.H56',
    '000.0.00.H56',
    '000.00.0.H56',
    '000.00.00.I56',
    '000.00.00.H5',
    '000.00.00',
    'x000.00.00.H56',
    '000.00.00.H56x',
  ])('refuses %s', (text) => {
    expect(parseAgencyId(text)).toEqual({ ok: false, error: { kind: 'notAnAgencyId' } });
  });
});

describe('formatAgencyId', () => {
  it.each(examples)('writes %s as it was read', (text, id) => {
    expect(formatAgencyId(id)).toBe(text);
    expect(text.length).toBeLessThanOrEqual(AGENCY_ID_MAX);
  });

  it('throws when a part does not fit', () => {
    const wrong: AgencyId[] = [
      { scheme: 'qd20', root: 'nowhere', levels: [] },
      { scheme: 'qd20', root: 'H56', levels: ['1', '2', '3', '4', '5', '6'] },
      { scheme: 'qcvn102', root: 'H56', levels: ['1'] },
      { scheme: 'qcvn102', root: 'H56', levels: ['01', '02', '003', '04'] },
    ];
    for (const id of wrong) expect(() => formatAgencyId(id)).toThrow('formatAgencyId: not an agency id');
  });

  it('gives back the text of any identifier', () => {
    const old = fc.tuple(digits(3), digits(2), digits(2), digits(2)).map(([v, z, y, x]) => `${v}.${z}.${y}.H${x}`);
    const current = fc
      .tuple(digits(2), fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: 5 }))
      .map(([root, levels]) => [`H${root}`, ...levels].join('.'));
    fc.assert(
      fc.property(fc.oneof(old, current), (text) => {
        const id = parseAgencyId(text);
        expect(id.ok && formatAgencyId(id.value)).toBe(text);
      }),
      PROPERTY_RUNS,
    );
  });
});

describe('isWithinAgency', () => {
  it.each([
    ['H41.26', 'H41.26', true],
    ['H41.26.1', 'H41.26', true],
    ['H41.26.1', 'h41', true],
    ['H41.26', 'H41.26.1', false],
    ['H41.2', 'H41.26', false],
    ['H41.27.1', 'H41.26', false],
    ['H42.26.1', 'H41.26', false],
    ['000.17.22.H56', '000.00.22.H56', true],
    ['000.17.22.H56', '000.00.00.H56', true],
    ['000.17.22.H56', '000.00.17.H56', false],
    ['000.00.00.H56', 'H56', false],
    ['H56.14', '000.00.00.H56', false],
    ['x', 'H56', false],
    ['H56', 'x', false],
  ])('%s in %s is %s', (inner, outer, answer) => {
    expect(isWithinAgency(inner, outer)).toBe(answer);
  });
});
