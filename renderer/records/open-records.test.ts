import { afterEach, describe, expect, test } from 'vitest';
import type { JournalBody } from '../../shared/domain/journal-entry';
import { createFakeDesktop, type FakeDesktop } from '../../tests/support/fake-desktop';
import { createPlace, openTestRecords } from '../../tests/support/open-store';
import { getDossierState, getUnitDay } from './dossier-queries';
import { catchUp, closeRecords, findRecords, type LiveRecords } from './open-records';
import { useRecordsStatus } from './records-status.store';

afterEach(closeRecords);

function live(): LiveRecords {
  const records = findRecords();
  if (records === undefined) throw new Error('store is not open');
  return records;
}

/** Receives `count` dossiers, one line each; returns their ids. */
function receive(fake: FakeDesktop, count: number): string[] {
  return Array.from({ length: count }, () => {
    const id = fake.builders.id();
    const action = fake.builders.action('DossierReceived', { subject: { type: 'dossier', id } });
    fake.append({ kind: 'actions', actions: [action] });
    return id;
  });
}

/** The province's receipts for everything of our own, in one line. */
function acceptAll(fake: FakeDesktop): void {
  const actions = fake.journal.flatMap(({ body }) => (body.kind === 'actions' ? body.actions : []));
  fake.append({ kind: 'receipts', receipts: actions.map((action) => fake.builders.receipt(action)) });
}

async function readStore(): Promise<unknown> {
  const docs = await live()
    .stores.dossiers.find({ selector: {}, sort: [{ id: 'asc' }] })
    .exec();
  const states = await Promise.all(docs.map((doc) => getDossierState(doc.id)));
  return {
    states,
    index: docs.map(({ id, status, dueAt, receivedDay, code, changeNoNeg, personKey }) => ({
      id,
      status,
      dueAt,
      receivedDay,
      code,
      changeNoNeg,
      personKey,
    })),
  };
}

