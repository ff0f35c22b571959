import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Result } from '../../shared/base/result';
import type { Proposal } from '../../shared/domain/proposal';
import { createFakeDesktop, type FakeDesktop } from '../../tests/support/fake-desktop';
import { createPlace, openTestRecords } from '../../tests/support/open-store';
import { getDossierState } from './dossier-queries';
import { catchUp, closeRecords, findRecords } from './open-records';
import { proposeActs } from './propose';
import { useRecordsStatus } from './records-status.store';

afterEach(closeRecords);

function reception(fake: FakeDesktop, id = fake.builders.id()): Proposal {
  return {
    subject: { type: 'dossier', id },
    base: 0,
    act: { kind: 'DossierReceived', intake: fake.builders.intake() },
  };
}

function withdrawal(id: string): Proposal {
  const act = { kind: 'plain', plainKind: 'Withdrawn', payload: { v: 1, reason: 'đổi ý' } } as const;
  return { subject: { type: 'dossier', id }, base: 0, act };
}

function getValue<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('proposeActs', () => {
  test('answers with states already in the store when the act was recorded', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('propose'));
    const id = fake.builders.id();
    const recorded = await proposeActs([reception(fake, id)]);
    if (!recorded.ok) throw new Error(recorded.error.kind);
    expect(recorded.value.shown).toBe(true);
    expect(recorded.value.states.get(id)).toMatchObject({
      status: 2,
      waitingActionIds: [recorded.value.actions[0]?.id],
    });
    expect(await getDossierState(id)).toEqual({ ok: true, value: recorded.value.states.get(id) });
    const withdrawn = await proposeActs([withdrawal(id)]);
    expect(withdrawn.ok && withdrawn.value.states.get(id)?.status).toBe(7);
  });

  test('shows every dossier of one command when there are many', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('propose'));
    const recorded = await proposeActs(Array.from({ length: 40 }, () => reception(fake)));
    expect(recorded.ok && recorded.value.states.size).toBe(40);
    expect(
      await findRecords()
        ?.stores.dossiers.count({ selector: { isOpen: 1 } })
        .exec(),
    ).toBe(40);
  });

  test('writes nothing when main says no', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('propose'));
    fake.rig.propose = () => ({ ok: false, error: { kind: 'diskFull' } });
    expect(await proposeActs([reception(fake)])).toEqual({ ok: false, error: { kind: 'diskFull' } });
    expect(
      await findRecords()
        ?.stores.dossiers.count({ selector: { isOpen: 1 } })
        .exec(),
    ).toBe(0);
  });

  test('moves on by its own line without reading the journal again when nothing lies between', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('propose'));
    await proposeActs([reception(fake)]);
    await expect.poll(() => findRecords()?.applier.state().appliedLine).toBe(1);
    expect(fake.calls.filter((call) => call === 'tail')).toHaveLength(1);
  });

  test('writes each act in one transaction, and opens a dossier it has just written no second time', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('propose'));
    const storage = findRecords()?.stores.dossiers.storageInstance;
    if (storage === undefined) throw new Error('store is not open');
    const writes = vi.spyOn(storage, 'bulkWrite');
    const opens = vi.spyOn(crypto.subtle, 'decrypt');
    const id = fake.builders.id();
    await proposeActs([reception(fake, id)]);
    const withdrawn = await proposeActs([withdrawal(id)]);
    expect(withdrawn).toMatchObject({ ok: true, value: { shown: true } });
    expect([writes.mock.calls.length, opens.mock.calls.length]).toEqual([2, 0]);
    vi.restoreAllMocks();
    expect(withdrawn.ok && withdrawn.value.states.get(id)).toEqual(getValue(await getDossierState(id)));
  });

  test('keeps its place when it is closed right after an act', async () => {
    const fake = createFakeDesktop();
    const place = createPlace('propose');
    await openTestRecords(fake, place);
    await proposeActs([reception(fake)]);
    const before = fake.calls.filter((call) => call === 'tail').length;
    expect(await findRecords()?.stores.local.state.get('state')).toMatchObject({ appliedLine: 0 });
    const local = findRecords()?.stores.local;
    await closeRecords();
    await local?.open();
    expect(await local?.state.get('state')).toMatchObject({ appliedLine: 1 });
    local?.close();
    expect(fake.calls.filter((call) => call === 'tail')).toHaveLength(before);
  });

  test('never skips lines between the store and its own when others came first', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('propose'));
    const other = fake.builders.id();
    fake.append({
      kind: 'actions',
      actions: [fake.builders.action('DossierReceived', { subject: { type: 'dossier', id: other } })],
    });
    const own = fake.builders.id();
    await proposeActs([reception(fake, own)]);
    expect(findRecords()?.applier.state().appliedLine).toBe(0);
    await catchUp();
    expect(findRecords()?.applier.state().appliedLine).toBe(2);
    for (const id of [other, own]) expect(await getDossierState(id)).toMatchObject({ value: { dossierId: id } });
  });

  test('holds each act once when the growth of the journal is followed at the same time', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('propose'));
    const stop = fake.bridge.on('journalGrew', () => void catchUp());
    const ids = Array.from({ length: 10 }, () => fake.builders.id());
    await Promise.all(ids.map((id) => proposeActs([reception(fake, id)])));
    await catchUp();
    stop();
    for (const id of ids) {
      const state = await getDossierState(id);
      expect(state.ok && state.value?.timeline).toHaveLength(1);
    }
    expect(findRecords()?.applier.state().appliedLine).toBe(10);
  });

  test('is recorded but not shown, and shown later, when the store failed after the commit', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('propose'));
    await findRecords()?.stores.rx.close();
    const id = fake.builders.id();
    const recorded = await proposeActs([reception(fake, id)]);
    expect(recorded.ok && recorded.value.shown).toBe(false);
    expect(fake.journal).toHaveLength(1);
    await expect.poll(() => useRecordsStatus.getState().phase).toBe('ready');
    expect(await getDossierState(id)).toMatchObject({ value: { dossierId: id } });
  });
});

describe('proposeActs on a store that is not current', () => {
  test('refuses everything when the journal lost lines', async () => {
    const fake = createFakeDesktop();
    const place = createPlace('propose');
    await openTestRecords(fake, place);
    await proposeActs([reception(fake)]);
    await proposeActs([reception(fake)]);
    await catchUp();
    await closeRecords();
    fake.journal.length = 1;
    await openTestRecords(fake, place);
    expect(await proposeActs([reception(fake)])).toEqual({
      ok: false,
      error: { kind: 'recordsNotCurrent', phase: 'readOnly' },
    });
    expect(fake.journal).toHaveLength(1);
  });

  test('takes a new dossier but no act on a known one when it is behind', async () => {
    const fake = createFakeDesktop();
    await openTestRecords(fake, createPlace('propose'));
    fake.rig.tailError = { kind: 'internal', ref: 'ABCD' };
    await catchUp();
    expect(await proposeActs([withdrawal(fake.builders.id())])).toEqual({
      ok: false,
      error: { kind: 'recordsNotCurrent', phase: 'behind' },
    });
    expect(await proposeActs([reception(fake)])).toMatchObject({ ok: true });
  });

  test('refuses everything when it is closed', async () => {
    expect(await proposeActs([reception(createFakeDesktop())])).toEqual({
      ok: false,
      error: { kind: 'recordsNotCurrent', phase: 'closed' },
    });
  });
});
