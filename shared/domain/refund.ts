import type { PayloadOf } from './actions/action';
import type { Ledger } from './actions/action-parts';
import { findRefundable, sumByLedger } from './dossier-money';
import type { DossierState } from './dossier-shape';

/** Why money of a dossier may have to go back. `overpaid`: more was taken than is due. */
export type RefundGround = 'refused' | 'withdrawn' | 'stopped' | 'overpaid';

/** Money somebody has to decide about. Amounts in đồng; whether the law gives it back is for an official to say. */
export interface RefundCase {
  readonly ground: RefundGround;
  readonly ledger: Ledger;
  /** Most that may be refunded. */
  readonly amount: number;
}

type Paid = Pick<DossierState, 'status' | 'fees' | 'collected' | 'waived' | 'refunded'>;

const endings: Readonly<Partial<Record<number, RefundGround>>> = { 3: 'refused', 7: 'withdrawn', 8: 'stopped' };

function owed(state: Paid, ledger: Ledger): number {
  return Math.max(0, sumByLedger(state.fees)[ledger] - state.waived[ledger]);
}

/**
 * Refunds to decide about, by ledger (counter reality §5.8): after a refusal, withdrawal or stop all that is still kept, else
 * what was taken beyond the fees due. Empty: nothing.
 */
export function findRefundCases(state: Paid): readonly RefundCase[] {
  const kept = findRefundable(state);
  const ending = endings[state.status];
  return (['stateFee', 'postalCharge'] as const).flatMap((ledger) => {
    const amount = ending ? kept[ledger] : Math.max(0, kept[ledger] - owed(state, ledger));
    return amount > 0 ? [{ ground: ending ?? 'overpaid', ledger, amount }] : [];
  });
}

/** How a collection is undone: entered by mistake is cancelled, money really taken is refunded. */
export type UndoPath = 'cancel' | 'cancelWithApproval' | 'refund' | 'nothing';

/** What is known of a collection somebody wants to undo. */
export interface UndoQuestion {
  readonly collection: Pick<DossierState['collections'][number], 'state' | 'refunds' | 'method' | 'at'>;
  readonly reason: 'mistake' | 'giveBack';
  /** Legal time of the last hand-in of this counter's cash; null: none yet. */
  readonly cashHandedInAt: number | null;
}

/** The way to undo a collection; after the cash was handed in a cancellation needs somebody who approves on the spot. */
export function decideUndo({ collection, reason, cashHandedInAt }: UndoQuestion): UndoPath {
  const { state, refunds, method, at } = collection;
  if (state === 'cancelled' || state === 'confirmed' || refunds.length > 0) return 'nothing';
  if (reason === 'giveBack') return state === 'taken' ? 'refund' : 'nothing';
  const isHandedIn = method === 'cash' && cashHandedInAt !== null && at <= cashHandedInAt;
  return isHandedIn ? 'cancelWithApproval' : 'cancel';
}

/** The refund act of a case, whole sum of one ledger. */
export function buildRefund(
  refund: RefundCase,
  parts: Pick<PayloadOf<'FeeRefunded'>, 'method' | 'reason'> & { readonly lineName: string },
): PayloadOf<'FeeRefunded'> {
  const { lineName, method, reason } = parts;
  return { v: 1, lines: [{ ledger: refund.ledger, name: lineName, amount: refund.amount }], method, reason };
}