describe('openRecords', () => {
  test('is a first run and ready when neither store nor journal hold anything', async () => {
    const opened = await openTestRecords(createFakeDesktop(), createPlace('first'));
    expect(opened.verdict).toBe('firstRun');
    expect(useRecordsStatus.getState()).toMatchObject({ phase: 'ready', restored: null, damagedLines: 0 });
  });

  test('holds every dossier when the journal comes in many small tails', async () => {
    const fake = createFakeDesktop();
    const place = createPlace('tails');
    await openTestRecords(fake, place);
    const ids = receive(fake, 25);
    fake.rig.largestTail = 3;
    await catchUp();
    expect(
      await live()
        .stores.dossiers.count({ selector: { awaitingReceipt: 1 } })
        .exec(),
    ).toBe(25);
    acceptAll(fake);
    await catchUp();
    expect(
      await live()
        .stores.dossiers.count({ selector: { awaitingReceipt: 0 } })
        .exec(),
    ).toBe(25);
    expect(await getDossierState(ids[0] ?? '')).toMatchObject({
      ok: true,
      value: { stub: false, pos: 1, waitingActionIds: [] },
    });
    expect(live().applier.state().appliedLine).toBe(26);
  });

  test('goes on where it stood when it is opened again', async () => {
    const fake = createFakeDesktop();
    const place = createPlace('again');
    await openTestRecords(fake, place);
    receive(fake, 3);
    await catchUp();
    await closeRecords();
    const [late = ''] = receive(fake, 1);
    const opened = await openTestRecords(fake, place);
    expect(opened.verdict).toBe('ready');
    expect(useRecordsStatus.getState()).toMatchObject({ phase: 'ready', restored: null });
    expect(await getDossierState(late)).toMatchObject({ ok: true, value: { dossierId: late } });
  });

  test('is rebuilt equal and says how much when the databases were wiped', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('whole'));
    receive(fake, 7);
    acceptAll(fake);
    await catchUp();
    const before = await readStore();
    await closeRecords();
    const opened = await openTestRecords(fake, createPlace('whole-2'));
    expect(opened.verdict).toBe('wiped');
    expect(useRecordsStatus.getState()).toMatchObject({ phase: 'ready', restored: 7 });
    expect(await readStore()).toEqual(before);
    await closeRecords();
  });

  test.each(['rxdb-dexie-part--0--dossiers', 'rxdb-dexie-part--0--_rxdb_internal', 'part-local'])(
    'is rebuilt and never a first run when only the database %s was lost',
    async (lost) => {
      const fake = createFakeDesktop();
      const place = createPlace('part');
      await openTestRecords(fake, place);
      const ids = receive(fake, 4);
      await catchUp();
      await closeRecords();
      await new Promise((resolve) => {
        place.indexedDb.indexedDB.deleteDatabase(lost).onsuccess = resolve;
      });
      const opened = await openTestRecords(fake, place);
      expect(opened.verdict).not.toBe('firstRun');
      expect(useRecordsStatus.getState().phase).toBe('ready');
      for (const id of ids) expect(await getDossierState(id)).toMatchObject({ ok: true, value: { dossierId: id } });
    },
  );

  test('is rebuilt from its own journal when the store belongs to another', async () => {
    const place = createPlace('foreign');
    const other = createFakeDesktop(1);
    await openTestRecords(other, place);
    const [foreign = ''] = receive(other, 2);
    await catchUp();
    await closeRecords();
    const own = createFakeDesktop(2);
    const [mine = ''] = receive(own, 1);
    expect((await openTestRecords(own, place)).verdict).toBe('wiped');
    expect(await getDossierState(foreign)).toEqual({ ok: true, value: undefined });
    expect(await getDossierState(mine)).toMatchObject({ ok: true, value: { dossierId: mine } });
  });

  test('is read-only and keeps what it has when the journal lost lines', async () => {
    const fake = createFakeDesktop();
    const place = createPlace('behind');
    await openTestRecords(fake, place);
    const ids = receive(fake, 3);
    await catchUp();
    await closeRecords();
    fake.journal.length = 1;
    expect((await openTestRecords(fake, place)).verdict).toBe('journalBehind');
    expect(useRecordsStatus.getState().phase).toBe('readOnly');
    for (const id of ids) expect(await getDossierState(id)).toMatchObject({ ok: true, value: { dossierId: id } });
    receive(fake, 1);
    await catchUp();
    expect(
      await live()
        .stores.dossiers.count({ selector: { isOpen: 1 } })
        .exec(),
    ).toBe(3);
  });
});

describe('a rebuild', () => {
  test('goes on and says how much when it was cut off', async () => {
    const fake = createFakeDesktop();
    const place = createPlace('cut');
    await openTestRecords(fake, place);
    receive(fake, 6);
    await catchUp();
    await live().stores.local.state.put({ ...live().applier.state(), appliedLine: 3, restoring: true });
    await closeRecords();
    expect((await openTestRecords(fake, place)).verdict).toBe('ready');
    expect(useRecordsStatus.getState().restored).toBe(6);
    await closeRecords();
    await openTestRecords(fake, place);
    expect(useRecordsStatus.getState().restored).toBeNull();
  });

  test('happens when another version sealed its content', async () => {
    const fake = createFakeDesktop();
    const place = createPlace('shape');
    await openTestRecords(fake, place);
    receive(fake, 2);
    await catchUp();
    await live().stores.local.state.put({ ...live().applier.state(), shape: 0 });
    await closeRecords();
    await openTestRecords(fake, place);
    expect(useRecordsStatus.getState()).toMatchObject({ phase: 'ready', restored: 2 });
  });
});

