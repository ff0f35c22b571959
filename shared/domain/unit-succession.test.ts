import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDelegation, buildOfficer } from '../../tests/support/builders';
import { accountForLease, listReturnable } from './code-accounting';
import { decideNextCode } from './code-lease';
import { checkDelegation } from './delegation';
import { parseDossierCode } from './dossier-code';
import { referencePackageSchema } from './reference-package';
import type { UnitSuccession } from './unit';
import {
  decideSender,
  decideUnitsOfDossier,
  findUnitEnd,
  findUnitInCharge,
  followDelegation,
  followPlace,
  isLeaseVoid,
  isSameOffice,
  listMembers,
  type MergingUnits,
} from './unit-succession';
import { listReportSpans } from './unit-succession-report';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

function into(unitId: string, from: string, counters?: UnitSuccession['counters']): UnitSuccession {
  return { unitId, from, act: 'NQ 1', ...(counters ? { counters } : {}) };
}

function build(rows: readonly [id: string, succession?: UnitSuccession][]): MergingUnits {
  return new Map(rows.map(([id, succession]) => [id, succession ? { id, succession } : { id }]));
}

// Counter notes §1.14: unit B successor of A from day D. C went into A before, E is nobody's.
const D = '2026-07-01';
const units = build([
  ['H41.A', into('H41.B', D, [{ from: 'quay-1', to: 'quay-3' }])],
  ['H41.B'],
  ['H41.C', into('H41.A', '2025-07-01')],
  ['H41.E'],
]);

