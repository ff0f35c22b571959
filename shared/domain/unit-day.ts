import { findKnownAction, type Action, type ActionStamp, type PayloadOf } from './actions/action';
import type { Ledger } from './actions/action-parts';
import { orderActions, type ReceiptMap } from './action-order';
import { uniqueActions } from './merge';
import type { LedgerCash, Shift, UnitDayKind, UnitDayRecord, UnitDayState } from './unit-day-shape';

export { canApplyUnitDay, findNextAddendumNumber } from './unit-day-rules';
export type { UnitDayKind, UnitDayRecord, UnitDayState } from './unit-day-shape';

const noCash: LedgerCash = { counted: null, handedIn: 0, difference: 0, handedInAt: null };

const emptyDay: UnitDayState = {
  shiftOpened: null,
  shifts: [],
  bagsSealed: [],
  bagsReceived: [],
  cashCounts: [],
  cashHandIns: [],
  cash: { stateFee: noCash, postalCharge: noCash },
  closing: null,
  laterClosings: [],
  addenda: [],
  paperKits: [],
  voidedCodes: [],
  voidedSlips: [],
  voidedReceipts: [],
  pos: 0,
  waitingActionIds: [],
};

type Applier<K extends UnitDayKind> = (state: UnitDayState, record: UnitDayRecord<K>) => UnitDayState;

function openShift(state: UnitDayState, opened: UnitDayRecord<'ShiftOpened'>): UnitDayState {
  const shift: Shift = { officerId: opened.officerId, opened, closed: null };
  return { ...state, shiftOpened: state.shiftOpened ?? opened, shifts: [...state.shifts, shift] };
}

/** Closes the officer's last open shift; a closing without one is kept as a shift of its own. */
function closeShift(state: UnitDayState, closed: UnitDayRecord<'ShiftClosed'>): UnitDayState {
  const { officerId } = closed;
  const index = state.shifts.findLastIndex((shift) => shift.officerId === officerId && shift.closed === null);
  const open = state.shifts[index];
  if (!open) return { ...state, shifts: [...state.shifts, { officerId, opened: null, closed }] };
  return { ...state, shifts: state.shifts.with(index, { ...open, closed }) };
}

function setCash(state: UnitDayState, ledger: Ledger, changes: Partial<LedgerCash>): UnitDayState {
  return { ...state, cash: { ...state.cash, [ledger]: { ...state.cash[ledger], ...changes } } };
}

function handIn(state: UnitDayState, record: UnitDayRecord<'CashHandedIn'>): UnitDayState {
  const { handedIn, difference, handedInAt } = state.cash[record.ledger];
  return setCash({ ...state, cashHandIns: [...state.cashHandIns, record] }, record.ledger, {
    handedIn: handedIn + record.amount,
    difference: difference + record.difference,
    handedInAt: Math.max(handedInAt ?? record.at, record.at),
  });
}

const appliers: { readonly [K in UnitDayKind]: Applier<K> } = {
  ShiftOpened: openShift,
  ShiftClosed: closeShift,
  BagSealed: (state, bag) => ({ ...state, bagsSealed: [...state.bagsSealed, bag] }),
  BagReceived: (state, bag) => ({ ...state, bagsReceived: [...state.bagsReceived, bag] }),
  CashCounted: (state, count) =>
    setCash({ ...state, cashCounts: [...state.cashCounts, count] }, count.ledger, { counted: count.counted }),
  CashHandedIn: handIn,
  RegisterClosed: (state, closing) =>
    state.closing === null ? { ...state, closing } : { ...state, laterClosings: [...state.laterClosings, closing] },
  RegisterAddendumIssued: (state, addendum) => ({ ...state, addenda: [...state.addenda, addendum] }),
  PaperKitIssued: (state, kit) => ({ ...state, paperKits: [...state.paperKits, kit] }),
  CodeVoided: (state, code) => ({ ...state, voidedCodes: [...state.voidedCodes, code] }),
  SlipNumberVoided: (state, slip) => ({ ...state, voidedSlips: [...state.voidedSlips, slip] }),
  ReceiptNumberVoided: (state, receipt) => ({ ...state, voidedReceipts: [...state.voidedReceipts, receipt] }),
};

function isUnitDayKind(kind: string): kind is UnitDayKind {
  return Object.hasOwn(appliers, kind);
}

function applyUnitDayAction(
  state: UnitDayState,
  { kind, stamp, payload }: { readonly kind: UnitDayKind; readonly stamp: ActionStamp; readonly payload: unknown },
): UnitDayState {
  // The table of appliers is keyed by kind, which the compiler cannot follow through the union.
  const record = {
    ...(payload as PayloadOf<UnitDayKind>),
    actionId: stamp.id,
    at: stamp.happenedAt,
    officerId: stamp.officerId,
  };
  return (appliers[kind] as Applier<UnitDayKind>)(state, record);
}

/** Folds the actions of one unit-day subject; the order of arrival plays no part. Dossier actions are passed over. */
export function foldUnitDay(actions: readonly Action[], receipts: ReceiptMap): UnitDayState {
  const own = uniqueActions(actions).filter((action) => action.subject.type === 'unitDay');
  let state = emptyDay;
  for (const action of orderActions(own, receipts)) {
    const known = findKnownAction(action);
    if (!known || !isUnitDayKind(known.kind)) continue;
    state = applyUnitDayAction(state, { kind: known.kind, stamp: action, payload: known.payload });
  }
  return {
    ...state,
    pos: own.reduce((highest, action) => Math.max(highest, receipts.get(action.id)?.pos ?? 0), 0),
    waitingActionIds: own.filter((action) => !receipts.has(action.id)).map((action) => action.id),
  };
}
