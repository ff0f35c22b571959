import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fromLocal, type Instant } from '../../shared/base/time';
import type { Action } from '../../shared/domain/actions/action';
import { isSameCode } from '../../shared/domain/code-search';
import { foldDossier } from '../../shared/domain/dossier-state';
import type { ReferencePackage } from '../../shared/domain/reference-package';
import type { Unit } from '../../shared/domain/unit';
import { listReportSpans } from '../../shared/domain/unit-succession-report';
import { receiptSchema, type Receipt } from '../../shared/domain/verdict';
import { selectFacts } from '../../shared/reports/fact-selection';
import { buildProcedureResults } from '../../shared/reports/procedure-results';
import { buildReportFact } from '../../shared/reports/report-fact';
import { boundsOf, periodOfDays } from '../../shared/reports/report-period';
import { buildReference } from '../../shared/domain/reference';
import { pushAnswerSchema } from '../../shared/sync/protocol';
import { buildLease, createCounterPc, proposeReception, record } from '../support/door-kit';
import { makePackageFolder, readInstallerPackages } from '../support/package-folder';
import { fiveDays, judgeRules, procedureOf } from '../support/report-kit';
import type { ServerDevice } from '../support/server-device';
import { findEngines, openTestServer } from '../support/server-engines';
import { createServerWriter } from '../support/server-writer';

/** A is merged into B on D. */
const A = 'H41.26';
const B = 'H41.32';
const BEFORE = '2026-11-20';
const D = '2026-11-21';

/** The installer's units, and a province's decision that A goes over into B. */
function mergedPackages(from = D): readonly ReferencePackage[] {
  return readInstallerPackages().map((pack) => {
    if (pack.kind !== 'units') return pack;
    const counters = [
      { from: 'quay-1', to: 'an-loc-quay-1' },
      { from: 'quay-2', to: 'an-loc-quay-2' },
    ];
    const succession = { unitId: B, from, act: 'NQ 1/NQ-UBTVQH', counters };
    return { ...pack, rows: pack.rows.map((unit) => (unit.id === A ? { ...unit, succession } : unit)) };
  });
}

function unitsOf(packages: readonly ReferencePackage[]): ReadonlyMap<string, Unit> {
  const pack = packages.find((one) => one.kind === 'units');
  return new Map(pack?.kind === 'units' ? pack.rows.map((unit) => [unit.id, unit]) : []);
}

async function pullAll(device: ServerDevice): Promise<{ actions: Action[]; receipts: Map<string, Receipt> }> {
  const { body } = await device.pull(null, 200);
  expect(body.more).toBe(false);
  return {
    actions: body.items.map((item) => item.action),
    receipts: new Map(body.items.map(({ receipt }) => [receipt.actionId, receiptSchema.parse(receipt)])),
  };
}

const said = ({ verdict }: Receipt): string => (verdict.type === 'accepted' ? 'accepted' : verdict.cause);

/** Two offices of which one is merged into the other on a day between two pushes; the province restarts with the decision. */
async function openOffices() {
  const clock = { now: fromLocal(BEFORE, '16:00') };
  const [engine] = await findEngines();
  if (!engine) throw new Error('no engine');
  const packagesDir = await makePackageFolder(readInstallerPackages());
  const place = await openTestServer(engine, { now: () => clock.now, packagesDir, onDisk: true });
  onTestFinished(place.close);
  const a = await place.addDevice();
  const b = await place.addDevice({ unitId: B, counterId: 'an-loc-quay-1' });
  const push = async (device: ServerDevice, ...actions: readonly Action[]): Promise<readonly Receipt[]> => {
    const answer = await device.push(actions);
    expect(answer.status).toBe(200);
    return pushAnswerSchema.parse(answer.body).receipts;
  };
  const merge = async (at: Instant): Promise<void> => {
    clock.now = at;
    const folder = await makePackageFolder(mergedPackages());
    await writeFile(join(packagesDir, 'units.json'), await readFile(join(folder, 'units.json')));
    const server = await place.restart();
    a.moveTo(server.url);
    b.moveTo(server.url);
  };
  return { a, b, push, merge };
}

