import { afterEach, describe, expect, test } from 'vitest';
import type { Party, Person } from '../../shared/domain/person';
import { createFakeDesktop, type FakeDesktop } from '../../tests/support/fake-desktop';
import { createPlace, openTestRecords } from '../../tests/support/open-store';
import type { FactSummary } from './fact-table';
import { catchUp, closeRecords, findRecords } from './open-records';
import { keepSnapshot } from './projection-feed';
import {
  findDossiersByCode,
  findDossiersOfPerson,
  searchDossiers,
  selectDossierIds,
  summariseDossiers,
  watchSummaries,
} from './projection-queries';
import { useRecordsStatus } from './records-status.store';

afterEach(closeRecords);

function receive(fake: FakeDesktop, person: Partial<Person>, others: readonly Party[] = []): string {
  const id = fake.builders.id();
  const parties: Party[] = [{ role: 'applicant', person: fake.builders.person(person) }, ...others];
  fake.append({
    kind: 'actions',
    actions: [fake.builders.action('DossierReceived', { subject: { type: 'dossier', id } }, { parties })],
  });
  return id;
}

async function found(query: string): Promise<string[]> {
  const rows = await searchDossiers(query, 20);
  if (!rows.ok) throw new Error(rows.error.kind);
  return rows.value.map((row) => row.dossierId);
}

async function searchReady(): Promise<void> {
  await expect.poll(() => useRecordsStatus.getState().searchReady).toBe(true);
}

describe('searchDossiers', () => {
  test('finds people by name without marks, phone and id as soon as the dossier is applied', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('search'));
    const anh = receive(fake, {
      name: 'Đặng Thị Ngọc Ánh',
      phone: '0912345678',
      identity: { kind: 'personalId', number: '040190000111' },
    });
    receive(fake, { name: 'Trần Văn Bình', phone: '0900000000' });
    await catchUp();
    for (const query of ['dang anh', 'ngọc ánh', '45678', '00111', 'Đặng Thị'.normalize('NFD')]) {
      expect(await found(query)).toEqual([anh]);
    }
    expect(await found('khong co ai')).toEqual([]);
  });

  test('puts names written exactly as typed first when others only fold to it', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('search'));
    const exact = receive(fake, { name: 'Lê Thị Hoà' });
    const folded = receive(fake, { name: 'Lê Thị Hoa' });
    await catchUp();
    expect(await found('hoà')).toEqual([exact, folded]);
    expect(await found('hoa')).toEqual([folded, exact]);
  });

  test('finds the new name and not the old one when details were corrected', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('search'));
    const id = receive(fake, { name: 'Võ Văn Nhầm' });
    await catchUp();
    const parties: Party[] = [{ role: 'applicant', person: fake.builders.person({ name: 'Võ Văn Đúng' }) }];
    const corrected = fake.builders.action(
      'DetailsCorrected',
      { subject: { type: 'dossier', id } },
      { changes: { parties } },
    );
    fake.append({ kind: 'actions', actions: [corrected] });
    await catchUp();
    expect(await found('nham')).toEqual([]);
    expect(await found('dung')).toEqual([id]);
  });

  test.each([true, false])('finds everything after a reload when a snapshot was kept: %s', async (kept) => {
    const fake = createFakeDesktop();
    const place = createPlace('search');
    await openTestRecords(fake, place);
    const first = receive(fake, { name: 'Bùi Đức Khánh' });
    await catchUp();
    const live = findRecords();
    if (kept && live !== undefined) await keepSnapshot({ stores: live.stores, client: live.projection }, 1);
    const second = receive(fake, { name: 'Bùi Đức Lộc' });
    await catchUp();
    await closeRecords();
    const third = receive(fake, { name: 'Bùi Đức Thảo' });
    await openTestRecords(fake, place);
    await searchReady();
    expect(new Set(await found('bui duc'))).toEqual(new Set([first, second, third]));
    expect(await summariseDossiers([{}])).toMatchObject({ ok: true, value: [{ dossiers: 3 }] });
  });

  test('forgets a snapshot when it belongs to another journal', async () => {
    const place = createPlace('search');
    const other = createFakeDesktop(1);
    await openTestRecords(other, place);
    receive(other, { name: 'Người Lạ' });
    await catchUp();
    const live = findRecords();
    if (live !== undefined) await keepSnapshot({ stores: live.stores, client: live.projection }, 1);
    const snapshot = await live?.stores.cache.blobs.get('projection');
    await closeRecords();
    const own = createFakeDesktop(2);
    receive(own, { name: 'Người Nhà' });
    await openTestRecords(own, place);
    if (snapshot !== undefined) await findRecords()?.stores.cache.blobs.put(snapshot);
    await closeRecords();
    await openTestRecords(own, place);
    await searchReady();
    expect(await found('nguoi la')).toEqual([]);
    expect(await found('nguoi nha')).toHaveLength(1);
  });

  test('is closed when nobody is unlocked', async () => {
    expect(await searchDossiers('an', 5)).toEqual({ ok: false, error: { kind: 'recordsClosed' } });
  });
});

