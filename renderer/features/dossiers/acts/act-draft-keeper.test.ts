import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeDesktop } from '../../../../tests/support/fake-desktop';
import { createPlace, openTestRecords } from '../../../../tests/support/open-store';
import { closeRecords } from '../../../records/open-records';
import { restorePart } from './act-draft';
import { type ActDraftPlace, createActDraftKeeper, listActDrafts } from './act-draft-keeper';

const dossierId = '01960000-0000-7000-8000-000000000001';
const ha = { officerId: 'cb-ha', name: 'Lê Thị Thu Hà' };
const blank = { items: '', reason: '' };
let clock = 0;
let kept: boolean[] = [];

function place(kind: ActDraftPlace['kind'] = 'SupplementRequested'): ActDraftPlace {
  return { dossierId, kind, counterId: 'q1', owner: ha, now: () => (clock += 1), onKept: (ok) => kept.push(ok) };
}

async function reopen(kind: ActDraftPlace['kind'] = 'SupplementRequested') {
  return (await listActDrafts(dossierId)).get(kind) ?? null;
}

describe('a half-typed act', () => {
  beforeEach(async () => {
    clock = 1000;
    kept = [];
    await openTestRecords(createFakeDesktop(), createPlace('act-drafts'));
  });
  afterEach(closeRecords);

  it('comes back with its caret when the form is opened again', async () => {
    const keeper = createActDraftKeeper(place(), null);
    expect(keeper.begin('fields', blank)).toEqual(blank);
    keeper.note('fields', { ...blank, items: 'Giấy chứng nhận' });
    keeper.noteCaret({ field: 0, start: 4, end: 4 });
    await keeper.flush();
    const found = await reopen();
    const again = createActDraftKeeper(place(), found);
    expect(again.begin('fields', blank)).toEqual({ items: 'Giấy chứng nhận', reason: '' });
    expect(again.caret()).toEqual({ field: 0, start: 4, end: 4 });
    expect(found?.draft).toMatchObject({ owner: ha, isOpen: true });
    expect(kept).not.toContain(false);
  });

  it('is on the disk without anybody asking when typing began', async () => {
    const keeper = createActDraftKeeper(place(), null);
    keeper.begin('fields', blank);
    keeper.note('fields', { ...blank, reason: 'x' });
    await expect.poll(async () => (await reopen())?.draft.parts['fields']).toEqual({ ...blank, reason: 'x' });
  });

  it('leaves nothing behind when it says only what the form began with', async () => {
    const keeper = createActDraftKeeper(place(), null);
    keeper.begin('fields', blank);
    keeper.note('fields', { ...blank, reason: 'x' });
    await keeper.flush();
    expect(await reopen()).not.toBeNull();
    keeper.note('fields', blank);
    await keeper.flush();
    expect(await reopen()).toBeNull();
  });

  it('is gone once the act is on record, and a late change does not bring it back', async () => {
    const keeper = createActDraftKeeper(place(), null);
    keeper.begin('fields', blank);
    keeper.note('fields', { ...blank, reason: 'x' });
    await keeper.forget();
    keeper.note('fields', { ...blank, reason: 'xy' });
    await keeper.flush();
    expect(await reopen()).toBeNull();
  });

  it('keeps whether it was on the screen, and each act for itself', async () => {
    const request = createActDraftKeeper(place(), null);
    request.begin('fields', blank);
    request.note('fields', { ...blank, reason: 'x' });
    await request.flush();
    request.noteOpen(false);
    await request.flush();
    const withdrawal = createActDraftKeeper(place('Withdrawn'), null);
    withdrawal.begin('fields', '');
    withdrawal.note('fields', 'Công dân đổi ý');
    await withdrawal.flush();
    expect((await reopen())?.draft.isOpen).toBe(false);
    expect((await reopen('Withdrawn'))?.draft.isOpen).toBe(true);
    await withdrawal.forget();
    expect(await reopen()).not.toBeNull();
  });

  it('is not saved anew by a mere look at it', async () => {
    const keeper = createActDraftKeeper(place(), null);
    keeper.begin('fields', blank);
    keeper.note('fields', { ...blank, reason: 'x' });
    await keeper.flush();
    const first = await reopen();
    const again = createActDraftKeeper(place(), first);
    again.begin('fields', blank);
    await again.flush();
    expect((await reopen())?.savedAt).toBe(first?.savedAt);
  });

  it('says so when it could not be kept', async () => {
    const keeper = createActDraftKeeper(place(), null);
    keeper.begin('fields', blank);
    await closeRecords();
    keeper.note('fields', { ...blank, reason: 'x' });
    await keeper.flush();
    expect(kept).toEqual([false]);
  });
});

describe('a part of a form', () => {
  const start = { to: '', originals: 2, medium: 'paper', lines: [{ name: 'Phí', amount: 0 }], printer: null };

  it('is restored when it has the make of its start', () => {
    const value = { to: 'Thuế', originals: 0, medium: 'both', lines: [], printer: 'HP' };
    expect(restorePart(start, value)).toBe(value);
    expect(restorePart('', 'chữ')).toBe('chữ');
    expect(restorePart([], [{ any: 1 }])).toEqual([{ any: 1 }]);
  });

  it.each([
    ['a field is missing', { ...start, to: undefined }],
    ['a number became a text', { ...start, originals: '2' }],
    ['a line has another make', { ...start, lines: [{ name: 'Phí' }] }],
    ['a list became a text', { ...start, lines: 'Phí' }],
    ['it is a list', [start]],
    ['it is nothing', undefined],
  ])('begins anew when %s', (_why, value) => {
    expect(restorePart(start, value)).toBeUndefined();
  });
});