describe('a merger on a day between two pushes', () => {
  it('loses nothing, keeps old codes findable and gives both offices one list', { timeout: 120_000 }, async () => {
    const { a, b, push, merge } = await openOffices();
    const fromA = await createServerWriter(a, { seed: 1 });
    const fromB = await createServerWriter(b, { seed: 2, agencyId: B });
    const [x, y, w, z] = [fromA.newDossier(), fromA.newDossier(), fromB.newDossier(), fromA.newDossier()];
    const sentBefore = [fromA.receive(x), fromB.receive(w)];
    expect((await push(a, ...sentBefore.slice(0, 1))).map(said)).toEqual(['accepted']);
    expect((await push(b, ...sentBefore.slice(1))).map(said)).toEqual(['accepted']);
    expect((await pullAll(b)).actions.map(({ id }) => id)).toEqual([sentBefore[1]?.id]);
    // Recorded in A on its last day, sent on the first day of B.
    const kept = [fromA.receive(y), fromA.write('SupplementRequested', x)];

    await merge(fromLocal(D, '09:00'));
    expect((await push(a, ...kept)).map(said)).toEqual(['accepted', 'accepted']);
    // The successor goes on with a dossier of the old unit, and the old unit's PC with one of the successor.
    const later = fromLocal(D, '08:30');
    const times = { parts: { at: later, happenedAt: later } };
    expect((await push(b, fromB.write('SupplementReceived', x, times))).map(said)).toEqual(['accepted']);
    expect((await push(a, fromA.write('HandedOver', w, times))).map(said)).toEqual(['accepted']);
    // A counter that had not heard of it received one more in A's name: a fact, whatever the date.
    const codeOfA = { kind: 'official' as const, value: 'H41.26-261121-0001', leaseId: 'L1' };
    const late = fromA.write('DossierReceived', z, { ...times, payload: { receivingUnitId: A, code: codeOfA } });
    expect((await push(a, late)).map(said)).toEqual(['codeOutsideLease']);

    const [ofA, ofB] = [await pullAll(a), await pullAll(b)];
    const ids = (list: readonly Action[]) => list.map(({ id }) => id).sort();
    expect(ids(ofB.actions)).toEqual(ids(ofA.actions));
    expect(ofB.actions).toHaveLength(7);
    const states = [x, y, w, z].map((subject) => {
      const id = subject.type === 'dossier' ? subject.id : '';
      const own = ofB.actions.filter((action) => action.subject.type === 'dossier' && action.subject.id === id);
      return foldDossier({ dossierId: id, actions: own, receipts: ofB.receipts });
    });
    expect(states.map(({ receivingUnitId }) => receivingUnitId)).toEqual([A, A, B, A]);
    expect(states.every(({ stub }) => !stub)).toBe(true);
    for (const action of [...sentBefore, kept[0]]) {
      const code = action?.kind === 'DossierReceived' ? (action.payload['code'] as { value: string }).value : '';
      expect(states.filter((state) => isSameCode(state.code ?? '', code))).toHaveLength(1);
    }

    // II.06a: A to D−1, A and B together from D.
    const units = unitsOf(mergedPackages());
    const facts = states.map((state) =>
      buildReportFact(state, { rulesOf: () => fiveDays, acceptanceDueOf: () => null }),
    );
    const spans = listReportSpans(units, { from: BEFORE, to: D });
    expect(spans.map(({ from, to }) => [from, to])).toEqual([
      [BEFORE, BEFORE],
      [D, D],
    ]);
    const totals = spans.map(({ from, to, groups }) =>
      Object.fromEntries(
        groups
          .filter(({ unitId }) => unitId === A || unitId === B)
          .map(({ unitId }) => {
            const own = selectFacts(facts, { units, unitId, on: to });
            const bounds = boundsOf(periodOfDays(from, to), fromLocal('2026-11-30', '08:00'));
            return [unitId, buildProcedureResults(own, bounds, { ...judgeRules, procedureOf }).total.total.length];
          }),
      ),
    );
    // On the last day x and y in A, w in B; from D all three carried over, and z.
    expect(totals).toEqual([{ [A]: 2, [B]: 1 }, { [B]: 4 }]);
  });

  it('leaves the codes of the old unit to its last day and gives the successor’s from the first', async () => {
    const { a, b, merge } = await openOffices();
    await merge(fromLocal(BEFORE, '16:30'));
    const days = [BEFORE, D];
    const daysOf = async (device: ServerDevice, agencyId: string) => {
      const { status, body } = await device.leases({ agencyId, days, size: 5 });
      return status === 200 ? body.leases.map((lease) => lease.day) : status;
    };
    expect(await daysOf(a, A)).toEqual([BEFORE]);
    expect(await daysOf(a, B)).toEqual([D]);
    expect(await daysOf(b, B)).toEqual([BEFORE, D]);
    expect(await daysOf(b, A)).toEqual([]);
    expect(await daysOf(b, 'H41.26.1')).toBe(403);
  });
});

describe('a code that a device had given back', () => {
  it('is an issue when it stands on a dossier all the same', async () => {
    const { a, push } = await openOffices();
    const writer = await createServerWriter(a, { seed: 3, size: 10 });
    const { body } = await a.leases({ agencyId: A, days: [BEFORE], size: 1 });
    const lease = body.leases[0];
    if (!lease) throw new Error('no lease');
    const returned = [{ leaseId: lease.leaseId, from: lease.from + 1, to: lease.from + 1 }];
    expect((await a.leases({ agencyId: A, days: [], size: 1, returned })).status).toBe(200);
    const acts = [0, 1, 2].map(() => writer.receive(writer.newDossier()));
    expect((await push(a, ...acts)).map(said)).toEqual(['accepted', 'codeOutsideLease', 'accepted']);
  });
});

describe('a counter whose unit ended while it was open', () => {
  it('gives out no code of the old agency from the day of the merger on, but goes on receiving', async () => {
    for (const [from, kind] of [
      [D, 'official'],
      [BEFORE, 'temporary'],
    ] as const) {
      const packages = mergedPackages(from);
      const pc = await createCounterPc('M01', (day) => {
        const built = buildReference(packages, day);
        if (!built.ok) throw new Error(built.error.kind);
        return built.value;
      });
      const books = await pc.restart();
      await books.door.appendLeases([buildLease(1, 20)]);
      const [received] = await record(books, proposeReception());
      expect(received?.payload['code']).toMatchObject({ kind });
    }
  });
});
