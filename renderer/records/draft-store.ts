import type { z } from 'zod';
import { err, type Result } from '../../shared/base/result';
import type { Instant } from '../../shared/base/time';
import type { DraftRow } from './local-db';
import { findRecords, type LiveRecords, type RecordsClosed } from './open-records';
import { guardStore, type StoreFailure } from './open-stores';
import { openJson, sealJson } from './sealing';

/** What a kind of draft looks like. A draft another version wrote differently is kept but not opened. */
export interface DraftShape<T> {
  readonly kind: string;
  readonly schema: z.ZodType<T>;
}

/** A draft as found at its counter. `damaged`: it cannot be read here; it stays until somebody removes it. */
export type FoundDraft<T> =
  | { readonly state: 'readable'; readonly id: string; readonly savedAt: Instant; readonly value: T }
  | { readonly state: 'damaged'; readonly id: string; readonly savedAt: Instant };

/** Why drafts were not reached. */
export type DraftFailure = RecordsClosed | StoreFailure;

async function withDrafts<T>(work: (live: LiveRecords) => Promise<T>): Promise<Result<T, DraftFailure>> {
  const live = findRecords();
  return live === undefined ? err({ kind: 'recordsClosed' }) : guardStore(() => work(live));
}

async function openDraft<T>(live: LiveRecords, shape: DraftShape<T>, row: DraftRow): Promise<FoundDraft<T>> {
  const { id, savedAt } = row;
  const opened = await openJson(live.keys.records, { kind: 'draft', id }, row.sealed);
  const parsed = opened.ok ? shape.schema.safeParse(opened.value) : undefined;
  return parsed?.success === true
    ? { state: 'readable', id, savedAt, value: parsed.data }
    : { state: 'damaged', id, savedAt };
}

/** Drafts of a counter, last saved first. A draft belongs to the counter: whoever sits there may finish it. */
export function listDrafts<T>(shape: DraftShape<T>, counterId: string): Promise<Result<FoundDraft<T>[], DraftFailure>> {
  return withDrafts(async (live) => {
    const rows = await live.stores.local.drafts.where({ counterId, kind: shape.kind }).toArray();
    rows.sort((a, b) => b.savedAt - a.savedAt);
    return Promise.all(rows.map((row) => openDraft(live, shape, row)));
  });
}

/** One draft; `undefined` when there is none with this id. */
export function findDraft<T>(
  shape: DraftShape<T>,
  id: string,
): Promise<Result<FoundDraft<T> | undefined, DraftFailure>> {
  return withDrafts(async (live) => {
    const row = await live.stores.local.drafts.get(id);
    return row?.kind === shape.kind ? openDraft(live, shape, row) : undefined;
  });
}

/**
 * Saves a draft, sealed and flushed to disk. Callers save at most every 500 ms. Of saves that overtake each other the one
 * with the latest time stays.
 */
export function saveDraft<T>(
  shape: DraftShape<T>,
  draft: { readonly id: string; readonly counterId: string; readonly savedAt: Instant; readonly value: T },
): Promise<Result<null, DraftFailure>> {
  return withDrafts(async ({ stores, keys }) => {
    const { id, counterId, savedAt, value } = draft;
    const sealed = await sealJson(keys.records, { kind: 'draft', id }, value);
    const { drafts } = stores.local;
    await stores.local.transaction('rw', drafts, async () => {
      const known = await drafts.get(id);
      if (known === undefined || known.savedAt <= savedAt) {
        await drafts.put({ id, kind: shape.kind, counterId, savedAt, sealed });
      }
    });
    return null;
  });
}

/** Removes a draft, for instance because its dossier was received. */
export function removeDraft(id: string): Promise<Result<null, DraftFailure>> {
  return withDrafts(async ({ stores }) => {
    await stores.local.drafts.delete(id);
    return null;
  });
}
