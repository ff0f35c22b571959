import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { getDossierState, getUnitDays, readDossierRows } from '../../renderer/records/dossier-queries';
import { catchUp, closeRecords, findRecords } from '../../renderer/records/open-records';
import type { StorePlace } from '../../renderer/records/open-stores';
import { summariseDossiers } from '../../renderer/records/projection-queries';
import { proposeActs } from '../../renderer/records/propose';
import { useRecordsStatus } from '../../renderer/records/records-status.store';
import { createBuilders } from '../support/builders';
import { buildLease, proposePlain, proposeReception, record } from '../support/door-kit';
import { createPlace } from '../support/open-store';
import { foldFromJournal } from './kit/journal-reading';
import { createOfficeClock } from './kit/office-clock';
import { createOfficePc, noProvince, type OfficePc } from './kit/office-pc';
import { openPage } from './kit/page-bridge';
import { workAtRandom } from './kit/random-desk-work';

const DAY = '2026-11-20';

async function openPc(): Promise<OfficePc> {
  const pc = await createOfficePc({ ...noProvince, wall: createOfficeClock().now });
  pc.online = false;
  await pc.open();
  await pc.desk().books.door.appendLeases([buildLease(1, 40)]);
  return pc;
}

/** Everything a screen can ask of the store. */
async function readPage(): Promise<{ readonly ids: readonly string[]; readonly content: unknown }> {
  const live = findRecords();
  if (live === undefined) throw new Error('the page is closed');
  const docs = await live.stores.dossiers.find({ selector: {}, sort: [{ id: 'asc' }] }).exec();
  const ids = docs.map((doc) => doc.id);
  const content = {
    index: docs.map((doc) => ({ ...doc.toJSON(), sealed: '' })),
    states: await Promise.all(ids.map(getDossierState)),
    rows: await readDossierRows(ids),
    days: await getUnitDays('H41.26', DAY),
    summary: await summariseDossiers([{}, { awaitingReceipt: true }, { withIssue: true }, { statuses: [2, 4, 5] }]),
  };
  return { ids, content };
}

async function deleteDatabases({ indexedDb }: StorePlace, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await new Promise<void>((resolve, reject) => {
      const asked = indexedDb.indexedDB.deleteDatabase(name);
      asked.onsuccess = () => {
        resolve();
      };
      asked.onerror = () => {
        reject(new Error(`${name} was not deleted`));
      };
    });
  }
}

/** A PC with a random past and a page that followed it from its first act. */
async function openWorkedPc(seed: number): Promise<{ pc: OfficePc; place: StorePlace }> {
  const pc = await openPc();
  const place = createPlace(`page-${String(seed)}`);
  expect((await openPage(pc, place)).verdict).toBe('firstRun');
  const builders = createBuilders(seed);
  await workAtRandom(pc, builders, { dossiers: 5, rounds: 2 });
  await catchUp();
  const { unit, counter } = pc.session;
  const day = { type: 'unitDay', unitId: unit.id, day: DAY, counterId: counter.id } as const;
  await record(pc.desk().books, proposePlain(day, 'ShiftOpened'));
  await workAtRandom(pc, builders, { dossiers: 7, rounds: 3 });
  await catchUp();
  return { pc, place };
}

describe('the page over a journal of the real door', () => {
  it('is rebuilt equal and says "restored" when all of its databases were wiped', async () => {
    const { pc } = await openWorkedPc(1);
    const before = await readPage();
    expect(before.ids).toHaveLength(12);
    await closeRecords();
    expect((await openPage(pc, createPlace('wiped'))).verdict).toBe('wiped');
    expect(useRecordsStatus.getState()).toMatchObject({ phase: 'ready', restored: 12, damagedLines: 0 });
    expect((await readPage()).content).toEqual(before.content);
    for (const id of before.ids) {
      expect(await getDossierState(id)).toEqual({ ok: true, value: await foldFromJournal(pc.desk(), id) });
    }
  });

  it('is rebuilt equal and never a first run whichever of its databases were lost, over restarts of main', async () => {
    const { pc, place } = await openWorkedPc(2);
    const before = await readPage();
    await closeRecords();
    const names = (await place.indexedDb.indexedDB.databases()).flatMap(({ name }) => name ?? []);
    expect(names.length).toBeGreaterThan(3);
    const losses = [
      ...names.map((name) => [name]),
      ...names.map((kept) => names.filter((name) => name !== kept)),
      names,
    ];
    for (const lost of losses) {
      await deleteDatabases(place, lost);
      await pc.open();
      const { verdict } = await openPage(pc, place);
      expect([lost, verdict === 'firstRun' || verdict === 'journalBehind']).toEqual([lost, false]);
      expect([lost, (await readPage()).content]).toEqual([lost, before.content]);
      await closeRecords();
    }
  });

  it('shows what it proposes at once, and the same after a rebuild', async () => {
    const pc = await openPc();
    await openPage(pc, createPlace('proposing'));
    const done = await proposeActs([proposeReception(), proposeReception()]);
    if (!done.ok) throw new Error(`not recorded: ${done.error.kind}`);
    expect(done.value).toMatchObject({ shown: true });
    const [first] = done.value.actions;
    if (first === undefined) throw new Error('nothing was recorded');
    expect((await proposeActs([proposePlain(first.subject, 'FeeCollected')])).ok).toBe(true);
    expect(
      (await proposeActs([proposePlain(first.subject, 'OutcomeReturned'), proposePlain(first.subject, 'HandedOver')]))
        .ok,
    ).toBe(false);
    await catchUp();
    const before = await readPage();
    expect(before.ids).toHaveLength(2);
    await closeRecords();
    expect((await openPage(pc, createPlace('proposing-again'))).verdict).toBe('wiped');
    expect((await readPage()).content).toEqual(before.content);
  });

  it('is never a first run and stays as it is when the journal itself was lost', async () => {
    const { pc, place } = await openWorkedPc(3);
    const before = await readPage();
    await closeRecords();
    await pc.close();
    for (const name of await readdir(pc.folder.journal)) await rm(join(pc.folder.journal, name), { recursive: true });
    await pc.open();
    expect((await openPage(pc, place)).verdict).toBe('journalBehind');
    expect((await readPage()).content).toEqual(before.content);
    expect(await proposeActs([proposeReception()])).toMatchObject({ error: { kind: 'recordsNotCurrent' } });
    await closeRecords();
    expect((await openPage(pc, createPlace('both-lost'))).verdict).toBe('journalBehind');
  });
});
