import { auditTime, EMPTY, from, startWith, switchMap, type Observable } from 'rxjs';
import { toNfc } from '../../shared/base/vietnamese';
import { err, ok, type Result } from '../../shared/base/result';
import type { Identity } from '../../shared/domain/person';
import type { DossierRow } from './dossier-row';
import {
  findIdsByApplicant,
  findIdsByCode,
  readDossierRows,
  readDossierStates,
  type ReadFailure,
} from './dossier-queries';
import type { FactFilter, FactSummary } from './fact-table';
import { findRecords, watchRecords, type RecordsClosed } from './open-records';
import type { ProjectionFailure } from './projection-client';

/** Why search or counts gave nothing. */
export type SearchFailure = ReadFailure | ProjectionFailure;

// Boards need not jump with every act of a burst.
const REFRESH_MS = 150;

/** Rows written exactly as typed come first; among equals the order (latest change first) stays. */
function rankExact(rows: readonly DossierRow[], query: string): DossierRow[] {
  const words = toNfc(query)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const score = (row: DossierRow): number => {
    const names = ` ${toNfc(`${row.applicantName} ${row.submitterName}`).toLowerCase()}`;
    return words.filter((word) => names.includes(` ${word}`)).length;
  };
  return rows
    .map((row) => ({ row, score: score(row) }))
    .sort((a, b) => b.score - a.score)
    .map(({ row }) => row);
}

async function searchIds(
  query: string,
  limit: number,
): Promise<Result<readonly string[], ProjectionFailure | RecordsClosed>> {
  const live = findRecords();
  return live === undefined ? err({ kind: 'recordsClosed' }) : live.projection.call('search', { query, limit });
}

/**
 * Dossiers that match what was typed: beginnings of names in any order with or without marks, any part of a phone, id or
 * code. Best `limit` rows.
 */
export async function searchDossiers(query: string, limit: number): Promise<Result<DossierRow[], SearchFailure>> {
  const ids = await searchIds(query, limit);
  if (!ids.ok) return ids;
  const rows = await readDossierRows(ids.value);
  return rows.ok ? ok(rankExact(rows.value, query)) : rows;
}

/** Dossiers that carry or ever carried this code, the temporary number or the portal's code included. */
export async function findDossiersByCode(code: string): Promise<Result<DossierRow[], SearchFailure>> {
  const shown = await findIdsByCode(code);
  if (!shown.ok) return shown;
  if (shown.value.length > 0) return readDossierRows(shown.value);
  const former = await searchIds(code, 10);
  if (!former.ok) return former;
  const states = await readDossierStates(former.value);
  if (!states.ok) return states;
  return readDossierRows(states.value.filter((state) => state.codes.includes(code)).map((state) => state.dossierId));
}

/** Dossiers in which this person is the applicant, or stands in any other role. Applicant's first. */
export async function findDossiersOfPerson(
  identity: Identity,
  limit: number,
): Promise<Result<DossierRow[], SearchFailure>> {
  const own = await findIdsByApplicant(identity, limit);
  if (!own.ok) return own;
  const any = identity.kind === 'none' ? ok([]) : await searchIds(identity.number, limit);
  if (!any.ok) return any;
  return readDossierRows([...new Set([...own.value, ...any.value])].slice(0, limit));
}

/** Counts and sums of the dossiers each filter names. */
export async function summariseDossiers(
  filters: readonly FactFilter[],
): Promise<Result<readonly FactSummary[], ProjectionFailure | RecordsClosed>> {
  const live = findRecords();
  return live === undefined ? err({ kind: 'recordsClosed' }) : live.projection.call('summarise', filters);
}

/** The same, again whenever dossiers changed. Silent while there is no answer. */
export function watchSummaries(filters: readonly FactFilter[]): Observable<readonly FactSummary[]> {
  return watchRecords().pipe(
    switchMap((live) => {
      if (live === undefined) return EMPTY;
      return live.projectionChanged.pipe(
        auditTime(REFRESH_MS),
        startWith(undefined),
        switchMap(() => from(live.projection.call('summarise', filters))),
        switchMap((answer) => (answer.ok ? [answer.value] : EMPTY)),
      );
    }),
  );
}

/** Ids of the dossiers a filter names, by time of reception or due time: the rows of a register or board. */
export async function selectDossierIds(
  filter: FactFilter,
  order: 'receivedAt' | 'dueAt',
  limit: number,
): Promise<Result<readonly string[], ProjectionFailure | RecordsClosed>> {
  const live = findRecords();
  return live === undefined ? err({ kind: 'recordsClosed' }) : live.projection.call('select', { filter, order, limit });
}
