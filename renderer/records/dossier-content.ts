import { err, ok, type Result } from '../../shared/base/result';
import type { Action } from '../../shared/domain/actions/action';
import type { DossierDates } from '../../shared/domain/dossier-dates';
import type { DossierState } from '../../shared/domain/dossier-state';
import { buildIndexFields } from '../../shared/domain/index-fields';
import type { History } from '../../shared/domain/merge';
import type { Receipt } from '../../shared/domain/verdict';
import { buildDossierRow, type DossierRow } from './dossier-row';
import type { DossierDoc } from './rx-schemas';
import {
  buildPersonKey,
  buildPhoneKey,
  openJson,
  sealJson,
  type Binding,
  type RecordKeys,
  type SealError,
} from './sealing';

/**
 * Shape of what is sealed here. Another number makes the next start rebuild the store from the journal, which takes
 * the place of a migration.
 */
export const CONTENT_SHAPE = 2;

interface SealedHistory {
  readonly v: typeof CONTENT_SHAPE;
  readonly actions: readonly Action[];
  readonly receipts: readonly Receipt[];
}

interface SealedDossier extends SealedHistory {
  readonly row: DossierRow;
}

/** An opened dossier: its history and the row lists show. */
export interface DossierContent {
  readonly history: History;
  readonly row: DossierRow;
}

function isSealedHistory(value: unknown): value is SealedHistory {
  return (
    typeof value === 'object' &&
    value !== null &&
    'v' in value &&
    value.v === CONTENT_SHAPE &&
    'actions' in value &&
    Array.isArray(value.actions) &&
    'receipts' in value &&
    Array.isArray(value.receipts)
  );
}

function toHistory({ actions, receipts }: SealedHistory): History {
  return { actions, receipts: new Map(receipts.map((receipt) => [receipt.actionId, receipt])) };
}

/** Seals the history of a unit-day. */
export function sealHistory(keys: RecordKeys, binding: Binding, history: History): Promise<string> {
  const value: SealedHistory = { v: CONTENT_SHAPE, actions: history.actions, receipts: [...history.receipts.values()] };
  return sealJson(keys.records, binding, value);
}

/** Opens what {@link sealHistory} made. */
export async function openHistory(
  keys: RecordKeys,
  binding: Binding,
  sealed: string,
): Promise<Result<History, SealError>> {
  const value = await openJson(keys.records, binding, sealed);
  if (!value.ok) return value;
  return isSealedHistory(value.value) ? ok(toHistory(value.value)) : err({ kind: 'sealDamaged', id: binding.id });
}

/** Opens the sealed part of a stored dossier. */
export async function openDossier(
  keys: Pick<RecordKeys, 'records'>,
  doc: Pick<DossierDoc, 'id' | 'sealed'>,
): Promise<Result<DossierContent, SealError>> {
  const value = await openJson(keys.records, { kind: 'dossier', id: doc.id }, doc.sealed);
  if (!value.ok) return value;
  const damaged = err<SealError>({ kind: 'sealDamaged', id: doc.id });
  if (!isSealedHistory(value.value) || !('row' in value.value)) return damaged;
  const { row, ...history } = value.value as SealedDossier;
  return ok({ history: toHistory(history), row });
}

/** A dossier about to be stored, with its dates under the rules of now. */
export interface Storable {
  readonly state: DossierState;
  readonly dates: DossierDates;
  readonly history: History;
  readonly changeNo: number;
}

/** A dossier as it is stored: index fields of its state in clear, everything else sealed. */
export async function sealDossier(keys: RecordKeys, storable: Storable): Promise<DossierDoc> {
  const { state, dates, history, changeNo } = storable;
  const { isOpen, awaitingReceipt, status, dueAt, receivedAtNeg, receivedDay, counterId, unitId, code, procedureCode } =
    buildIndexFields(state, dates);
  const content: SealedDossier = {
    v: CONTENT_SHAPE,
    actions: history.actions,
    receipts: [...history.receipts.values()],
    row: buildDossierRow(state, dates),
  };
  const [personKey, phoneKey, sealed] = await Promise.all([
    state.applicant === null ? '' : buildPersonKey(keys.index, state.applicant.identity),
    buildPhoneKey(keys.index, state.submitter?.phone ?? state.applicant?.phone),
    sealJson(keys.records, { kind: 'dossier', id: state.dossierId }, content),
  ]);
  return {
    id: state.dossierId,
    status,
    isOpen: Number(isOpen),
    dueAt,
    receivedAtNeg,
    receivedDay,
    counterId,
    unitId,
    code,
    procedureCode,
    personKey,
    phoneKey,
    awaitingReceipt: Number(awaitingReceipt),
    changeNoNeg: -changeNo,
    spareKey: '',
    sealed,
  };
}
