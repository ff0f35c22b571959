import { err, ok, type Result } from '../../shared/base/result';
import { foldDossier, type DossierState } from '../../shared/domain/dossier-state';
import { mergeHistory, type History } from '../../shared/domain/merge';
import { openDossier, sealDossier, type Storable } from './dossier-content';
import { buildProjectionRow, type ProjectionRow } from './dossier-row';
import { isSameHistory, type Addition } from './journal-additions';
import { legalDatesOf } from './legal-dates-of';
import type { StoreFailure, Stores } from './open-stores';
import type { OpenedHistories } from './opened-histories';
import type { RecordKeys, SealError } from './sealing';
import { findStored, writeDossiers, type StoredDossier, type StoredMap } from './stored-dossiers';

/** What applying to the store needs. */
export interface ApplyTarget {
  readonly stores: Stores;
  readonly keys: RecordKeys;
  readonly opened: OpenedHistories;
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

/** What journal lines add to a dossier, by its id. */
type SubjectAddition = readonly [string, Addition];

interface Change extends Storable {
  readonly isNew: boolean;
}

async function readHistory(
  { keys, opened }: ApplyTarget,
  doc: StoredDossier | undefined,
): Promise<Result<History, SealError>> {
  if (doc === undefined) return ok(emptyHistory);
  const known = opened.find(doc.id, doc.sealed);
  if (known !== undefined) return ok(known);
  const content = await openDossier(keys, doc);
  return content.ok ? ok(content.value.history) : content;
}

async function buildChange(
  target: ApplyTarget,
  [id, addition]: SubjectAddition,
  doc: StoredDossier | undefined,
): Promise<Result<Change, SealError>> {
  const known = await readHistory(target, doc);
  if (!known.ok) return known;
  const history = mergeHistory(known.value, addition.history);
  const changeNo = Math.max(addition.line, -(doc?.changeNoNeg ?? 0));
  const isNew = doc === undefined || !isSameHistory(known.value, history);
  const state = foldDossier({ dossierId: id, ...history });
  return ok({ state, dates: legalDatesOf(state), history, changeNo, isNew });
}

/** What became of a slice: states of what is in the store now, and what has to be made anew from what lies there. */
interface Applied {
  readonly states: readonly DossierState[];
  readonly conflicts: StoredMap;
}

async function writeSlice(
  target: ApplyTarget,
  slice: readonly SubjectAddition[],
  stored: StoredMap,
): Promise<Result<Applied, ApplyFailure>> {
  const { stores, keys, opened, onWritten } = target;
  const changes: Change[] = [];
  for (const change of await Promise.all(slice.map((entry) => buildChange(target, entry, stored.get(entry[0]))))) {
    if (!change.ok) return change;
    changes.push(change.value);
  }
  const fresh = changes.filter((change) => change.isNew);
  const docs = await Promise.all(fresh.map((change) => sealDossier(keys, change)));
  const saved = await writeDossiers(stores.dossiers, docs, stored);
  if (!saved.ok) return saved;
  const conflicts = saved.value;
  const written = fresh.filter(({ state }) => !conflicts.has(state.dossierId));
  for (const [no, { state, history }] of fresh.entries()) {
    const sealed = docs[no]?.sealed;
    if (sealed !== undefined && !conflicts.has(state.dossierId)) opened.keep(state.dossierId, { sealed, history });
  }
  onWritten(written.map(({ state, dates, changeNo }) => buildProjectionRow(state, dates, changeNo)));
  return ok({
    states: changes.map(({ state }) => state).filter((state) => !conflicts.has(state.dossierId)),
    conflicts,
  });
}

/** The store hardly ever holds a dossier whose reception only comes now: it is not looked for, the write would tell. */
function opensDossier([, { history }]: SubjectAddition): boolean {
  return history.actions.some((action) => action.kind === 'DossierReceived');
}

async function applySlice(
  target: ApplyTarget,
  slice: readonly SubjectAddition[],
): Promise<Result<readonly DossierState[], ApplyFailure>> {
  const looked = slice.filter((entry) => !opensDossier(entry)).map(([id]) => id);
  const stored = await findStored(target.stores.dossiers, looked);
  if (!stored.ok) return stored;
  const first = await writeSlice(target, slice, stored.value);
  if (!first.ok || first.value.conflicts.size === 0) return first.ok ? ok(first.value.states) : first;
  const { states, conflicts } = first.value;
  const again = await writeSlice(
    target,
    slice.filter(([id]) => conflicts.has(id)),
    conflicts,
  );
  if (!again.ok) return again;
  // Nobody else writes dossiers: what lies there cannot have changed between the answer and the second write.
  if (again.value.conflicts.size > 0) return err({ kind: 'storeFailed', name: 'writeConflict' });
  return ok([...states, ...again.value.states]);
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
