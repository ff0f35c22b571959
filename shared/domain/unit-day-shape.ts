import type { Instant } from '../base/time';
import type { PayloadOf } from './actions/action';
import type { Ledger } from './actions/action-parts';
import type { unitDayPayloads } from './actions/unit-day-actions';

/** A kind of action about a unit's day. */
export type UnitDayKind = keyof typeof unitDayPayloads;

/** Payload of a unit-day fact with who and when (legal time). */
export type UnitDayRecord<K extends UnitDayKind> = PayloadOf<K> & {
  readonly actionId: string;
  readonly at: Instant;
  readonly officerId: string;
};

/** One turn of an officer at the counter; several may follow each other in a day. */
export interface Shift {
  readonly officerId: string;
  /** Null when only the closing is here: the opening comes from another PC or was forgotten. */
  readonly opened: UnitDayRecord<'ShiftOpened'> | null;
  readonly closed: UnitDayRecord<'ShiftClosed'> | null;
}

/** Cash of one ledger at one counter and day, in đồng. */
export interface LedgerCash {
  /** The last count in order; null while nothing was counted. */
  readonly counted: number | null;
  readonly handedIn: number;
  /** Sum of the differences named at the hand-ins; negative when money was missing. */
  readonly difference: number;
  /** Legal time of the last hand-in by that time; null while nothing was handed in. */
  readonly handedInAt: Instant | null;
}

/** A unit's day at one counter: the fold of its actions. All kinds are facts, so no verdict takes one away. */
export interface UnitDayState {
  /** The first opening of the day. */
  readonly shiftOpened: UnitDayRecord<'ShiftOpened'> | null;
  readonly shifts: readonly Shift[];
  readonly bagsSealed: readonly UnitDayRecord<'BagSealed'>[];
  readonly bagsReceived: readonly UnitDayRecord<'BagReceived'>[];
  readonly cashCounts: readonly UnitDayRecord<'CashCounted'>[];
  readonly cashHandIns: readonly UnitDayRecord<'CashHandedIn'>[];
  /** By ledger: state money and postal charge never mix. */
  readonly cash: Readonly<Record<Ledger, LedgerCash>>;
  /** The register as it was closed; the first closing in order counts. */
  readonly closing: UnitDayRecord<'RegisterClosed'> | null;
  /** Closings that came after the first one (a second PC, a line that was down): listed, never in its place. */
  readonly laterClosings: readonly UnitDayRecord<'RegisterClosed'>[];
  /** Addenda in order; two PCs without a line may have given the same number, and both papers are out. */
  readonly addenda: readonly UnitDayRecord<'RegisterAddendumIssued'>[];
  readonly paperKits: readonly UnitDayRecord<'PaperKitIssued'>[];
  readonly voidedCodes: readonly UnitDayRecord<'CodeVoided'>[];
  readonly voidedSlips: readonly UnitDayRecord<'SlipNumberVoided'>[];
  readonly voidedReceipts: readonly UnitDayRecord<'ReceiptNumberVoided'>[];
  readonly pos: number;
  readonly waitingActionIds: readonly string[];
}
