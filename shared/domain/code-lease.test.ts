import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCodesLeft, decideNextCode, type CodeLease } from './code-lease';
import { formatOfficialCode } from './dossier-code';

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
    );
  });

  it('never gives a number again when the app restarts at any point with the used codes of the journal', () => {
    fc.assert(
      fc.property(leasesArbitrary, fc.nat(20), (leases, cut) => {
        const all = takeAll(leases);
        const before = all.slice(0, cut);
        expect([...before, ...takeAll(leases, before)]).toEqual(all);
      }),
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
