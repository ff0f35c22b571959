import { formatDong } from '../../../shared/base/money';
import type { Ledger } from '../../../shared/domain/actions/action-parts';
import { sumByLedger } from '../../../shared/domain/dossier-money';
import type { CollectionRecord } from '../../../shared/domain/dossier-records';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { Message } from '../../../shared/text/message';

/** One ledger of a dossier in đồng. `left`: still to be taken, never below zero; null where no rate is known. */
export interface LedgerRow {
  readonly ledger: Ledger;
  readonly due: number;
  readonly waived: number;
  readonly collected: number;
  readonly refunded: number;
  readonly left: number | null;
}

const ledgers = ['stateFee', 'postalCharge'] as const;

/** Ledgers in which the dossier has money, due or moved; state money and postal charge never in one figure. */
export function listLedgers(state: DossierState): readonly LedgerRow[] {
  const fees = sumByLedger(state.fees);
  return ledgers.flatMap((ledger) => {
    const due = fees[ledger];
    const waived = state.waived[ledger];
    const collected = state.collected[ledger];
    const refunded = state.refunded[ledger];
    const kept = Math.max(0, collected - refunded);
    const left = state.feeUndecided && ledger === 'stateFee' ? null : Math.max(0, due - waived - kept);
    const isEmpty = due === 0 && waived === 0 && collected === 0 && refunded === 0;
    return isEmpty ? [] : [{ ledger, due, waived, collected, refunded, left }];
  });
}

/** What somebody must know beside the sums: money that is only announced, and money given back too much. */
export function listMoneyNotes(state: DossierState): readonly Message[] {
  const announced = state.announced.stateFee + state.announced.postalCharge;
  const over = state.overRefunded.stateFee + state.overRefunded.postalCharge;
  return [
    ...(announced > 0
      ? [{ key: 'caseFacts.money.announced', values: { amount: formatDong(announced) } } as const]
      : []),
    ...(over > 0 ? [{ key: 'caseFacts.money.over', values: { amount: formatDong(over) } } as const] : []),
  ];
}

/** Collections that are worth a line of their own: any but the single cash payment the sums already tell. */
export function listCollections({ collections }: Pick<DossierState, 'collections'>): readonly CollectionRecord[] {
  const [only] = collections;
  const isPlain =
    collections.length === 1 && only?.method === 'cash' && only.state === 'taken' && only.receipt === undefined;
  return isPlain ? [] : collections;
}
