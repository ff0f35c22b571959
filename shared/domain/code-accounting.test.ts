import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accountForLease,
  listCodesOutside,
  listReturnable,
  listRuns,
  type CodeClaims,
  type LeaseCircumstances,
} from './code-accounting';
import type { CodeLease } from './code-lease';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

const day = '2026-11-20';
const lease: CodeLease = { leaseId: 'a', agencyId: 'H41.26', day, from: 1, to: 6 };
const today: LeaseCircumstances = { today: day, deviceLost: false };
const nothing: CodeClaims = { used: [], voided: [], kits: [], returned: [] };
const code = (number: number) => `H41.26-261120-000${String(number)}`;
const fatesOf = (claims: Partial<CodeClaims>, around: Partial<LeaseCircumstances> = {}) =>
  accountForLease(lease, { ...nothing, ...claims }, { ...today, ...around });

describe('accountForLease', () => {
  it('names one fate for every number of the block', () => {
    const account = fatesOf({
      used: [
        { code: code(1), dossierId: 'd1' },
        { code: ' h41.26\u2013261120\u20130002 ', dossierId: 'd2' },
      ],
      voided: [{ code: code(3), reason: 'in hỏng' }],
      kits: [{ kitId: 'k1', codes: [code(2), code(4)] }],
      returned: [{ leaseId: 'a', from: 5, to: 5 }],
    });
    expect(account).toEqual({
      lease,
      numbers: [
        { number: 1, code: code(1), fate: 'used', dossierId: 'd1', kitId: null },
        { number: 2, code: code(2), fate: 'used', dossierId: 'd2', kitId: 'k1' },
        { number: 3, code: code(3), fate: 'void', reason: 'in hỏng', kitId: null },
        { number: 4, code: code(4), fate: 'kit', kitId: 'k1' },
        { number: 5, code: code(5), fate: 'returned' },
        { number: 6, code: code(6), fate: 'free' },
      ],
      counts: { used: 2, void: 1, kit: 1, returned: 1, free: 1, expired: 0, lost: 0 },
      doubles: [],
    });
  });

  it.each<[what: string, around: Partial<LeaseCircumstances>, fate: string, counted: string]>([
    ['the day is to come', { today: '2026-11-19' }, 'free', 'free'],
    ['it is the day', {}, 'free', 'free'],
    ['the day is over', { today: '2026-11-21' }, 'expired', 'expired'],
    ['the device is lost', { deviceLost: true }, 'lost', 'lost'],
    ['the device is lost and the day over', { deviceLost: true, today: '2026-11-21' }, 'lost', 'lost'],
    ['the agency ended the day before', { agencyEndedOn: '2026-11-19' }, 'agencyEnded', 'void'],
    ['the agency ended that day', { agencyEndedOn: day, deviceLost: true }, 'agencyEnded', 'void'],
    ['the agency ends the day after', { agencyEndedOn: '2026-11-21' }, 'free', 'free'],
    ['nobody knows of an end', { agencyEndedOn: undefined }, 'free', 'free'],
  ])('explains what nobody claims when %s', (_what, around, fate, counted) => {
    const account = fatesOf({ used: [{ code: code(1), dossierId: 'd1' }] }, around);
    expect(account.numbers.map((one) => one.fate)).toEqual(['used', fate, fate, fate, fate, fate]);
    expect(account.counts).toEqual({
      ...{ used: 1, void: 0, kit: 0, returned: 0, free: 0, expired: 0, lost: 0 },
      [counted]: 5,
    });
  });

  const used = (dossierId: string) => ({ code: code(1), dossierId });
  const kit = (kitId: string) => ({ kitId, codes: [code(1)] });
  const back = { leaseId: 'a', from: 1, to: 1 };
  const spoilt = { code: code(1), reason: 'hỏng' };
  const plain = { code: code(1), number: 1, dossierIds: [], voidReasons: [], kitIds: [], returned: false };

  it.each<[what: string, claims: Partial<CodeClaims>, double: object, fate: object]>([
    [
      'two dossiers have it',
      { used: [used('d2'), used('d1')] },
      { dossierIds: ['d1', 'd2'] },
      { fate: 'used', dossierId: 'd1' },
    ],
    [
      'a dossier has it and it is void',
      { used: [used('d1')], voided: [spoilt] },
      { dossierIds: ['d1'], voidReasons: ['hỏng'] },
      { fate: 'used' },
    ],
    [
      'a dossier has it and it was given back',
      { used: [used('d1')], returned: [back] },
      { dossierIds: ['d1'], returned: true },
      { fate: 'used' },
    ],
    [
      'it is void and was given back',
      { voided: [spoilt], returned: [back] },
      { voidReasons: ['hỏng'], returned: true },
      { fate: 'void' },
    ],
    [
      'it is on a kit and was given back',
      { kits: [kit('k1')], returned: [back] },
      { kitIds: ['k1'], returned: true },
      { fate: 'kit' },
    ],
    ['it is on two kits', { kits: [kit('k2'), kit('k1')] }, { kitIds: ['k1', 'k2'] }, { fate: 'kit', kitId: 'k1' }],
  ])('names a double use when %s', (_what, claims, double, fate) => {
    const account = fatesOf(claims);
    expect(account.doubles).toEqual([{ ...plain, ...double }]);
    expect(account.numbers[0]).toMatchObject({ number: 1, ...fate });
    expect(account.counts.free).toBe(5);
  });

  it.each<[what: string, claims: Partial<CodeClaims>]>([
    ['one dossier is told twice', { used: [used('d1'), used('d1')] }],
    ['a kit slip became a dossier', { used: [used('d1')], kits: [kit('k1'), kit('k1')] }],
    ['a kit slip was spoilt', { voided: [spoilt], kits: [kit('k1')] }],
    ['it was voided twice for two reasons', { voided: [spoilt, { code: code(1), reason: 'mất' }] }],
    ['it was given back twice', { returned: [back, back] }],
    ['another lease gave that number back', { used: [used('d1')], returned: [{ ...back, leaseId: 'b' }] }],
  ])('names none when %s', (_what, claims) => {
    expect(fatesOf(claims).doubles).toEqual([]);
  });
});

