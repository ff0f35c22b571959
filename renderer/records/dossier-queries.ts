import { catchError, distinctUntilChanged, EMPTY, from, map, of, switchMap, type Observable } from 'rxjs';
import { err, ok, type Result } from '../../shared/base/result';
import { foldDossier, type DossierState } from '../../shared/domain/dossier-state';
import type { Identity } from '../../shared/domain/person';
import type { UnitDayState } from '../../shared/domain/unit-day';
import type { ApplyFailure } from './apply-dossiers';
import { openDossier, type DossierContent } from './dossier-content';
import type { DossierRow } from './dossier-row';
import { buildListQuery, buildLookUp, type DossierListQuery } from './list-queries';
import { findRecords, reportStoreFailure, watchRecords, type LiveRecords, type RecordsClosed } from './open-records';
import { guardStore } from './open-stores';
import type { DossierDoc } from './rx-schemas';
import { buildPersonKey } from './sealing';
import { readUnitDays, type CounterDay } from './unit-days';

/** Why a read gave nothing. A failed store is reopened by itself. */
export type ReadFailure = RecordsClosed | ApplyFailure;

type SealedDoc = Pick<DossierDoc, 'id' | 'sealed'>;

const READ_SLICE = 100;

/** Runs a read on the open store and reports its failure, so that the store is reopened or rebuilt. */
export async function readRecords<T>(
  read: (live: LiveRecords) => Promise<Result<T, ApplyFailure>>,
): Promise<Result<T, ReadFailure>> {
  const live = findRecords();
  if (live === undefined) return err({ kind: 'recordsClosed' });
  const result = await read(live);
  if (!result.ok) reportStoreFailure(result.error);
  return result;
}

async function openAll(live: LiveRecords, docs: readonly SealedDoc[]): Promise<Result<DossierContent[], ApplyFailure>> {
  const contents: DossierContent[] = [];
  for (const content of await Promise.all(docs.map((doc) => openDossier(live.keys, doc)))) {
    if (!content.ok) return content;
    contents.push(content.value);
  }
  return ok(contents);
}

function toState(id: string, { history }: DossierContent): DossierState {
  return foldDossier({ dossierId: id, ...history });
}

/** State of a dossier; `undefined` when this device does not hold it. */
export async function getDossierState(id: string): Promise<Result<DossierState | undefined, ReadFailure>> {
  const states = await readDossierStates([id]);
  return states.ok ? ok(states.value[0]) : states;
}

/** States of dossiers in the order of the ids, those not held left out. For registers and prints; read in slices. */
export function readDossierStates(ids: readonly string[]): Promise<Result<DossierState[], ReadFailure>> {
  return readRecords(async (live) => {
    const states: DossierState[] = [];
    for (let start = 0; start < ids.length; start += READ_SLICE) {
      const docs = await readDocs(live, ids.slice(start, start + READ_SLICE));
      if (!docs.ok) return docs;
      const contents = await openAll(live, docs.value);
      if (!contents.ok) return contents;
      states.push(...contents.value.map((content) => toState(content.row.dossierId, content)));
    }
    return ok(states);
  });
}

async function readDocs({ stores }: LiveRecords, ids: readonly string[]): Promise<Result<SealedDoc[], ApplyFailure>> {
  const found = await guardStore(() => stores.dossiers.findByIds([...ids]).exec());
  if (!found.ok) return found;
  return ok(ids.flatMap((id) => found.value.get(id) ?? []));
}

/** Rows of dossiers in the order of the ids, those not held left out. */
export function readDossierRows(ids: readonly string[]): Promise<Result<DossierRow[], ReadFailure>> {
  return readRecords(async (live) => {
    const docs = await readDocs(live, ids);
    if (!docs.ok) return docs;
    const contents = await openAll(live, docs.value);
    return contents.ok ? ok(contents.value.map((content) => content.row)) : contents;
  });
}

/** Ids of dossiers whose shown code is this one. Other codes a dossier ever had are found by search. */
export function findIdsByCode(code: string): Promise<Result<string[], ReadFailure>> {
  return readRecords(({ stores }) => readIds(stores.dossiers.find(buildLookUp('code', code, 10))));
}

