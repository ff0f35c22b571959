import { ok, type Result } from '../../shared/base/result';
import { guardStore, type StoreFailure, type Stores } from './open-stores';
import type { ProjectionClient, ProjectionFailure } from './projection-client';
import type { StoredDossier } from './projection-protocol';

const SNAPSHOT_ID = 'projection';
const PAGE = 500;
/** More changes than this: reading the store in the order of its ids is then no slower. */
export const MAX_CHANGES = 5000;

/** Why search and counts are not there. */
export type FeedFailure = StoreFailure | ProjectionFailure;

/** What a projection is fed from. */
export interface FeedSource {
  readonly stores: Stores;
  readonly client: ProjectionClient;
  readonly key: CryptoKey;
  readonly generation: string;
  readonly appliedLine: number;
}

/** Only what goes to the worker. */
export function toStored({ id, sealed, changeNoNeg }: StoredDossier): StoredDossier {
  return { id, sealed, changeNoNeg };
}

/** Dossiers changed behind a journal line, oldest change first; as many as are worth reading one by one. */
export async function readChanges({ dossiers }: Stores, since: number): Promise<StoredDossier[]> {
  const found: StoredDossier[] = [];
  for (const awaitingReceipt of [0, 1]) {
    const query = dossiers.find({
      selector: { awaitingReceipt, changeNoNeg: { $lt: -since } },
      sort: [{ awaitingReceipt: 'asc' }, { changeNoNeg: 'asc' }],
      limit: MAX_CHANGES,
    });
    found.push(...(await query.exec()).map(toStored));
  }
  // Oldest change first: the projection keeps the order of change.
  return found.sort((a, b) => b.changeNoNeg - a.changeNoNeg);
}

/** A slice of the store in the order of its ids. */
export async function readPage({ dossiers }: Stores, afterId: string): Promise<StoredDossier[]> {
  const query = dossiers.find({ selector: { id: { $gt: afterId } }, sort: [{ id: 'asc' }], limit: PAGE });
  return (await query.exec()).map(toStored);
}

async function feedAll({ stores, client }: FeedSource): Promise<Result<null, FeedFailure>> {
  let afterId = '';
  for (;;) {
    const page = await guardStore(() => readPage(stores, afterId));
    if (!page.ok) return page;
    const fed = await client.call('putStored', page.value);
    if (!fed.ok) return fed;
    const last = page.value.at(-1);
    if (last === undefined || page.value.length < PAGE) return ok(null);
    afterId = last.id;
  }
}

async function feedChanges(source: FeedSource, since: number): Promise<Result<null, FeedFailure>> {
  const changes = await guardStore(() => readChanges(source.stores, since));
  if (!changes.ok) return changes;
  if (changes.value.length >= MAX_CHANGES) return feedAll(source);
  const fed = await source.client.call('putStored', changes.value);
  return fed.ok ? ok(null) : fed;
}

/**
 * Opens the projection from its snapshot, or empty. Answers the journal line it stands at. To be awaited before any row is
 * sent: opening forgets what was there.
 */
export async function openProjection(source: FeedSource): Promise<Result<number, FeedFailure>> {
  const { stores, client, key, generation, appliedLine } = source;
  const kept = await guardStore(() => stores.cache.blobs.get(SNAPSHOT_ID));
  const snapshot = kept.ok ? (kept.value?.sealed ?? null) : null;
  const opened = await client.call('open', { key, generation, snapshot });
  // A snapshot ahead of its store speaks of dossiers the store does not have.
  if (opened.ok && opened.value > appliedLine) return client.call('open', { key, generation, snapshot: null });
  return opened;
}

/**
 * Brings the projection from the line it stands at to the store: what changed since, else everything in slices. Rows the
 * applier sends meanwhile are newer and win.
 */
export async function feedProjection(source: FeedSource, standsAt: number): Promise<Result<null, FeedFailure>> {
  return standsAt > 0 ? feedChanges(source, standsAt) : feedAll(source);
}

/** Throws the snapshot away: the next unlock reads the whole store. */
export async function dropSnapshot({ cache }: Pick<Stores, 'cache'>): Promise<Result<null, StoreFailure>> {
  const dropped = await guardStore(() => cache.blobs.delete(SNAPSHOT_ID));
  return dropped.ok ? ok(null) : dropped;
}

/** Keeps a sealed snapshot, so that the next unlock needs only what changed after it. */
export async function keepSnapshot(
  { stores, client }: Pick<FeedSource, 'stores' | 'client'>,
  appliedLine: number,
): Promise<Result<null, FeedFailure>> {
  const sealed = await client.call('snapshot', { appliedLine });
  if (!sealed.ok) return sealed;
  const kept = await guardStore(() => stores.cache.blobs.put({ id: SNAPSHOT_ID, sealed: sealed.value }));
  return kept.ok ? ok(null) : kept;
}