describe('catchUp', () => {
  test('takes the same lines again when the crash came between documents and line', async () => {
    const fake = createFakeDesktop();
    const place = createPlace('crash');
    await openTestRecords(fake, place);
    receive(fake, 5);
    await catchUp();
    const before = await readStore();
    await live().stores.local.state.put({ ...live().applier.state(), appliedLine: 2 });
    await closeRecords();
    expect((await openTestRecords(fake, place)).verdict).toBe('ready');
    expect(await readStore()).toEqual(before);
  });

  test('gives the same store when lines come in another order and twice', async () => {
    const first = createFakeDesktop();
    await openTestRecords(first, createPlace('order-1'));
    receive(first, 6);
    acceptAll(first);
    await catchUp();
    const expected = await readStore();
    await closeRecords();
    const second = createFakeDesktop();
    const bodies: JournalBody[] = first.journal.map(({ body }) => body).reverse();
    for (const body of [...bodies, ...bodies]) second.append(body);
    await openTestRecords(second, createPlace('order-2'));
    const got = await readStore();
    const strip = (store: unknown): unknown =>
      JSON.parse(JSON.stringify(store).replace(/"changeNoNeg":-?\d+/g, '"n":0'));
    expect(strip(got)).toEqual(strip(expected));
  });

  test('holds the unit-day of a counter when its acts are in the journal', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('day'));
    const subject = { type: 'unitDay', unitId: 'H41.26', day: '2026-11-20', counterId: 'q1' } as const;
    const opened = fake.builders.action('ShiftOpened', { subject }, { cashFloat: 200_000 });
    fake.append({ kind: 'actions', actions: [opened] });
    await catchUp();
    fake.append({ kind: 'receipts', receipts: [fake.builders.receipt(opened)] });
    await catchUp();
    expect(await getUnitDay('H41.26', '2026-11-20', 'q1')).toMatchObject({
      ok: true,
      value: { shiftOpened: { cashFloat: 200_000 }, waitingActionIds: [], pos: 1 },
    });
    expect(await getUnitDay('H41.26', '2026-11-21', 'q1')).toEqual({ ok: true, value: undefined });
  });
});

describe('a failing store', () => {
  test.each(['line number', 'dossiers'])(
    'is reopened and holds every dossier again when the connection of the %s broke',
    async (broke) => {
      const fake = createFakeDesktop();
      await openTestRecords(fake, createPlace('closed'));
      const broken = live();
      if (broke === 'dossiers') await broken.stores.rx.close();
      else broken.stores.local.close();
      const ids = receive(fake, 3);
      expect(await catchUp()).toMatchObject({ ok: false, error: { kind: 'storeFailed' } });
      expect(useRecordsStatus.getState()).toMatchObject({ phase: 'behind' });
      await expect.poll(() => useRecordsStatus.getState().phase).toBe('ready');
      expect(live()).not.toBe(broken);
      for (const id of ids) expect(await getDossierState(id)).toMatchObject({ ok: true, value: { dossierId: id } });
    },
  );

  test('is rebuilt from the journal when a stored dossier was damaged', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('damaged'));
    const ids = receive(fake, 3);
    await catchUp();
    const doc = await live()
      .stores.dossiers.findOne(ids[1] ?? '')
      .exec();
    await doc?.incrementalPatch({ sealed: 'AQEA' });
    expect(await getDossierState(ids[1] ?? '')).toMatchObject({ ok: false, error: { kind: 'sealDamaged' } });
    await expect.poll(() => useRecordsStatus.getState().restored).toBe(3);
    expect(await getDossierState(ids[1] ?? '')).toMatchObject({ ok: true, value: { dossierId: ids[1] } });
  });

  test('waits for the next line when main did not answer', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('silent'));
    const [id = ''] = receive(fake, 1);
    fake.rig.tailError = { kind: 'internal', ref: 'ABCD' };
    await catchUp();
    expect(useRecordsStatus.getState()).toMatchObject({ phase: 'behind', failure: 'internal' });
    delete fake.rig.tailError;
    await catchUp();
    expect(useRecordsStatus.getState()).toMatchObject({ phase: 'ready', failure: null });
    expect(await getDossierState(id)).toMatchObject({ ok: true, value: { dossierId: id } });
  });
});