describe('accountForLease, whatever happened', () => {
  const claimsArbitrary = fc.record({
    used: fc.array(
      fc.record({ code: fc.integer({ min: 1, max: 9 }).map(code), dossierId: fc.constantFrom('d1', 'd2') }),
    ),
    voided: fc.array(
      fc.record({ code: fc.integer({ min: 1, max: 9 }).map(code), reason: fc.constantFrom('r1', 'r2') }),
    ),
    kits: fc.array(
      fc.record({
        kitId: fc.constantFrom('k1', 'k2'),
        codes: fc.array(fc.integer({ min: 1, max: 9 }).map(code), { maxLength: 4 }),
      }),
      { maxLength: 3 },
    ),
    returned: fc.array(
      fc.record({
        leaseId: fc.constantFrom('a', 'b'),
        from: fc.integer({ min: 1, max: 9 }),
        to: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 3 },
    ),
  });
  const aroundArbitrary = fc.record({
    today: fc.constantFrom('2026-11-19', day, '2026-11-21'),
    deviceLost: fc.boolean(),
    agencyEndedOn: fc.constantFrom(undefined, '2026-11-20', '2026-11-21'),
  });

  it('sums to the block, whatever happened to it', () => {
    fc.assert(
      fc.property(
        claimsArbitrary,
        aroundArbitrary,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 20 }),
        (claims, around, from, size) => {
          const block = { ...lease, from, to: from + size - 1 };
          const account = accountForLease(block, claims, around);
          expect(Object.values(account.counts).reduce((sum, n) => sum + n, 0)).toBe(size);
          expect(account.numbers.map(({ number }) => number)).toEqual(Array.from({ length: size }, (_, i) => from + i));
          expect(listRuns(account).reduce((sum, run) => sum + run.to - run.from + 1, 0)).toBe(size);
        },
      ),
      PROPERTY_RUNS,
    );
  });

  it('does not depend on the order in which claims were heard, nor on hearing them twice', () => {
    fc.assert(
      fc.property(claimsArbitrary, aroundArbitrary, (claims, around) => {
        const again = <T>(items: readonly T[]): T[] => [...items, ...items].reverse();
        const { used: u, voided: v, kits: k, returned: r } = claims;
        const other = { used: again(u), voided: again(v), kits: again(k), returned: again(r) };
        expect(accountForLease(lease, other, around)).toEqual(accountForLease(lease, claims, around));
      }),
      PROPERTY_RUNS,
    );
  });

  it('never calls a number free, expired or lost that somebody claims, and names every second user', () => {
    fc.assert(
      fc.property(claimsArbitrary, aroundArbitrary, (claims, around) => {
        const account = accountForLease(lease, claims, around);
        for (const number of account.numbers) {
          const users = new Set(claims.used.filter((one) => one.code === number.code).map((one) => one.dossierId));
          if (users.size > 0) expect(number.fate).toBe('used');
          if (users.size > 1) expect(account.doubles.some((double) => double.code === number.code)).toBe(true);
          if (claims.voided.some((one) => one.code === number.code)) expect(['used', 'void']).toContain(number.fate);
        }
      }),
      PROPERTY_RUNS,
    );
  });
});

