import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromLocal } from '../../../shared/base/time';
import type { Procedure } from '../../../shared/domain/procedure';
import { referencePackageSchema } from '../../../shared/domain/reference-package';
import { buildReference } from '../../../shared/domain/reference';
import { createFakeDesktop } from '../../../tests/support/fake-desktop';
import { createPlace, openTestRecords } from '../../../tests/support/open-store';
import { closeRecords } from '../../records/open-records';
import { keepTyped } from '../../session.store';
import { changePerson, pickProcedure, typeProcedure } from './draft-changes';
import { keepDrafts, listCounterDrafts } from './draft-keeper';
import { type Desk, openScreen, resumeDraft, startNext, takeCard } from './intake-flow';
import { changeDraft, rememberDraft, useIntake } from './intake.store';

const CARD = '040090000123||NGUYỄN VĂN A|01021990|Nam|Xóm 1, Xã Ví Dụ, Huyện Cũ, Nghệ An|15042021';
const packages = ['procedures', 'calendar', 'units'].map((name) =>
  referencePackageSchema.parse(JSON.parse(readFileSync(`build/packages/${name}.json`, 'utf8'))),
);
const start = useIntake.getState();
const ha = { officerId: 'cb-ha', name: 'Lê Thị Thu Hà' };
let desk: Desk;

function findMarriage(): Procedure {
  const built = buildReference(packages, '2026-03-09');
  const found = built.ok ? built.value.procedures.get('1.004873') : undefined;
  if (found === undefined) throw new Error('no such procedure');
  return found;
}

async function fill(): Promise<void> {
  await openScreen(desk);
  await takeCard(CARD, desk);
  changeDraft((draft) => pickProcedure(draft, findMarriage()));
}

beforeEach(async () => {
  useIntake.setState(start, true);
  let clock = fromLocal('2026-03-09', '09:10');
  desk = { counterId: 'q1', officer: ha, now: () => (clock += 1) };
  await openTestRecords(createFakeDesktop(), createPlace('typing-kept'));
});
afterEach(closeRecords);

describe('a scan while somebody types', () => {
  it('gives the draft back as it was, with the choice its first keys undid, and keeps pages that landed', async () => {
    await fill();
    const undo = rememberDraft();
    const before = useIntake.getState().draft;
    changeDraft((draft) => typeProcedure(changePerson(draft, 'submitter', { name: '0400' }), '0400', undefined));
    changeDraft((draft) => ({ ...draft, focus: 'setCount' }));
    undo();
    expect(useIntake.getState().draft).toEqual({ ...before, focus: 'setCount' });
  });

  it('gives nothing back to another draft', async () => {
    await fill();
    const undo = rememberDraft();
    await startNext(desk);
    const fresh = useIntake.getState().draft;
    undo();
    expect(useIntake.getState().draft).toBe(fresh);
  });

  it('fills the person from a card when only a phone number was typed', async () => {
    await openScreen(desk);
    changeDraft((draft) => changePerson(draft, 'submitter', { phone: '0912' }));
    await takeCard(CARD, desk);
    expect(useIntake.getState()).toMatchObject({ card: null, draft: { submitter: { source: 'card', phone: '0912' } } });
  });
});

describe('locking', () => {
  it('keeps the last letter and the caret before the store closes, and gives both back', async () => {
    await openScreen(desk);
    let caret: { start: number; end: number } | null = { start: 1, end: 1 };
    const stop = keepDrafts(desk, () => caret);
    changeDraft((draft) => ({ ...changePerson(draft, 'submitter', { name: 'Trần V' }), focus: 'submitter.name' }));
    changeDraft((draft) => changePerson(draft, 'submitter', { name: 'Trần Vă' }));
    caret = { start: 3, end: 5 };
    await keepTyped();
    // The screen goes, and no caret is left to be found.
    caret = null;
    stop();
    useIntake.setState(start, true);
    await openScreen(desk);
    expect(useIntake.getState()).toMatchObject({
      draft: { submitter: { name: 'Trần Vă' } },
      focusOrder: { field: 'submitter.name', caret: { start: 3, end: 5 } },
    });
  });

  it('leaves what another officer typed in the list, and opens it only when asked for, with its name', async () => {
    await openScreen(desk);
    const stop = keepDrafts(desk);
    changeDraft((draft) => changePerson(draft, 'submitter', { name: 'Trần Gia Bảo' }));
    await keepTyped();
    stop();
    const other = { ...desk, officer: { officerId: 'cb-binh', name: 'Trần Quốc Bình' } };
    await openScreen(other);
    expect(useIntake.getState().draft?.submitter.name).toBe('');
    const [left] = await listCounterDrafts('q1');
    expect(left).toMatchObject({ state: 'readable', value: { isOpen: true, owner: ha } });
    await resumeDraft(left?.id ?? '', other);
    expect(useIntake.getState()).toMatchObject({
      draft: { submitter: { name: 'Trần Gia Bảo' } },
      restored: { ofName: ha.name },
    });
  });

  it('gives the officer who comes back their own draft, after another one worked meanwhile', async () => {
    await openScreen(desk);
    changeDraft((draft) => changePerson(draft, 'submitter', { name: 'Trần Gia Bảo' }));
    await openScreen({ ...desk, officer: { officerId: 'cb-binh', name: 'Trần Quốc Bình' } });
    expect(useIntake.getState().draft?.submitter.name).toBe('');
    await openScreen(desk);
    expect(useIntake.getState()).toMatchObject({
      draft: { submitter: { name: 'Trần Gia Bảo' } },
      restored: { ofName: null },
    });
  });
});
