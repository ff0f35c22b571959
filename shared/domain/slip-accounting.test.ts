import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountForSlips, type SlipClaims } from './slip-accounting';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

const series = { book: 'Q1', year: 2026 };
const used = (number: number, subjectId: string, book = 'Q1', year = 2026) => ({
  slip: { book, year, number },
  subjectId,
});
const nothing: SlipClaims = { used: [], voided: [], kits: [] };
const blank = { subjectIds: [], voidReasons: [], kitIds: [] };

describe('accountForSlips', () => {
  it('names one fate for every number up to the highest known', () => {
    const claims: SlipClaims = {
      used: [used(1, 'd1'), used(3, 'd3')],
      voided: [{ slipNo: 'Q1/2026/2', reason: 'kẹt giấy' }],
      kits: [{ kitId: 'k1', slipNumbers: ['Q1/2026/3', 'Q1/2026/0005'] }],
    };
    expect(accountForSlips(series, claims, 6)).toEqual({
      numbers: [
        { ...blank, number: 1, fate: 'used', subjectIds: ['d1'] },
        { ...blank, number: 2, fate: 'void', voidReasons: ['kẹt giấy'] },
        { ...blank, number: 3, fate: 'used', subjectIds: ['d3'], kitIds: ['k1'] },
        { ...blank, number: 4, fate: 'missing' },
        { ...blank, number: 5, fate: 'kit', kitIds: ['k1'] },
        { ...blank, number: 6, fate: 'missing' },
      ],
      counts: { used: 2, void: 1, kit: 1, missing: 2 },
      missing: [4, 6],
      doubles: [],
    });
  });

  it('goes up to the highest number found when it lies behind the one remembered', () => {
    expect(accountForSlips(series, { ...nothing, used: [used(3, 'd')] }, 1).counts).toEqual({
      used: 1,
      void: 0,
      kit: 0,
      missing: 2,
    });
    expect(accountForSlips(series, nothing, 0)).toEqual({
      numbers: [],
      counts: { used: 0, void: 0, kit: 0, missing: 0 },
      missing: [],
      doubles: [],
    });
  });

  it('passes over other books, other years and what is no slip number', () => {
    const claims: SlipClaims = {
      used: [used(1, 'd', 'Q2'), used(1, 'd', 'Q1', 2025)],
      voided: [
        { slipNo: 'Q2/2026/1', reason: 'r' },
        { slipNo: 'số 1', reason: 'r' },
      ],
      kits: [{ kitId: 'k', slipNumbers: ['Q1/2027/1'] }],
    };
    expect(accountForSlips(series, claims, 1).missing).toEqual([1]);
  });

  it.each<[what: string, claims: Partial<SlipClaims>, double: object | null]>([
    ['two dossiers have it', { used: [used(1, 'd2'), used(1, 'd1')] }, { subjectIds: ['d1', 'd2'] }],
    [
      'a dossier has it and it is void',
      { used: [used(1, 'd1')], voided: [{ slipNo: 'Q1/2026/1', reason: 'r' }] },
      { subjectIds: ['d1'], voidReasons: ['r'] },
    ],
    [
      'two kits have it',
      {
        kits: [
          { kitId: 'k2', slipNumbers: ['Q1/2026/1'] },
          { kitId: 'k1', slipNumbers: ['Q1/2026/1'] },
        ],
      },
      { fate: 'kit', kitIds: ['k1', 'k2'] },
    ],
    ['one dossier is told twice', { used: [used(1, 'd1'), used(1, 'd1')] }, null],
    [
      'it was voided for two reasons',
      {
        voided: [
          { slipNo: 'Q1/2026/1', reason: 'r2' },
          { slipNo: 'Q1/2026/1', reason: 'r1' },
        ],
      },
      null,
    ],
    [
      'a kit slip was spoilt',
      { kits: [{ kitId: 'k1', slipNumbers: ['Q1/2026/1'] }], voided: [{ slipNo: 'Q1/2026/1', reason: 'r' }] },
      null,
    ],
  ])('names a double use when it is one: %s', (_what, claims, double) => {
    const { doubles } = accountForSlips(series, { ...nothing, ...claims }, 1);
    expect(doubles).toEqual(double === null ? [] : [{ ...blank, number: 1, fate: 'used', ...double }]);
  });

  it('sums to the highest number, whatever was claimed', () => {
    const number = fc.integer({ min: 1, max: 12 });
    const claims = fc.record({
      used: fc.array(fc.tuple(number, fc.constantFrom('d1', 'd2')).map(([no, id]) => used(no, id))),
      voided: fc.array(number.map((no) => ({ slipNo: `Q1/2026/${String(no)}`, reason: 'r' }))),
      kits: fc.array(number.map((no) => ({ kitId: 'k', slipNumbers: [`Q1/2026/${String(no)}`] }))),
    });
    fc.assert(
      fc.property(claims, fc.nat(15), (all, last) => {
        const account = accountForSlips(series, all, last);
        const { counts, missing, numbers } = account;
        expect(counts.used + counts.void + counts.kit + counts.missing).toBe(numbers.length);
        expect(numbers.length).toBeGreaterThanOrEqual(last);
        expect(missing).toHaveLength(counts.missing);
        for (const { slip } of all.used) expect(numbers[slip.number - 1]?.fate).toBe('used');
      }),
      PROPERTY_RUNS,
    );
  });
});
