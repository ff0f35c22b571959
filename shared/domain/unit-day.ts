import { err, ok, type Result } from '../base/result';
import type { Instant } from '../base/time';
import { checkActTime, type TimedAct } from './act-time';
import { findKnownAction, type Action, type KnownAction, type PayloadOf } from './actions/action';
import { unitDayPayloads } from './actions/unit-day-actions';
import { orderActions, type ReceiptMap } from './action-order';
import { checkDelegation } from './delegation';
import { uniqueActions } from './merge';
import type { NotAllowedReason } from './not-allowed';
import { can, type Permission } from './permissions';

/** A kind of action about a unit's day. */
export type UnitDayKind = keyof typeof unitDayPayloads;

/** Payload of a unit-day fact with who and when (legal time). */
export type UnitDayRecord<K extends UnitDayKind> = PayloadOf<K> & {
  readonly actionId: string;
  readonly at: Instant;
  readonly officerId: string;
};

/** A unit's day at one counter: the fold of its actions. All kinds are facts, so no verdict takes one away. */
export interface UnitDayState {
  readonly shiftOpened: UnitDayRecord<'ShiftOpened'> | null;
  /** The register as it was closed; the first closing in order counts. */
  readonly closing: UnitDayRecord<'RegisterClosed'> | null;
  /** Closings that came after the first one (a second PC, a line that was down): listed, never in its place. */
  readonly laterClosings: readonly UnitDayRecord<'RegisterClosed'>[];
  /** Addenda in order; two PCs without a line may have given the same number, and both papers are out. */
  readonly addenda: readonly UnitDayRecord<'RegisterAddendumIssued'>[];
  readonly voidedCodes: readonly UnitDayRecord<'CodeVoided'>[];
  readonly pos: number;
  readonly waitingActionIds: readonly string[];
}

const permissions: Readonly<Record<UnitDayKind, Permission>> = {
  ShiftOpened: 'openShift',
  RegisterClosed: 'closeRegister',
  RegisterAddendumIssued: 'closeRegister',
  CodeVoided: 'voidCode',
};

const emptyDay: UnitDayState = {
  shiftOpened: null,
  closing: null,
  laterClosings: [],
  addenda: [],
  voidedCodes: [],
  pos: 0,
  waitingActionIds: [],
};

function stampOf(action: KnownAction) {
  return { actionId: action.id, at: action.happenedAt, officerId: action.officerId };
}

function applyUnitDayAction(state: UnitDayState, action: KnownAction): UnitDayState {
  if (action.kind === 'ShiftOpened') {
    return { ...state, shiftOpened: state.shiftOpened ?? { ...action.payload, ...stampOf(action) } };
  }
  if (action.kind === 'CodeVoided') {
    return { ...state, voidedCodes: [...state.voidedCodes, { ...action.payload, ...stampOf(action) }] };
  }
  if (action.kind === 'RegisterAddendumIssued') {
    return { ...state, addenda: [...state.addenda, { ...action.payload, ...stampOf(action) }] };
  }
  if (action.kind !== 'RegisterClosed') return state;
  const closing = { ...action.payload, ...stampOf(action) };
  return state.closing === null
    ? { ...state, closing }
    : { ...state, laterClosings: [...state.laterClosings, closing] };
}

/** Folds the actions of one unit-day subject; the order of arrival plays no part. Dossier actions are passed over. */
export function foldUnitDay(actions: readonly Action[], receipts: ReceiptMap): UnitDayState {
  const own = uniqueActions(actions).filter((action) => action.subject.type === 'unitDay');
  let state = emptyDay;
  for (const action of orderActions(own, receipts)) {
    const known = findKnownAction(action);
    if (known) state = applyUnitDayAction(state, known);
  }
  return {
    ...state,
    pos: own.reduce((highest, action) => Math.max(highest, receipts.get(action.id)?.pos ?? 0), 0),
    waitingActionIds: own.filter((action) => !receipts.has(action.id)).map((action) => action.id),
  };
}

function isUnitDayKind(kind: string): kind is UnitDayKind {
  return Object.hasOwn(permissions, kind);
}

/** Number of the next addendum to a closing. */
export function findNextAddendumNumber(
  addenda: readonly Pick<UnitDayRecord<'RegisterAddendumIssued'>, 'closingId' | 'number'>[],
  closingId: string,
): number {
  const numbers = addenda.filter((one) => one.closingId === closingId).map((one) => one.number);
  return Math.max(0, ...numbers) + 1;
}

/** An addendum needs the closing it adds to, and the next number. */
function checkAddendum(state: UnitDayState, payload: unknown): Result<null, NotAllowedReason> {
  const addendum = unitDayPayloads.RegisterAddendumIssued.safeParse(payload);
  const closings = [...(state.closing ? [state.closing] : []), ...state.laterClosings];
  const closing = closings.find((one) => one.actionId === addendum.data?.closingId);
  if (!addendum.success || closing?.day !== addendum.data.day) return err({ kind: 'registerOpen' });
  const next = findNextAddendumNumber(state.addenda, closing.actionId);
  return addendum.data.number === next ? ok(null) : err({ kind: 'alreadyDone' });
}

function checkOnce(kind: UnitDayKind, state: UnitDayState, payload: unknown): Result<null, NotAllowedReason> {
  switch (kind) {
    case 'ShiftOpened':
      return state.shiftOpened === null ? ok(null) : err({ kind: 'alreadyDone' });
    case 'RegisterClosed':
      return state.closing === null ? ok(null) : err({ kind: 'alreadyDone' });
    case 'RegisterAddendumIssued':
      return checkAddendum(state, payload);
    case 'CodeVoided':
      return ok(null);
  }
}

/**
 * Like `canApply`, for the acts of a unit's day. A shift opens once; a closed register is never closed again, and gets
 * numbered addenda.
 */
export function canApplyUnitDay(
  act: TimedAct & {
    readonly state: UnitDayState;
    readonly kind: string;
    readonly unitId: string;
    readonly payload: unknown;
  },
): Result<null, NotAllowedReason> {
  const { kind, state, actor } = act;
  if (!isUnitDayKind(kind) || !can(actor.role, permissions[kind])) return err({ kind: 'permission', role: actor.role });
  const delegated = checkDelegation({
    officer: actor,
    kind,
    unitId: act.unitId,
    procedureCode: null,
    at: act.at,
    happenedAt: act.happenedAt,
  });
  if (!delegated.ok) return delegated;
  const timed = checkActTime(act);
  return timed.ok ? checkOnce(kind, state, act.payload) : timed;
}