describe('listRuns', () => {
  it('joins neighbours of one fate', () => {
    const account = fatesOf({ used: [1, 2, 5].map((n) => ({ code: code(n), dossierId: `d${String(n)}` })) });
    expect(listRuns(account)).toEqual([
      { from: 1, to: 2, fate: 'used' },
      { from: 3, to: 4, fate: 'free' },
      { from: 5, to: 5, fate: 'used' },
      { from: 6, to: 6, fate: 'free' },
    ]);
    expect(listRuns({ numbers: [] })).toEqual([]);
  });
});

describe('listReturnable', () => {
  const claims = { used: [{ code: code(2), dossierId: 'd' }], voided: [{ code: code(5), reason: 'hỏng' }] };
  const ranges = [
    { leaseId: 'a', from: 1, to: 1 },
    { leaseId: 'a', from: 3, to: 4 },
    { leaseId: 'a', from: 6, to: 6 },
  ];
  it('gives back what is free or of an agency that ended, never void, expired or lost numbers', () => {
    expect(listReturnable(fatesOf(claims))).toEqual(ranges);
    expect(listReturnable(fatesOf(claims, { agencyEndedOn: day }))).toEqual(ranges);
    expect(listReturnable(fatesOf(claims, { today: '2026-11-21' }))).toEqual([]);
    expect(listReturnable(fatesOf(claims, { deviceLost: true }))).toEqual([]);
  });
});

describe('listCodesOutside', () => {
  it('lists codes that no lease covers, each once', () => {
    const claims: CodeClaims = {
      used: [
        { code: code(1), dossierId: 'd1' },
        { code: 'h41.26-261120-900001', dossierId: 'd2' },
        { code: 'H41.26-261120-900001', dossierId: 'd3' },
      ],
      voided: [{ code: code(7), reason: 'r' }],
      kits: [{ kitId: 'k', codes: [code(6), 'H41.27-261120-0001'] }],
      returned: [],
    };
    expect(listCodesOutside([lease], claims)).toEqual([
      'H41.26-261120-0007',
      'H41.26-261120-900001',
      'H41.27-261120-0001',
    ]);
    expect(
      listCodesOutside(
        [
          { ...lease, from: 2 },
          { ...lease, from: 1, to: 1 },
        ],
        claims,
      ),
    ).toHaveLength(3);
    expect(listCodesOutside([], nothing)).toEqual([]);
  });
});