describe('unit succession', () => {
  it.each([
    ['H41.A', '2026-06-30', 'H41.A'],
    ['H41.A', '2026-07-01', 'H41.B'],
    ['H41.C', '2025-06-30', 'H41.C'],
    ['H41.C', '2025-07-01', 'H41.A'],
    ['H41.C', '2026-06-30', 'H41.A'],
    ['H41.C', '2026-07-01', 'H41.B'],
    ['H41.B', '2030-01-01', 'H41.B'],
    ['H41.unknown', '2030-01-01', 'H41.unknown'],
  ])('puts %s on %s in the charge of %s', (unitId, day, inCharge) => {
    expect(findUnitInCharge(units, unitId, day)).toBe(inCharge);
  });

  it('ends a ring of successors where it started', () => {
    const ring = build([
      ['a', into('b', D)],
      ['b', into('a', D)],
      ['c', into('a', D)],
    ]);
    expect(['a', 'b', 'c'].map((id) => findUnitInCharge(ring, id, D))).toEqual(['a', 'b', 'c']);
    expect(followPlace(ring, { unitId: 'a', counterId: 'quay-1' }, D)).toEqual({ unitId: 'a', counterId: 'quay-1' });
  });

  it.each([
    ['H41.A', '2026-06-30', ['H41.A', 'H41.C']],
    ['H41.B', '2026-06-30', ['H41.B']],
    ['H41.B', '2026-07-01', ['H41.B', 'H41.A', 'H41.C']],
    ['H41.A', '2026-07-01', []],
    ['H41.E', '2026-07-01', ['H41.E']],
  ])('lets %s on %s look after %j', (unitId, day, members) => {
    expect(listMembers(units, unitId, day)).toEqual(members);
  });

  it('lists members by id, whatever the order of the package', () => {
    const turned = build([['z', into('b', D)], ['a', into('b', D)], ['b']]);
    expect(listMembers(turned, 'b', D)).toEqual(['b', 'a', 'z']);
  });

  it('gives open dossiers the successor, leaves the receiver, and closed ones where they were closed', () => {
    const of = (closedOn: string | null, day: string) =>
      decideUnitsOfDossier(units, { receivingUnitId: 'H41.A', closedOn }, day);
    expect(of(null, '2026-06-30')).toEqual({ receiving: 'H41.A', responsible: 'H41.A' });
    expect(of(null, '2026-07-01')).toEqual({ receiving: 'H41.A', responsible: 'H41.B' });
    expect(of('2026-06-30', '2026-08-01')).toEqual({ receiving: 'H41.A', responsible: 'H41.A' });
    expect(of('2026-07-01', '2026-08-01')).toEqual({ receiving: 'H41.A', responsible: 'H41.B' });
    // As of a day before it was closed it was open.
    expect(of('2026-08-01', '2026-06-30')).toEqual({ receiving: 'H41.A', responsible: 'H41.A' });
  });

  it('keeps old codes as they are and finds who has them now', () => {
    const code = parseDossierCode('H41.31-260630-0007');
    const own = build([['H41.31', into('H41.32', D)], ['H41.32']]);
    if (!code.ok || code.value.kind !== 'official') throw new Error('no code');
    expect(findUnitInCharge(own, code.value.agencyId, '2026-07-02')).toBe('H41.32');
  });

  it('makes leases void from the merger on, gives them back and gives out no code', () => {
    const real = build([['H41.31', into('H41.32', D)], ['H41.32']]);
    const lease = (day: string) => ({ leaseId: day, agencyId: 'H41.31', day, from: 1, to: 3 });
    const leases = ['2026-06-30', '2026-07-01', '2026-07-02'].map(lease);
    expect(leases.map((one) => isLeaseVoid(real, one))).toEqual([false, true, true]);
    expect(isLeaseVoid(real, { agencyId: 'H41.32', day: '2026-07-02' })).toBe(false);
    expect([findUnitEnd(real, 'H41.31'), findUnitEnd(real, 'H41.32'), findUnitEnd(real, 'x')]).toEqual([
      D,
      undefined,
      undefined,
    ]);
    const alive = leases.filter((one) => !isLeaseVoid(real, one));
    const supply = { leases: alive, usedCodes: new Set<string>(), agencyId: 'H41.31' };
    expect(decideNextCode({ ...supply, day: '2026-06-30' })?.value).toBe('H41.31-260630-0001');
    expect(decideNextCode({ ...supply, day: '2026-07-01' })).toBeUndefined();
    const account = accountForLease(
      lease('2026-07-01'),
      { used: [], voided: [], kits: [], returned: [] },
      { today: '2026-06-20', deviceLost: false, agencyEndedOn: findUnitEnd(real, 'H41.31') },
    );
    expect(account.counts).toMatchObject({ void: 3, free: 0 });
    expect(listReturnable(account)).toEqual([{ leaseId: '2026-07-01', from: 1, to: 3 }]);
  });

  it('switches delegations at the merger, until their own end', () => {
    const delegation = buildDelegation({ unitId: 'H41.A', validFrom: '2026-01-01', validTo: '2026-12-31' });
    expect(followDelegation(units, delegation, '2026-06-30')).toEqual(delegation);
    const followed = followDelegation(units, delegation, '2026-07-01');
    expect(followed).toEqual({ ...delegation, unitId: 'H41.B' });
    const at = Date.parse('2026-07-01T02:00:00Z');
    const act = { kind: 'DossierReceived', unitId: 'H41.B', procedureCode: null, at, happenedAt: at };
    const officer = buildOfficer('postalOfficer', { delegation: followed });
    expect(checkDelegation({ ...act, officer }).ok).toBe(true);
    expect(checkDelegation({ ...act, officer: { ...officer, delegation } }).ok).toBe(false);
  });

  it('moves a PC to the successor’s counter without a new set-up', () => {
    const place = (unitId: string, counterId: string, day: string) => followPlace(units, { unitId, counterId }, day);
    expect(place('H41.A', 'quay-1', '2026-06-30')).toEqual({ unitId: 'H41.A', counterId: 'quay-1' });
    expect(place('H41.A', 'quay-1', D)).toEqual({ unitId: 'H41.B', counterId: 'quay-3' });
    expect(place('H41.A', 'quay-2', D)).toEqual({ unitId: 'H41.B', counterId: 'quay-2' });
    expect(place('H41.C', 'quay-1', D)).toEqual({ unitId: 'H41.B', counterId: 'quay-3' });
    expect(place('H41.unknown', 'q', D)).toEqual({ unitId: 'H41.unknown', counterId: 'q' });
  });

  it.each([
    ['its own journal, late', 'H41.A', '2026-06-30', 'H41.A', { inCharge: 'H41.A', afterEnd: false }],
    ['what the successor’s PC carries over', 'H41.A', '2026-06-30', 'H41.B', { inCharge: 'H41.A', afterEnd: false }],
    ['an act of a PC that had not heard of it', 'H41.A', '2026-07-01', 'H41.A', { inCharge: 'H41.B', afterEnd: true }],
    ['the successor’s own', 'H41.B', '2026-07-01', 'H41.A', { inCharge: 'H41.B', afterEnd: false }],
  ])('accepts %s', (_what, actUnitId, happenedOn, device, answer) => {
    expect(decideSender(units, { actUnitId, happenedOn }, device)).toEqual({ kind: 'accepted', ...answer });
  });

  it('refuses the journal of another office', () => {
    expect(decideSender(units, { actUnitId: 'H41.A', happenedOn: D }, 'H41.E')).toEqual({ kind: 'foreign' });
    expect([isSameOffice(units, 'H41.A', 'H41.C'), isSameOffice(units, 'H41.A', 'H41.E')]).toEqual([true, false]);
  });
});

