import { toLocalDay, type Instant, type LocalDay } from '../../../shared/base/time';
import type { Action } from '../../../shared/domain/actions/action';
import type { AddendumRow, Lateness } from '../../../shared/domain/actions/unit-day-actions';
import { shownCode } from '../../../shared/domain/dossier-codes';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { Unit } from '../../../shared/domain/unit';
import type { UnitDayRecord, UnitDayState } from '../../../shared/domain/unit-day';
import { opensDossier } from '../../../shared/text/addendum-sentences';
import type { ProcedureNames } from './day-register';

/** An addendum that was issued. */
export type IssuedAddendum = UnitDayRecord<'RegisterAddendumIssued'>;

/** What an addendum is made from. */
export interface AddendumSource {
  readonly day: LocalDay;
  readonly unit: Pick<Unit, 'counters'>;
  readonly procedures: ProcedureNames;
  readonly closedAt: Instant;
  /** The day's dossiers as they are now. */
  readonly states: readonly DossierState[];
  /** Ids of the acts the closed register was made from; `undefined` when this PC cannot tell. */
  readonly closedActs: ReadonlySet<string> | undefined;
  /** Addenda of the closing so far: what stands in one is in no other. */
  readonly issued: readonly Pick<IssuedAddendum, 'rows'>[];
}

/** Acts that no column of the register shows. */
const unseen: ReadonlySet<string> = new Set(['FormPrinted', 'IssueResolved', 'ApprovalDecided']);

function findWhy(action: Action, state: DossierState, source: AddendumSource): Lateness {
  if (action.backEntry) return { kind: 'backEntry', reason: action.backEntry.reason };
  if (action.at > source.closedAt) return { kind: 'afterClosing' };
  const isCounters = action.deviceId === state.reception?.deviceId;
  const counter = source.unit.counters.find((one) => isCounters && one.book === state.slip?.book);
  return counter ? { kind: 'otherCounter', name: counter.name } : { kind: 'otherPlace' };
}

/** The row of a late act. Promise and money stand on the row of a new dossier only: no other act changes the promise. */
function buildRow(action: Action, state: DossierState, source: AddendumSource): AddendumRow {
  const isNew = opensDossier(action.kind);
  const procedureCode = state.procedureCode ?? '';
  return {
    actionId: action.id,
    dossierId: state.dossierId,
    actKind: action.kind,
    code: shownCode(state),
    person: state.applicant?.name ?? '',
    procedureCode,
    procedureName: source.procedures.get(procedureCode)?.name ?? '',
    happenedAt: action.happenedAt,
    recordedAt: action.at,
    promisedAt: isNew ? state.promisedAt : null,
    fee: isNew ? state.feesDue : 0,
    feeCollected: isNew ? state.feesCollected : 0,
    why: findWhy(action, state, source),
  };
}

/**
 * Acts of a day that neither its closed register nor an addendum holds, in order of typing. Where the closed acts are not
 * known, those typed after the closing.
 */
export function listAddendum(source: AddendumSource): readonly AddendumRow[] {
  const { closedActs, closedAt, day } = source;
  const issued = new Set(source.issued.flatMap(({ rows }) => rows.map((row) => row.actionId)));
  const isLate = (action: Action): boolean => (closedActs ? !closedActs.has(action.id) : action.at > closedAt);
  const late = source.states.flatMap((state) =>
    state.timeline
      .map((entry) => entry.action)
      .filter((action) => toLocalDay(action.happenedAt) === day && !unseen.has(action.kind))
      .filter((action) => isLate(action) && !issued.has(action.id))
      .map((action) => ({ state, action })),
  );
  return late
    .sort((a, b) => a.action.at - b.action.at || (a.action.id < b.action.id ? -1 : 1))
    .map(({ state, action }) => buildRow(action, state, source));
}

/** Addenda to a closing, whichever counter issued them, by number. */
export function listIssued(
  days: readonly { readonly state: Pick<UnitDayState, 'addenda'> }[],
  closingId: string,
): readonly IssuedAddendum[] {
  return days
    .flatMap(({ state }) => state.addenda)
    .filter((addendum) => addendum.closingId === closingId)
    .sort((a, b) => a.number - b.number || a.at - b.at || (a.actionId < b.actionId ? -1 : 1));
}
