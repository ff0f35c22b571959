import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codeLeaseReturnSchema,
  countCodesLeft,
  decideKitCodes,
  decideNextCode,
  listUnusedRanges,
  type CodeLease,
} from './code-lease';
import { formatOfficialCode } from './dossier-code';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

const day = '2026-11-20';
const agencyId = 'H41.26';

function lease(parts: Partial<CodeLease> = {}): CodeLease {
  return { leaseId: 'a', agencyId, day, from: 1, to: 3, ...parts };
}

const leasesArbitrary = fc.array(
  fc
    .record({
      leaseId: fc.constantFrom('a', 'b', 'c'),
      agencyId: fc.constantFrom('H41.26', 'H41.27'),
      day: fc.constantFrom('2026-11-20', '2026-11-21'),
      from: fc.integer({ min: 1, max: 40 }),
      size: fc.integer({ min: 1, max: 8 }),
    })
    .map(({ size, ...rest }): CodeLease => ({ ...rest, to: rest.from + size - 1 })),
  { maxLength: 6 },
);

/** Takes codes until the supply is dry, as the append door does: each one joins the used ones. */
function takeAll(leases: readonly CodeLease[], usedBefore: readonly string[] = []): string[] {
  const used = new Set(usedBefore);
  const taken: string[] = [];
  for (;;) {
    const next = decideNextCode({ leases, usedCodes: used, agencyId, day });
    if (!next) return taken;
    used.add(next.value);
    taken.push(next.value);
  }
}

describe('decideNextCode', () => {
  it('gives the lowest number that is neither used nor voided when a lease has gaps', () => {
    const usedCodes = new Set(['H41.26-261120-0001']);
    expect(decideNextCode({ leases: [lease()], usedCodes, agencyId, day })).toEqual({
      value: 'H41.26-261120-0002',
      leaseId: 'a',
    });
  });

  it('goes on with the next lease when the first is used up', () => {
    const leases = [lease({ leaseId: 'b', from: 10, to: 11 }), lease({ from: 1, to: 1 })];
    expect(takeAll(leases)).toEqual(['H41.26-261120-0001', 'H41.26-261120-0010', 'H41.26-261120-0011']);
  });

  it('gives nothing when the only lease is of another day or agency', () => {
    const leases = [lease({ day: '2026-11-21' }), lease({ agencyId: 'H41.27' })];
    expect(decideNextCode({ leases, usedCodes: new Set(), agencyId, day })).toBeUndefined();
  });

  it('never gives a number twice when leases overlap, repeat or arrive in another order', () => {
    fc.assert(
      fc.property(leasesArbitrary, fc.boolean(), (leases, reversed) => {
        const taken = takeAll(reversed ? [...leases, ...leases].reverse() : leases);
        expect(new Set(taken).size).toBe(taken.length);
        expect(taken).toEqual(takeAll(leases));
      }),
      PROPERTY_RUNS,
    );
  });

  it('never gives a number again when the app restarts at any point with the used codes of the journal', () => {
    fc.assert(
      fc.property(leasesArbitrary, fc.nat(20), (leases, cut) => {
        const all = takeAll(leases);
        const before = all.slice(0, cut);
        expect([...before, ...takeAll(leases, before)]).toEqual(all);
      }),
      PROPERTY_RUNS,
    );
  });

  it('gives only numbers that were granted when any leases are held', () => {
    fc.assert(
      fc.property(leasesArbitrary, (leases) => {
        const granted = leases
          .filter((one) => one.agencyId === agencyId && one.day === day)
          .flatMap((one) =>
            Array.from({ length: one.to - one.from + 1 }, (_, i) =>
              formatOfficialCode({ agencyId, day, number: one.from + i }),
            ),
          );
        expect(new Set(takeAll(leases))).toEqual(new Set(granted));
      }),
      PROPERTY_RUNS,
    );
  });
});

describe('countCodesLeft', () => {
  it('counts each free code once when grants overlap', () => {
    const leases = [lease(), lease({ leaseId: 'b', from: 2, to: 5 })];
    const usedCodes = new Set(['H41.26-261120-0003']);
    expect(countCodesLeft({ leases, usedCodes, agencyId, day })).toEqual({ today: 4, lastDay: day });
  });

  it('names the last day with a free code when leases reach ahead', () => {
    const leases = [
      lease(),
      lease({ leaseId: 'b', day: '2026-11-23', from: 1, to: 1 }),
      lease({ leaseId: 'c', day: '2026-11-24', from: 1, to: 1 }),
    ];
    const usedCodes = new Set(['H41.26-261124-0001']);
    expect(countCodesLeft({ leases, usedCodes, agencyId, day })).toEqual({ today: 3, lastDay: '2026-11-23' });
  });

  it('counts none when all leases are of days gone by', () => {
    expect(countCodesLeft({ leases: [lease({ day: '2026-11-19' })], usedCodes: new Set(), agencyId, day })).toEqual({
      today: 0,
      lastDay: null,
    });
  });
});