describe('findDossiersByCode', () => {
  test('finds the official code and the temporary number it replaced', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('code'));
    const id = fake.builders.id();
    const subject = { type: 'dossier', id } as const;
    const temporary = { kind: 'temporary', value: 'TAM-M01-261120-001', reason: 'noLease' } as const;
    const received = fake.builders.action('DossierReceived', { subject }, { code: temporary });
    fake.append({ kind: 'actions', actions: [received] });
    const assigned = fake.builders.action(
      'OfficialCodeAssigned',
      { subject, deviceId: 'server' },
      { code: 'H41.26-261120-0007', replaces: temporary.value },
    );
    const items = [{ action: assigned, receipt: fake.builders.receipt(assigned, { pos: 2 }) }];
    fake.append({ kind: 'pulled', items, checkpoint: { serverEpoch: 'e', n: 1 } });
    await catchUp();
    for (const code of ['H41.26-261120-0007', 'TAM-M01-261120-001']) {
      expect(await findDossiersByCode(code)).toMatchObject({
        ok: true,
        value: [{ dossierId: id, code: 'H41.26-261120-0007' }],
      });
    }
    expect(await findDossiersByCode('H41.26-261120-0008')).toEqual({ ok: true, value: [] });
  });
});

describe('findDossiersOfPerson', () => {
  test('finds dossiers where the person applies and where they submit for another', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('person'));
    const identity = { kind: 'personalId', number: '040190555666' } as const;
    const mine = receive(fake, { identity });
    const childs = receive(fake, {}, [{ role: 'submitter', person: fake.builders.person({ identity }) }]);
    receive(fake, {});
    await catchUp();
    const rows = await findDossiersOfPerson(identity, 10);
    expect(rows.ok && rows.value.map((row) => row.dossierId)).toEqual([mine, childs]);
    expect(await findDossiersOfPerson({ kind: 'none', reason: 'newborn' }, 10)).toEqual({ ok: true, value: [] });
  });
});

describe('counts', () => {
  test('follow receptions and receipts by themselves when they are watched', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('counts'));
    let latest: readonly FactSummary[] = [];
    const watching = watchSummaries([{}, { awaitingReceipt: true }]).subscribe((summaries) => (latest = summaries));
    receive(fake, {});
    receive(fake, {});
    await catchUp();
    await expect.poll(() => latest.map((summary) => summary.dossiers)).toEqual([2, 2]);
    const [line] = fake.journal;
    if (line?.body.kind !== 'actions') throw new Error('no reception');
    fake.append({ kind: 'receipts', receipts: line.body.actions.map((action) => fake.builders.receipt(action)) });
    await catchUp();
    await expect.poll(() => latest.map((summary) => summary.dossiers)).toEqual([2, 1]);
    watching.unsubscribe();
  });

  test('name the dossiers of a register in the order of reception', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('select'));
    const ids = [receive(fake, {}), receive(fake, {}), receive(fake, {})];
    await catchUp();
    expect(await selectDossierIds({ unitId: 'H41.26' }, 'receivedAt', 10)).toEqual({ ok: true, value: ids });
    expect(await selectDossierIds({ unitId: 'H41.99' }, 'receivedAt', 10)).toEqual({ ok: true, value: [] });
  });
});
