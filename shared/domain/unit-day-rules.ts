import { err, ok, type Result } from '../base/result';
import { embeddedActRules } from './act-rules';
import { checkActTime, type TimedAct } from './act-time';
import { payloadSchemas, type PayloadOf } from './actions/action';
import { checkDelegation } from './delegation';
import type { NotAllowedReason } from './not-allowed';
import { can, type Permission } from './permissions';
import type { UnitDayKind, UnitDayRecord, UnitDayState } from './unit-day-shape';

/** An act of a unit's day somebody wants to do, or did. */
export interface ProposedDayAct extends TimedAct {
  readonly state: UnitDayState;
  readonly kind: string;
  readonly unitId: string;
  /** Undefined: asked for a button, before anything was typed. */
  readonly payload?: unknown;
}

type Fault = NotAllowedReason | undefined;
type Checker<K extends UnitDayKind> = (act: ProposedDayAct, payload: PayloadOf<K> | undefined) => Fault;

interface Row<K extends UnitDayKind> {
  readonly permission: Permission;
  readonly check: Checker<K>;
}

const alreadyDone: NotAllowedReason = { kind: 'alreadyDone' };
const mismatch: NotAllowedReason = { kind: 'missing', what: 'mismatch' };

function hasOpenShift({ state, actor }: ProposedDayAct): boolean {
  return state.shifts.some((shift) => shift.officerId === actor.officerId && shift.closed === null);
}

/** Notes of each denomination times their number, in đồng; null when nobody listed them. */
function sumNotes(denominations: PayloadOf<'CashCounted'>['denominations']): number | null {
  const notes = Object.entries(denominations);
  return notes.length === 0 ? null : notes.reduce((sum, [note, count]) => sum + Number(note) * count, 0);
}

function checkCount(payload: PayloadOf<'CashCounted'> | undefined): Fault {
  const sum = payload === undefined ? null : sumNotes(payload.denominations);
  return sum === null || sum === payload?.counted ? undefined : mismatch;
}

function checkKit(state: UnitDayState, payload: PayloadOf<'PaperKitIssued'> | undefined): Fault {
  if (payload === undefined) return undefined;
  const codes = new Set(state.paperKits.flatMap((kit) => kit.codes));
  const slips = new Set(state.paperKits.flatMap((kit) => kit.slipNumbers));
  const again =
    state.paperKits.some((kit) => kit.kitId === payload.kitId) ||
    payload.codes.some((code) => codes.has(code)) ||
    payload.slipNumbers.some((slip) => slips.has(slip));
  return again ? alreadyDone : undefined;
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
function checkAddendum(state: UnitDayState, addendum: PayloadOf<'RegisterAddendumIssued'> | undefined): Fault {
  const closings = [...(state.closing ? [state.closing] : []), ...state.laterClosings];
  const closing = closings.find((one) => one.actionId === addendum?.closingId);
  if (addendum === undefined || closing?.day !== addendum.day) return { kind: 'registerOpen' };
  return addendum.number === findNextAddendumNumber(state.addenda, closing.actionId) ? undefined : alreadyDone;
}

type VoidedReceipt = Pick<PayloadOf<'ReceiptNumberVoided'>, 'formNo' | 'symbol' | 'number'>;

function isSameReceipt(a: VoidedReceipt, b: VoidedReceipt): boolean {
  return a.formNo === b.formNo && a.symbol === b.symbol && a.number === b.number;
}

/** Who may do an act of the day, and what of the day rules it out. */
const rows: { readonly [K in UnitDayKind]: Row<K> } = {
  ShiftOpened: { permission: 'openShift', check: (act) => (hasOpenShift(act) ? alreadyDone : undefined) },
  ShiftClosed: {
    permission: 'openShift',
    check: (act) => (hasOpenShift(act) ? undefined : { kind: 'notFound', what: 'shift' }),
  },
  BagSealed: {
    permission: 'handOver',
    check: ({ state }, bag) => (state.bagsSealed.some((one) => one.bagId === bag?.bagId) ? alreadyDone : undefined),
  },
  BagReceived: {
    permission: 'handOver',
    check: ({ state }, bag) => {
      if (state.bagsReceived.some((one) => one.bagId === bag?.bagId)) return alreadyDone;
      return bag?.sealIntact === false && bag.discrepancy === undefined ? mismatch : undefined;
    },
  },
  CashCounted: { permission: 'collectFee', check: (_, count) => checkCount(count) },
  CashHandedIn: {
    permission: 'collectFee',
    check: (_, handIn) =>
      handIn !== undefined && handIn.difference !== 0 && handIn.reason === undefined ? mismatch : undefined,
  },
  RegisterClosed: {
    permission: 'closeRegister',
    check: ({ state }) => (state.closing === null ? undefined : alreadyDone),
  },
  RegisterAddendumIssued: {
    permission: 'closeRegister',
    check: ({ state }, addendum) => checkAddendum(state, addendum),
  },
  PaperKitIssued: { permission: 'receive', check: ({ state }, kit) => checkKit(state, kit) },
  CodeVoided: {
    permission: 'voidCode',
    check: ({ state }, voided) =>
      state.voidedCodes.some((one) => one.code === voided?.code) ? alreadyDone : undefined,
  },
  SlipNumberVoided: {
    permission: 'voidCode',
    check: ({ state }, voided) =>
      state.voidedSlips.some((one) => one.slipNo === voided?.slipNo) ? alreadyDone : undefined,
  },
  ReceiptNumberVoided: {
    permission: 'voidCode',
    check: ({ state }, voided) =>
      voided !== undefined && state.voidedReceipts.some((one) => isSameReceipt(one, voided)) ? alreadyDone : undefined,
  },
};

function isUnitDayKind(kind: string): kind is UnitDayKind {
  return Object.hasOwn(rows, kind);
}

/**
 * Like `canApply`, for the acts of a unit's day. An officer opens a shift only when their last one is closed; a closed
 * register is never closed again.
 */
export function canApplyUnitDay(act: ProposedDayAct): Result<null, NotAllowedReason> {
  const { kind, actor, rules = embeddedActRules } = act;
  if (!isUnitDayKind(kind) || !can(actor.role, rows[kind].permission, rules.sets)) {
    return err({ kind: 'permission', role: actor.role });
  }
  const { unitId, at, happenedAt } = act;
  const { units } = rules;
  const delegated = checkDelegation({ officer: actor, kind, unitId, procedureCode: null, at, happenedAt, units });
  if (!delegated.ok) return delegated;
  const timed = checkActTime(act);
  if (!timed.ok) return timed;
  const payload = payloadSchemas[kind].safeParse(act.payload);
  const fault = (rows[kind] as Row<UnitDayKind>).check(act, payload.success ? payload.data : undefined);
  return fault === undefined ? ok(null) : err(fault);
}