describe('a range given back', () => {
  const returned = [{ leaseId: 'a', from: 1, to: 2 }];

  it('is never given out again', () => {
    const supply = { leases: [lease()], usedCodes: new Set<string>(), agencyId, day };
    expect(decideNextCode({ ...supply, returned })?.value).toBe('H41.26-261120-0003');
    expect(countCodesLeft({ ...supply, returned }).today).toBe(1);
    expect(decideNextCode({ ...supply, returned: [{ leaseId: 'a', from: 1, to: 3 }] })).toBeUndefined();
    expect(countCodesLeft({ ...supply, returned: [{ leaseId: 'a', from: 2, to: 3 }] }).today).toBe(1);
  });

  it('takes nothing from another lease', () => {
    const other = [{ leaseId: 'b', from: 1, to: 3 }];
    const supply = { leases: [lease()], usedCodes: new Set<string>(), agencyId, day, returned: other };
    expect(decideNextCode(supply)?.value).toBe('H41.26-261120-0001');
    expect(countCodesLeft(supply).today).toBe(3);
  });

  it('has the shape that is kept', () => {
    expect(codeLeaseReturnSchema.safeParse({ leaseId: 'a', from: 1, to: 2 }).success).toBe(true);
    expect(codeLeaseReturnSchema.safeParse({ leaseId: '', from: 1, to: 2 }).success).toBe(false);
    expect(codeLeaseReturnSchema.safeParse({ leaseId: 'a', from: 0, to: 2 }).success).toBe(false);
    expect(codeLeaseReturnSchema.safeParse({ leaseId: 'a', from: 1, to: 1_000_000 }).success).toBe(false);
  });
});

describe('decideKitCodes', () => {
  const usedCodes = new Set(['H41.26-261120-0002']);

  it('takes the next free codes of the day, each once', () => {
    const leases = [lease(), lease({ leaseId: 'b', from: 3, to: 6 }), lease({ leaseId: 'c', day: '2026-11-21' })];
    expect(decideKitCodes({ leases, usedCodes, agencyId, day }, 3)).toEqual([
      { value: 'H41.26-261120-0001', leaseId: 'a' },
      { value: 'H41.26-261120-0003', leaseId: 'a' },
      { value: 'H41.26-261120-0004', leaseId: 'b' },
    ]);
  });

  it('gives what there is when the leases hold fewer, and nothing when none are wanted', () => {
    expect(decideKitCodes({ leases: [lease()], usedCodes, agencyId, day }, 9).map((code) => code.value)).toEqual([
      'H41.26-261120-0001',
      'H41.26-261120-0003',
    ]);
    expect(decideKitCodes({ leases: [lease()], usedCodes, agencyId, day }, 0)).toEqual([]);
  });
});

describe('listUnusedRanges', () => {
  const codeOf = (number: number, of = day) => formatOfficialCode({ agencyId, day: of, number });
  const ranges = (usedCodes: readonly string[], returned: readonly (readonly [string, number, number])[] = []) =>
    listUnusedRanges(lease({ from: 1, to: 6 }), {
      usedCodes: new Set(usedCodes),
      returned: returned.map(([leaseId, from, to]) => ({ leaseId, from, to })),
    }).map(({ from, to }) => [from, to]);

  it('is the whole lease when nothing was used, and nothing when all was', () => {
    expect(ranges([])).toEqual([[1, 6]]);
    expect(ranges([1, 2, 3, 4, 5, 6].map((number) => codeOf(number)))).toEqual([]);
  });

  it('leaves out what is used or was given back, and only that of this lease and day', () => {
    expect(ranges([codeOf(1), codeOf(4)])).toEqual([
      [2, 3],
      [5, 6],
    ]);
    expect(ranges([codeOf(3, '2026-11-21')], [['a', 2, 3]])).toEqual([
      [1, 1],
      [4, 6],
    ]);
    expect(ranges([], [['b', 1, 6]])).toEqual([[1, 6]]);
  });

  it('names the lease of each range', () => {
    expect(listUnusedRanges(lease({ leaseId: 'x' }), { usedCodes: new Set() })).toEqual([
      { leaseId: 'x', from: 1, to: 3 },
    ]);
  });

  it('never names a code that has five digits or more wrongly', () => {
    const usedCodes = new Set([codeOf(10_000)]);
    expect(listUnusedRanges(lease({ from: 9_999, to: 10_001 }), { usedCodes })).toEqual([
      { leaseId: 'a', from: 9_999, to: 9_999 },
      { leaseId: 'a', from: 10_001, to: 10_001 },
    ]);
  });
});
