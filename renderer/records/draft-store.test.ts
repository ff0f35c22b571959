import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createFakeDesktop } from '../../tests/support/fake-desktop';
import { createPlace, openTestRecords, testKeys } from '../../tests/support/open-store';
import { findDraft, listDrafts, removeDraft, saveDraft, type DraftShape } from './draft-store';
import { closeRecords } from './open-records';

afterEach(closeRecords);

const shape: DraftShape<{ name: string }> = { kind: 'intake', schema: z.object({ name: z.string() }) };
const names = ['Nguyễn'.normalize('NFD'), 'Ỵ'.repeat(4000), ''];

function save(id: string, name: string, savedAt = 1) {
  return saveDraft(shape, { id, counterId: 'q1', savedAt, value: { name } });
}

describe('drafts', () => {
  test.each(names)('come back unchanged after a reload when the name is %.6s…', async (name) => {
    const fake = createFakeDesktop();
    const place = createPlace('drafts');
    await openTestRecords(fake, place);
    await save('a', name);
    await closeRecords();
    await openTestRecords(fake, place);
    expect(await findDraft(shape, 'a')).toEqual({
      ok: true,
      value: { state: 'readable', id: 'a', savedAt: 1, value: { name } },
    });
  });

  test('belong to their counter and come last saved first', async () => {
    await openTestRecords(createFakeDesktop(), createPlace('drafts'));
    await save('a', 'x', 1);
    await save('b', 'y', 5);
    await saveDraft(shape, { id: 'c', counterId: 'q2', savedAt: 9, value: { name: 'z' } });
    const listed = await listDrafts(shape, 'q1');
    expect(listed.ok && listed.value.map((draft) => draft.id)).toEqual(['b', 'a']);
    expect(await listDrafts({ ...shape, kind: 'other' }, 'q1')).toEqual({ ok: true, value: [] });
  });

  test('keep the latest text when saves overtake each other', async () => {
    await openTestRecords(createFakeDesktop(), createPlace('drafts'));
    await Promise.all([save('a', 'new', 2), save('a', 'old', 1)]);
    expect(await findDraft(shape, 'a')).toMatchObject({ value: { value: { name: 'new' } } });
  });

  test('are damaged but kept when their shape or key is another', async () => {
    const fake = createFakeDesktop();
    const place = createPlace('drafts');
    await openTestRecords(fake, place);
    await save('a', 'x');
    const stricter: DraftShape<{ name: string }> = { kind: 'intake', schema: z.object({ name: z.string().min(5) }) };
    expect(await listDrafts(stricter, 'q1')).toEqual({ ok: true, value: [{ state: 'damaged', id: 'a', savedAt: 1 }] });
    await closeRecords();
    await openTestRecords(fake, place, await testKeys(9));
    expect(await findDraft(shape, 'a')).toMatchObject({ value: { state: 'damaged' } });
  });

  test('survive when the store is rebuilt from the journal', async () => {
    const fake = createFakeDesktop(1);
    const place = createPlace('drafts');
    await openTestRecords(fake, place);
    await save('a', 'x');
    fake.append({
      kind: 'actions',
      actions: [fake.builders.action('DossierReceived', { subject: { type: 'dossier', id: fake.builders.id() } })],
    });
    await closeRecords();
    fake.rig.generation = 'restored-from-backup';
    expect((await openTestRecords(fake, place)).verdict).toBe('wiped');
    expect(await findDraft(shape, 'a')).toMatchObject({ value: { state: 'readable' } });
  });

  test('are gone when removed, and not reached when the store is closed', async () => {
    await openTestRecords(createFakeDesktop(), createPlace('drafts'));
    await save('a', 'x');
    await removeDraft('a');
    expect(await findDraft(shape, 'a')).toEqual({ ok: true, value: undefined });
    await closeRecords();
    expect(await save('a', 'x')).toEqual({ ok: false, error: { kind: 'recordsClosed' } });
  });
});
