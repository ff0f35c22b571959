import type { Subscription } from 'rxjs';
import { fromLocal } from '../../shared/base/time';
import type { Subject } from '../../shared/domain/actions/action';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildAppointment, type ActionParts } from '../../tests/support/builders';
import { createFakeDesktop, type FakeDesktop } from '../../tests/support/fake-desktop';
import { createPlace, openTestRecords } from '../../tests/support/open-store';
import { watchDossierList } from './dossier-queries';
import { buildListQuery, buildLookUp, type DossierListQuery } from './list-queries';
import type { DossierRow } from './dossier-row';
import { catchUp, closeRecords, findRecords } from './open-records';

let fake: FakeDesktop;
let watching: Subscription | undefined;

beforeEach(async () => {
  fake = createFakeDesktop();
  await openTestRecords(fake, createPlace('lists'));
});
afterEach(async () => {
  watching?.unsubscribe();
  await closeRecords();
});

const lists: readonly (readonly [DossierListQuery, index: string])[] = [
  [{ list: 'open', limit: 50 }, '_deleted,isOpen,dueAt,id'],
  [{ list: 'receivedOn', day: '2026-11-20', limit: 50 }, '_deleted,receivedAtNeg,id'],
  [{ list: 'receivedOn', day: '2026-11-20', counterId: 'Q1', limit: 50 }, '_deleted,receivedAtNeg,id'],
  [{ list: 'newest', limit: 50 }, '_deleted,receivedAtNeg,id'],
  [{ list: 'awaitingReceipt', limit: 50 }, '_deleted,awaitingReceipt,changeNoNeg,id'],
  [{ list: 'withStatus', status: 1, limit: 50 }, '_deleted,status,receivedAtNeg,id'],
];

function planOf(query: ReturnType<typeof buildListQuery>) {
  const dossiers = findRecords()?.stores.dossiers;
  if (dossiers === undefined) throw new Error('store is not open');
  return dossiers.find(query).getPreparedQuery().queryPlan;
}

describe('every query', () => {
  test.each(lists)('reads one index in its order when it is %j', (query, index) => {
    const plan = planOf(buildListQuery(query));
    expect(plan.sortSatisfiedByIndex).toBe(true);
    expect(plan.index.join()).toBe(index);
  });

  test.each(['code', 'personKey', 'phoneKey'] as const)('reads one index when %s is looked up', (field) => {
    const plan = planOf(buildLookUp(field, 'x', 5));
    expect(plan).toMatchObject({ sortSatisfiedByIndex: true, selectorSatisfiedByIndex: true });
    expect(plan.index).toContain(field);
  });

  test.each([
    { list: 'open' },
    { list: 'awaitingReceipt' },
    { list: 'withStatus', status: 1 },
    { list: 'newest' },
  ] as const)('reads nothing it does not show when the list is $list', (query) => {
    expect(planOf(buildListQuery({ ...query, limit: 10 })).selectorSatisfiedByIndex).toBe(true);
  });

  test('is always limited', () => {
    for (const [query] of lists) expect(buildListQuery({ ...query, limit: 1e9 }).limit).toBe(500);
  });
});

const MORNING = fromLocal('2026-11-20', '08:00');
const HOUR = 3_600_000;

/** Receives a dossier at a time with a due time; both as hours after the morning. */
function receive(hours: { readonly received: number; readonly due?: number; readonly book?: string }): string {
  const id = fake.builders.id();
  const at = MORNING + hours.received * HOUR;
  const appointment = buildAppointment(at, { legalDue: hours.due === undefined ? null : MORNING + hours.due * HOUR });
  const parts: ActionParts & { readonly subject: Subject } = { subject: { type: 'dossier', id }, at, happenedAt: at };
  const slip = { book: hours.book ?? 'Q1', year: 2026, number: 1 };
  fake.append({ kind: 'actions', actions: [fake.builders.action('DossierReceived', parts, { appointment, slip })] });
  return id;
}

function submitOnline(): string {
  const id = fake.builders.id();
  const at = MORNING + HOUR;
  const action = fake.builders.action(
    'OnlineSubmissionArrived',
    { subject: { type: 'dossier', id }, at },
    { submittedAt: at },
  );
  const receipt = fake.builders.receipt(action);
  fake.append({ kind: 'pulled', items: [{ action, receipt }], checkpoint: { serverEpoch: 'e', n: 1 } });
  return id;
}

/** Keeps the latest rows of a live list. */
function watch(query: DossierListQuery): { ids: () => string[] | undefined; rows: () => readonly DossierRow[] } {
  let latest: readonly DossierRow[] | undefined;
  watching = watchDossierList(query).subscribe((rows) => (latest = rows));
  return { ids: () => latest?.map((row) => row.dossierId), rows: () => latest ?? [] };
}

describe('watchDossierList', () => {
  test('orders open dossiers by due time, those without one last', async () => {
    const late = receive({ received: 1, due: 30 });
    const never = receive({ received: 2 });
    const soon = receive({ received: 3, due: 10 });
    await catchUp();
    const list = watch({ list: 'open', limit: 10 });
    await expect.poll(list.ids).toEqual([soon, late, never]);
  });

  test('shows only what was received on the day and at the counter, newest first', async () => {
    receive({ received: -9 });
    const first = receive({ received: 1 });
    const elsewhere = receive({ received: 2, book: 'Q2' });
    const last = receive({ received: 15.5 });
    receive({ received: 16 });
    submitOnline();
    await catchUp();
    const all = watch({ list: 'receivedOn', day: '2026-11-20', limit: 10 });
    await expect.poll(all.ids).toEqual([last, elsewhere, first]);
    watching?.unsubscribe();
    const own = watch({ list: 'receivedOn', day: '2026-11-20', counterId: 'Q1', limit: 10 });
    await expect.poll(own.ids).toEqual([last, first]);
  });

  test('shows online submissions by status when they wait for acceptance', async () => {
    receive({ received: 1 });
    const waiting = submitOnline();
    await catchUp();
    const list = watch({ list: 'withStatus', status: 1, limit: 10 });
    await expect.poll(list.ids).toEqual([waiting]);
    expect(list.rows()[0]).toMatchObject({ status: 1, receivedAt: null, submittedAt: MORNING + HOUR });
  });

  test('changes by itself when receipts arrive and when a dossier is received', async () => {
    const first = receive({ received: 1 });
    await catchUp();
    const list = watch({ list: 'awaitingReceipt', limit: 10 });
    await expect.poll(list.ids).toEqual([first]);
    const second = receive({ received: 2 });
    await catchUp();
    await expect.poll(list.ids).toEqual([second, first]);
    const [entry] = fake.journal;
    if (entry?.body.kind !== 'actions') throw new Error('no reception');
    fake.append({ kind: 'receipts', receipts: entry.body.actions.map((action) => fake.builders.receipt(action)) });
    await catchUp();
    await expect.poll(list.ids).toEqual([second]);
  });

  test('keeps to its limit when more would fit', async () => {
    for (let i = 0; i < 5; i += 1) receive({ received: i });
    await catchUp();
    const list = watch({ list: 'newest', limit: 2 });
    await expect.poll(() => list.ids()?.length).toBe(2);
  });
});