describe('the merger of the base package', () => {
  const url = new URL('../../build/packages/units.json', import.meta.url);
  const pack = referencePackageSchema.parse(JSON.parse(readFileSync(url, 'utf8')));
  const own = new Map(pack.kind === 'units' ? pack.rows.map((unit) => [unit.id, unit]) : []);

  it('leads from An Sơn to An Lộc, from the old commune and the district to what came after', () => {
    const inCharge = (day: string) =>
      ['H41.31', '000.12.26.H41', '000.00.26.H41', 'H41.26', 'H41.26.1'].map((id) => findUnitInCharge(own, id, day));
    expect(inCharge('2025-06-30')).toEqual(['H41.31', '000.12.26.H41', '000.00.26.H41', 'H41.26', 'H41.26.1']);
    expect(inCharge('2025-07-01')).toEqual(['H41.31', 'H41.26', 'H41.1', 'H41.26', 'H41.26.1']);
    expect(inCharge('2026-07-01')).toEqual(['H41.32', 'H41.26', 'H41.1', 'H41.26', 'H41.26.1']);
    const place = { unitId: 'H41.31', counterId: 'an-son-quay-1' };
    expect(followPlace(own, place, '2026-07-01')).toEqual({ unitId: 'H41.32', counterId: 'an-loc-quay-2' });
  });
});

describe('listReportSpans', () => {
  it('shows A to D−1 and A + B from D', () => {
    const own = build([['A', into('B', D)], ['B']]);
    expect(listReportSpans(own, { from: '2026-06-15', to: '2026-07-14' })).toEqual([
      {
        from: '2026-06-15',
        to: '2026-06-30',
        groups: [
          { unitId: 'A', members: ['A'] },
          { unitId: 'B', members: ['B'] },
        ],
      },
      { from: '2026-07-01', to: '2026-07-14', groups: [{ unitId: 'B', members: ['B', 'A'] }] },
    ]);
  });

  it.each([
    ['2026-06-01', '2026-06-30', ['2026-06-01 2026-06-30 A,B']],
    ['2026-07-01', '2026-07-31', ['2026-07-01 2026-07-31 B']],
    ['2026-06-30', '2026-07-01', ['2026-06-30 2026-06-30 A,B', '2026-07-01 2026-07-01 B']],
    ['2026-07-02', '2026-07-01', []],
  ])('cuts a period from %s to %s only where a merger lies inside', (from, to, wanted) => {
    const own = build([['A', into('B', D)], ['B']]);
    const spans = listReportSpans(own, { from, to });
    expect(spans.map((span) => `${span.from} ${span.to} ${span.groups.map((group) => group.unitId).join()}`)).toEqual(
      wanted,
    );
  });

  it('cuts once when two units end on one day', () => {
    const own = build([['A', into('B', D)], ['B'], ['C', into('B', D)]]);
    const spans = listReportSpans(own, { from: '2026-06-15', to: '2026-07-14' });
    expect(spans.map((span) => span.groups.length)).toEqual([3, 1]);
  });

  const someDay = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);

  it('puts every unit into exactly one group of every span, and every day into one span (1,000 runs)', () => {
    // A unit may only go into one that comes later in the list: no rings.
    const links = fc.array(fc.record({ step: fc.integer({ min: 0, max: 3 }), from: someDay }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(links, someDay, someDay, (rows, a, b) => {
        const all = build(
          rows.map(({ step, from }, index) =>
            step === 0 || index + step >= rows.length ? [`u${index}`] : [`u${index}`, into(`u${index + step}`, from)],
          ),
        );
        const [from, to] = a < b ? [a, b] : [b, a];
        const spans = listReportSpans(all, { from, to });
        expect([spans[0]?.from, spans.at(-1)?.to]).toEqual([from, to]);
        spans.forEach((span, index) => {
          expect(span.from <= span.to).toBe(true);
          if (index > 0) expect(Date.parse(span.from) - Date.parse(spans[index - 1]?.to ?? '')).toBe(86_400_000);
          const shown = span.groups.flatMap((group) => group.members);
          expect([...shown].sort()).toEqual([...all.keys()].sort());
          // The groups hold for the whole span, not for its first day alone.
          for (const { unitId, members } of span.groups) {
            for (const member of members) expect(findUnitInCharge(all, member, span.to)).toBe(unitId);
          }
        });
      }),
      PROPERTY_RUNS,
    );
  });
});
