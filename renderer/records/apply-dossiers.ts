import { err, ok, type Result } from '../../shared/base/result';
import { foldDossier, type DossierState } from '../../shared/domain/dossier-state';
import { mergeHistory, type History } from '../../shared/domain/merge';
import { openDossier, sealDossier } from './dossier-content';
import { buildProjectionRow, type ProjectionRow } from './dossier-row';
import { isSameHistory, type Addition } from './journal-additions';
import { guardStore, type StoreFailure, type Stores } from './open-stores';
import type { DossierDoc } from './rx-schemas';
import type { RecordKeys, SealError } from './sealing';

/** What applying to the store needs. */
export interface ApplyTarget {
  readonly stores: Stores;
  readonly keys: RecordKeys;
  /** Told of every written dossier, so that search and counts follow. */
  readonly onWritten: (rows: readonly ProjectionRow[]) => void;
}

/** Why lines could not be applied: the databases failed, or a stored value cannot be opened. */
export type ApplyFailure = StoreFailure | SealError;

/** States by dossier id. */
export type StateMap = ReadonlyMap<string, DossierState>;

// One strict transaction each: large enough that its flush does not dominate, small enough that no frame waits for it.
const SLICE = 100;

const emptyHistory: History = { actions: [], receipts: new Map() };

interface Change {
  readonly state: DossierState;
  readonly history: History;
  readonly changeNo: number;
  readonly isNew: boolean;
}

async function buildChange(
  keys: RecordKeys,
  [id, addition]: readonly [string, Addition],
  doc: DossierDoc | undefined,
): Promise<Result<Change, SealError>> {
  const content = doc === undefined ? undefined : await openDossier(keys, doc);
  if (content?.ok === false) return content;
  const known = content?.value.history ?? emptyHistory;
  const history = mergeHistory(known, addition.history);
  const changeNo = Math.max(addition.line, -(doc?.changeNoNeg ?? 0));
  const isNew = doc === undefined || !isSameHistory(known, history);
  return ok({ state: foldDossier({ dossierId: id, ...history }), history, changeNo, isNew });
}

async function applySlice(
  { stores, keys, onWritten }: ApplyTarget,
  slice: readonly (readonly [string, Addition])[],
): Promise<Result<readonly DossierState[], ApplyFailure>> {
  const stored = await guardStore(() => stores.dossiers.findByIds(slice.map(([id]) => id)).exec());
  if (!stored.ok) return stored;
  const built = await Promise.all(slice.map((entry) => buildChange(keys, entry, stored.value.get(entry[0]))));
  const changes: Change[] = [];
  for (const change of built) {
    if (!change.ok) return change;
    changes.push(change.value);
  }
  const written = changes.filter((change) => change.isNew);
  const docs = await Promise.all(written.map((change) => sealDossier(keys, change)));
  const saved = await guardStore(() => stores.dossiers.bulkUpsert(docs));
  if (!saved.ok) return saved;
  if (saved.value.error.length > 0) return err({ kind: 'storeFailed', name: 'bulkUpsert' });
  onWritten(written.map(({ state, changeNo }) => buildProjectionRow(state, changeNo)));
  return ok(changes.map((change) => change.state));
}

/** Unites additions with the stored dossiers and writes what is new. Answers the state of every dossier named. */
export async function applyDossiers(
  target: ApplyTarget,
  additions: ReadonlyMap<string, Addition>,
): Promise<Result<StateMap, ApplyFailure>> {
  const entries = [...additions];
  const states = new Map<string, DossierState>();
  for (let start = 0; start < entries.length; start += SLICE) {
    const applied = await applySlice(target, entries.slice(start, start + SLICE));
    if (!applied.ok) return applied;
    for (const state of applied.value) states.set(state.dossierId, state);
  }
  return ok(states);
}