/** Ids of dossiers whose applicant has this number. */
export function findIdsByApplicant(identity: Identity, limit: number): Promise<Result<string[], ReadFailure>> {
  return readRecords(async ({ stores, keys }) => {
    const personKey = await buildPersonKey(keys.index, identity);
    return personKey === '' ? ok([]) : readIds(stores.dossiers.find(buildLookUp('personKey', personKey, limit)));
  });
}

function readIds(query: { exec: () => Promise<readonly SealedDoc[]> }): Promise<Result<string[], ApplyFailure>> {
  return guardStore(async () => (await query.exec()).map((doc) => doc.id));
}

/** The day of a unit at each counter that has acts on it. */
export function getUnitDays(unitId: string, day: string): Promise<Result<readonly CounterDay[], ReadFailure>> {
  return readRecords((live) => readUnitDays(live, { unitId, day }));
}

/** Every day of a unit that has acts, at each of its counters. */
export function getAllUnitDays(unitId: string): Promise<Result<readonly CounterDay[], ReadFailure>> {
  return readRecords((live) => readUnitDays(live, { unitId }));
}

/** The day of a unit at one counter; `undefined` when nothing happened there yet. */
export async function getUnitDay(
  unitId: string,
  day: string,
  counterId: string,
): Promise<Result<UnitDayState | undefined, ReadFailure>> {
  const days = await getUnitDays(unitId, day);
  return days.ok ? ok(days.value.find((found) => found.counterId === counterId)?.state) : days;
}

function reportStreamFailure(error: unknown): Observable<never> {
  reportStoreFailure({ kind: 'storeFailed', name: error instanceof Error ? error.name : 'unknown' });
  return EMPTY;
}

/** Follows a live query of the open store, also across a reopening. */
function watchStore<Docs, T>(
  query: (live: LiveRecords) => Observable<Docs>,
  read: (live: LiveRecords, docs: Docs) => Promise<Result<T, ApplyFailure>>,
): Observable<T> {
  return watchRecords().pipe(
    switchMap((live) => {
      if (live === undefined) return EMPTY;
      const results = query(live).pipe(switchMap((docs) => from(read(live, docs))));
      return results.pipe(catchError(reportStreamFailure));
    }),
    switchMap((result) => {
      if (result.ok) return of(result.value);
      reportStoreFailure(result.error);
      return EMPTY;
    }),
  );
}

/** A worklist, again on each change. Only its rows are unsealed, and each only when it changed. */
export function watchDossierList(query: DossierListQuery): Observable<readonly DossierRow[]> {
  const opened = new Map<string, { readonly sealed: string; readonly row: DossierRow }>();
  return watchStore(
    ({ stores }) => stores.dossiers.find(buildListQuery(query)).$,
    async (live, docs: readonly SealedDoc[]) => {
      const fresh = docs.filter((doc) => opened.get(doc.id)?.sealed !== doc.sealed);
      const contents = await openAll(live, fresh);
      if (!contents.ok) return contents;
      contents.value.forEach(({ row }, no) => opened.set(row.dossierId, { sealed: fresh[no]?.sealed ?? '', row }));
      const rows = docs.flatMap((doc) => opened.get(doc.id)?.row ?? []);
      const shown = new Set(rows.map((row) => row.dossierId));
      for (const id of opened.keys()) if (!shown.has(id)) opened.delete(id);
      return ok(rows);
    },
  );
}

/** A dossier's state, again on each change; `undefined` while this device does not hold it. */
export function watchDossier(id: string): Observable<DossierState | undefined> {
  return watchStore(
    ({ stores }) =>
      stores.dossiers.findOne(id).$.pipe(
        map((doc): SealedDoc | undefined => (doc === null ? undefined : { id: doc.id, sealed: doc.sealed })),
        distinctUntilChanged((a, b) => a?.sealed === b?.sealed),
      ),
    async (live, doc) => {
      if (doc === undefined) return ok(undefined);
      const content = await openDossier(live.keys, doc);
      return content.ok ? ok(toState(id, content.value)) : content;
    },
  );
}
