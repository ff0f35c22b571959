import { err, ok, type Result } from '../../shared/base/result';
import { toLocalDay } from '../../shared/base/time';
import type { PayloadOf } from '../../shared/domain/actions/action';
import type { NotAllowedReason } from '../../shared/domain/not-allowed';
import { findReceiptLedger, type ReceiptQuestion } from '../../shared/domain/receipt-series';
import type { CheckedAct, DoorTurn } from './door-turn';

type Collection = PayloadOf<'FeeCollected'>;
type Refused = { readonly kind: 'notAllowed'; readonly reason: NotAllowedReason };

/** Only money that is there gets a receipt: an announced transfer gets its own when the bank has shown it. */
function givesReceipt({ method, confirmed }: Collection): boolean {
  return method !== 'waived' && confirmed !== false;
}

/**
 * Numbers a collection from the counter's registered series, unless the officer read a number off a pre-printed sheet. The
 * door does it and not the page, so that no number goes out twice. Without a series the paper is no receipt (NĐ 123/2020).
 */
export function numberReceipt(turn: DoorTurn, payload: Collection): Result<CheckedAct, Refused> {
  const kind = 'FeeCollected';
  const { receipt } = payload;
  if (receipt !== undefined) {
    const isFree = receipt.kind !== 'series' || turn.receipts.claim(receipt);
    if (isFree) return ok({ kind, payload });
    return err({ kind: 'notAllowed', reason: { kind: 'receiptTaken', number: receipt.number } });
  }
  if (!givesReceipt(payload)) return ok({ kind, payload });
  const { unit, counter } = turn.session;
  const day = toLocalDay(turn.at);
  const registered = (turn.reference(day).units.get(unit.id) ?? unit).receiptSeries ?? [];
  const question: ReceiptQuestion = {
    ...{ unitId: unit.id, counterId: counter.id, day },
    ledger: findReceiptLedger(payload.lines),
  };
  const taken = turn.receipts.take(registered, question);
  return ok({ kind, payload: taken === undefined ? payload : { ...payload, receipt: taken } });
}
