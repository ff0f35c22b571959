import type { Instant } from '../../../shared/base/time';
import { buildUuidV7, type UuidV7 } from '../../../shared/base/ids';
import { getDossierState } from '../../records/dossier-queries';
import { findDraft, listDrafts, removeDraft, saveDraft, type FoundDraft } from '../../records/draft-store';
import { onLeaving } from '../../session.store';
import { addPages } from './paper-changes';
import { intakeDraftShape, isBlankDraft, startDraft, type DraftOwner, type IntakeDraft } from './intake-draft';
import { noteDraftsChanged, setIntake, useIntake } from './intake.store';
import type { PageRef } from '../../../shared/domain/actions/action-parts';

/** Where, when and by whom the screen is worked. */
export interface Desk {
  readonly counterId: string;
  readonly officer: DraftOwner;
  readonly now: () => Instant;
}

/** A draft as listed beside the form. */
export type ListedDraft = FoundDraft<IntakeDraft>;

/** Longest time typed text may lie in memory only. */
const KEEP_MS = 400;

/** A fresh draft with an id of its own. */
export function makeDraft(now: Instant): IntakeDraft {
  return startDraft(newId(now), now);
}

function newId(now: Instant): UuidV7 {
  return buildUuidV7(now, crypto.getRandomValues(new Uint8Array(10)));
}

/** Where the caret stands in a field of the screen. */
export type FindCaret = (field: string) => IntakeDraft['caret'];

function isSameCaret(left: IntakeDraft['caret'], right: IntakeDraft['caret']): boolean {
  return left?.start === right?.start && left?.end === right?.end;
}

/** Writes a draft down as it stands, in the officer's name. A blank one leaves nothing behind. */
export async function keepDraft(draft: IntakeDraft, { counterId, officer, now }: Desk): Promise<void> {
  const value = { ...draft, owner: officer };
  const saved = isBlankDraft(draft)
    ? await removeDraft(draft.id)
    : await saveDraft(intakeDraftShape, { id: draft.id, counterId, savedAt: now(), value });
  if (useIntake.getState().isUnkept === saved.ok) setIntake({ isUnkept: !saved.ok });
}

/**
 * Keeps the draft on the screen, with the caret: at once when typing begins, then at most every 400 ms, and before a lock
 * takes the keys. The returned function stops, with a last save of what is not kept yet.
 */
export function keepDrafts(desk: Desk, findCaret: FindCaret = () => null): () => void {
  let kept = useIntake.getState().draft;
  let keptCaret = kept?.caret ?? null;
  let saving: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): boolean => {
    const { draft, stage } = useIntake.getState();
    if (draft === null || stage !== 'typing') return false;
    const caret = findCaret(draft.focus);
    if (draft === kept && isSameCaret(caret, keptCaret)) return false;
    [kept, keptCaret] = [draft, caret];
    saving = Promise.all([saving, keepDraft({ ...draft, caret }, desk)]);
    return true;
  };
  const saveNowAndThen = (): void => {
    // A caret alone is worth a save at the end only.
    if (useIntake.getState().draft === kept || !save()) return;
    timer = setTimeout(() => {
      timer = undefined;
      saveNowAndThen();
    }, KEEP_MS);
  };
  const stops = [
    useIntake.subscribe(() => {
      if (timer === undefined) saveNowAndThen();
    }),
    onLeaving(async () => {
      save();
      await saving;
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    clearTimeout(timer);
    // The screen is gone by now, and with it every caret: that alone is no change.
    if (useIntake.getState().draft !== kept) save();
  };
}

/** Puts a draft aside for later: it stays in the counter's list. A blank one leaves nothing behind. */
export async function parkDraft(draft: IntakeDraft, desk: Desk): Promise<void> {
  await keepDraft({ ...draft, isOpen: false }, desk);
  noteDraftsChanged();
}

/** Forgets a draft: its dossier was received, or the officer threw it away. */
export async function forgetDraft(id: string): Promise<void> {
  await removeDraft(id);
  noteDraftsChanged();
}

/** Drafts of the counter that can be gone on with; empty while the store is closed. */
export async function listCounterDrafts(counterId: string): Promise<readonly ListedDraft[]> {
  const found = await listDrafts(intakeDraftShape, counterId);
  return found.ok ? found.value : [];
}

/** One draft by its id. */
export async function openDraft(id: string): Promise<IntakeDraft | undefined> {
  const found = await findDraft(intakeDraftShape, id);
  return found.ok && found.value?.state === 'readable' ? found.value.value : undefined;
}

/** Whether the draft's dossier was received already: the app ended between the save and the removal of the draft. */
export async function isReceived(draft: IntakeDraft): Promise<boolean> {
  const state = await getDossierState(draft.id);
  return state.ok && state.value !== undefined && state.value.reception !== null;
}

/** Pages that landed after their draft had left the screen. */
export async function addPagesToParked(
  order: { readonly draftId: string; readonly paperId: string; readonly pages: readonly PageRef[] },
  desk: Desk,
): Promise<void> {
  const draft = await openDraft(order.draftId);
  if (draft) await parkDraft(addPages(draft, order.paperId, order.pages), desk);
}
