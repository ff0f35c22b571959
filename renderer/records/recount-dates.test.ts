import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { referencePackageSchema, type ReferencePackage } from '../../shared/domain/reference-package';
import { createFakeDesktop, type FakeDesktop } from '../../tests/support/fake-desktop';
import { createPlace, openTestRecords } from '../../tests/support/open-store';
import { readDossierRows } from './dossier-queries';
import type { DossierRow } from './dossier-row';
import { dateRulesKey } from './legal-dates-of';
import { catchUp, closeRecords, findRecords } from './open-records';
import { selectDossierIds } from './projection-queries';
import { loadReference } from './reference';
import { setReference, useReference } from './reference.store';

const DAY = '2026-11-20';
const ANY_TIME = { from: 1, before: 4_102_444_800_000 };

function readPackage(kind: string): ReferencePackage {
  const url = new URL(`../../build/packages/${kind}.json`, import.meta.url);
  return referencePackageSchema.parse(JSON.parse(readFileSync(url, 'utf8')));
}

const packages = ['procedures', 'calendar', 'units'].map(readPackage);

/** A newer calendar of the province: a week off, right where the limit runs. */
const closure: ReferencePackage = {
  ...readPackage('calendar'),
  kind: 'calendar',
  version: '2026.11.20',
  validFrom: DAY,
  origin: 'province',
  rows: {
    years: [2026],
    entries: [23, 24, 25, 26, 27].map((day) => ({
      day: `2026-11-${String(day)}`,
      type: 'off' as const,
      name: 'bão',
      provisional: false,
    })),
  },
};

beforeEach(() => {
  setReference({ reference: null, packages: [], day: null, problem: null });
});
afterEach(closeRecords);

/** A dossier of the installer's list, paused and resumed; `end` adds its ending. */
function receive(fake: FakeDesktop, end = false): string {
  const id = fake.builders.id();
  const subject = { type: 'dossier', id } as const;
  const kinds = ['SupplementRequested', 'SupplementReceived', ...(end ? (['OutcomeReturned'] as const) : [])] as const;
  const actions = [
    fake.builders.action('DossierReceived', { subject }, { caseId: 'dung-han' }),
    ...kinds.map((kind) => fake.builders.action(kind, { subject })),
  ];
  fake.append({ kind: 'actions', actions });
  return id;
}

async function rowOf(id: string): Promise<DossierRow> {
  const rows = await readDossierRows([id]);
  const row = rows.ok ? rows.value[0] : undefined;
  if (row === undefined) throw new Error('no row');
  return row;
}

/** Due time as the store's index and the counting worker have it. */
async function indexed(id: string): Promise<number | undefined> {
  const doc = await findRecords()?.stores.dossiers.findOne(id).exec();
  return doc?.dueAt;
}

async function dueInWorker(before: number): Promise<readonly string[]> {
  const found = await selectDossierIds({ due: { ...ANY_TIME, before } }, 'dueAt', 9);
  return found.ok ? found.value : [];
}

describe('dates in the store', () => {
  test('are those of the slip until rules are known, then those in force, in row, index and worker', async () => {
    const fake = createFakeDesktop();
    const id = receive(fake);
    await openTestRecords(fake, createPlace('recount'));
    const first = (await rowOf(id)).legalDue ?? 0;
    expect(await dueInWorker(first + 1)).toEqual([id]);
    fake.rig.packages = packages;
    await loadReference(fake.bridge, DAY);
    const moved = (await rowOf(id)).legalDue ?? 0;
    expect(moved).toBeGreaterThan(first);
    expect(await indexed(id)).toBe(moved);
    expect(await dueInWorker(first + 1)).toEqual([]);
    expect(await dueInWorker(moved + 1)).toEqual([id]);
  });

  test('move when a package brings another calendar, but not of a dossier that has ended', async () => {
    const fake = createFakeDesktop();
    fake.rig.packages = packages;
    await loadReference(fake.bridge, DAY);
    const [open, ended] = [receive(fake), receive(fake, true)];
    await openTestRecords(fake, createPlace('closure'));
    const before = [await rowOf(open), await rowOf(ended)];
    fake.rig.packages = [...packages, closure];
    await loadReference(fake.bridge, DAY);
    const after = [await rowOf(open), await rowOf(ended)];
    expect(after[0]?.legalDue).toBeGreaterThan(before[0]?.legalDue ?? Infinity);
    expect(after[1]).toEqual(before[1]);
  });

  test('are counted by the new rules when these came while the store was closed, and no snapshot brings the old back', async () => {
    const fake = createFakeDesktop();
    fake.rig.packages = packages;
    await loadReference(fake.bridge, DAY);
    const place = createPlace('closed');
    await openTestRecords(fake, place);
    const id = receive(fake);
    for (let line = 0; line < 500; line += 1) fake.append({ kind: 'access', entries: [] });
    await catchUp();
    const before = (await rowOf(id)).legalDue ?? 0;
    await closeRecords();
    fake.rig.packages = [...packages, closure];
    await loadReference(fake.bridge, DAY);
    await openTestRecords(fake, place);
    const after = (await rowOf(id)).legalDue ?? 0;
    expect(after).toBeGreaterThan(before);
    await closeRecords();
    await openTestRecords(fake, place);
    expect(await dueInWorker(before + 1)).toEqual([]);
    expect(await dueInWorker(after + 1)).toEqual([id]);
  });

  test('are not counted twice by the same rules', async () => {
    const fake = createFakeDesktop();
    fake.rig.packages = packages;
    await loadReference(fake.bridge, DAY);
    receive(fake);
    await openTestRecords(fake, createPlace('same'));
    const applier = findRecords()?.applier;
    expect(applier?.state().dateRules).toBe(dateRulesKey(useReference.getState()));
    expect(await applier?.recount()).toEqual({ ok: true, value: 0 });
  });
});

describe('dateRulesKey', () => {
  test('is another one for other packages, and the same on the next day', async () => {
    const fake = createFakeDesktop();
    expect(dateRulesKey(useReference.getState())).toBeNull();
    fake.rig.packages = packages;
    await loadReference(fake.bridge, DAY);
    const key = dateRulesKey(useReference.getState());
    await loadReference(fake.bridge, '2026-11-21');
    expect(dateRulesKey(useReference.getState())).toBe(key);
    fake.rig.packages = [...packages, closure];
    await loadReference(fake.bridge, DAY);
    expect(dateRulesKey(useReference.getState())).not.toBe(key);
  });
});
