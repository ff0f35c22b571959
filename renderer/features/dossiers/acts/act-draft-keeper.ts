import type { Instant } from '../../../../shared/base/time';
import { findDraft, removeDraft, saveDraft } from '../../../records/draft-store';
import { panelActs, type PanelAct } from '../case-acts';
import { actDraftId, actDraftShape, isSamePart, restorePart, type FormCaret, type KeptActDraft } from './act-draft';

/** Whose draft of which act, and where and when it is kept. */
export interface ActDraftPlace {
  readonly dossierId: string;
  readonly kind: PanelAct;
  readonly counterId: string;
  readonly owner: { readonly officerId: string; readonly name: string };
  readonly now: () => Instant;
  /** Told after each save whether what was typed is on the disk. */
  readonly onKept: (isKept: boolean) => void;
}

/** Keeps what is typed in one form of the panel. */
export interface ActDraftKeeper {
  /** What the form goes on with; null: it begins anew. */
  readonly kept: KeptActDraft | null;
  /** What a part of the form begins with: what was kept of it, else its start. */
  readonly begin: <T>(part: string, start: T) => T;
  /** A part was changed. */
  readonly note: (part: string, value: unknown) => void;
  readonly noteCaret: (caret: FormCaret | null) => void;
  readonly caret: () => FormCaret | null;
  readonly noteOpen: (isOpen: boolean) => void;
  /** Resolves when everything typed so far is on the disk, or could not be put there. */
  readonly flush: () => Promise<void>;
  /** The act is on record, or the officer threw the text away: nothing of it is kept any more. */
  readonly forget: () => Promise<void>;
}

/** Longest time typed text may lie in memory only. */
const KEEP_MS = 400;

interface Typed {
  readonly starts: Map<string, unknown>;
  readonly parts: Map<string, unknown>;
}

/** Nothing but what the form begins with by itself. */
function isBlank({ starts, parts }: Typed): boolean {
  return [...parts].every(([part, value]) => isSamePart(starts.get(part), value));
}

function beginPart<T>({ starts, parts }: Typed, kept: KeptActDraft | null, [part, start]: readonly [string, T]): T {
  if (!starts.has(part)) starts.set(part, start);
  const value = (parts.get(part) as T | undefined) ?? restorePart(start, kept?.draft.parts[part]) ?? start;
  parts.set(part, value);
  return value;
}

interface Writer {
  /** Writes at once, or when the last write is 400 ms old. */
  readonly soon: () => void;
  /** Writes what waits, and resolves when it is done. */
  readonly settle: () => Promise<void>;
  /** Writes nothing any more; resolves when nothing is under way. */
  readonly stop: () => Promise<void>;
}

function createWriter(write: () => Promise<void>): Writer {
  let isWaiting = false;
  let writing: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = (): void => {
    isWaiting = false;
    writing = writing.then(write);
  };
  const runAndRest = (): void => {
    timer = undefined;
    if (!isWaiting) return;
    run();
    timer = setTimeout(runAndRest, KEEP_MS);
  };
  const rest = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    soon: () => {
      isWaiting = true;
      if (timer === undefined) runAndRest();
    },
    settle: () => {
      rest();
      if (isWaiting) run();
      return writing;
    },
    stop: () => {
      rest();
      isWaiting = false;
      return writing;
    },
  };
}

/**
 * Starts keeping a form: at once when typing begins, then at most every 400 ms. A form that says only what it began with
 * leaves nothing behind.
 */
export function createActDraftKeeper(place: ActDraftPlace, kept: KeptActDraft | null): ActDraftKeeper {
  const id = actDraftId(place.dossierId, place.kind);
  const typed: Typed = { starts: new Map(), parts: new Map() };
  const screen = { isOpen: true, caret: kept?.draft.caret ?? null, isForgotten: false };
  /** What the disk says of the screen; null: nothing of the form is there. */
  let held = kept === null ? null : { isOpen: kept.draft.isOpen, caret: kept.draft.caret };
  const writer = createWriter(async () => {
    if (screen.isForgotten) return;
    const { counterId, owner, now } = place;
    const { isOpen, caret } = screen;
    const value = { v: 1 as const, isOpen, owner, caret, parts: Object.fromEntries(typed.parts) };
    const isBlankNow = isBlank(typed);
    const saved = await (isBlankNow
      ? removeDraft(id)
      : saveDraft(actDraftShape, { id, counterId, savedAt: now(), value }));
    held = saved.ok && !isBlankNow ? { isOpen, caret } : null;
    place.onKept(saved.ok);
  });
  return {
    kept,
    begin: (part, start) => beginPart(typed, kept, [part, start]),
    note: (part, value) => {
      if (isSamePart(typed.parts.get(part), value)) return;
      typed.parts.set(part, value);
      writer.soon();
    },
    noteCaret: (caret) => {
      screen.caret = caret;
    },
    caret: () => screen.caret,
    noteOpen: (isOpen) => {
      screen.isOpen = isOpen;
      if (held !== null && held.isOpen !== isOpen) writer.soon();
    },
    flush: () => {
      // A caret alone is worth a save at the end only.
      if (held !== null && !isSamePart(held.caret, screen.caret)) writer.soon();
      return writer.settle();
    },
    forget: async () => {
      screen.isForgotten = true;
      await writer.stop();
      await removeDraft(id);
    },
  };
}

/** Drafts of the acts of one dossier; none while the store is closed. */
export async function listActDrafts(dossierId: string): Promise<ReadonlyMap<PanelAct, KeptActDraft>> {
  const found = await Promise.all(
    panelActs.map(async (kind) => [kind, await findDraft(actDraftShape, actDraftId(dossierId, kind))] as const),
  );
  return new Map(
    found.flatMap(([kind, result]) =>
      result.ok && result.value?.state === 'readable'
        ? [[kind, { savedAt: result.value.savedAt, draft: result.value.value }] as const]
        : [],
    ),
  );
}
