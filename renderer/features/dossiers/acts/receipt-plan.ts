import type { FeeLine } from '../../../../shared/domain/actions/action-parts';
import {
  findReceiptLedger,
  planReceipt,
  type ReceiptQuestion,
  type ReceiptSeries,
} from '../../../../shared/domain/receipt-series';
import type { Message } from '../../../../shared/text/message';
import type { FeeDraft } from './fee-draft';

/** Where the money is taken. */
export type ReceiptPlace = Omit<ReceiptQuestion, 'ledger'>;

/**
 * The registered series of this counter for such money; the number itself is the door's to give, which alone knows what is
 * spent. Undefined: the paper is a slip that replaces no receipt.
 */
export function findSeries(
  registered: readonly ReceiptSeries[],
  place: ReceiptPlace,
  lines: readonly Pick<FeeLine, 'ledger'>[],
): ReceiptSeries | undefined {
  const plan = planReceipt(registered, { uses: [], voids: [] }, { ...place, ledger: findReceiptLedger(lines) });
  return plan.title === 'receipt' ? plan.series : undefined;
}

/** What paper the citizen will get for the money being typed; undefined for a waiver, which gives none. */
export function describeReceiptPlan(draft: FeeDraft, series: ReceiptSeries | undefined): Message | undefined {
  if (draft.method === 'waived') return undefined;
  if (draft.method === 'transfer' && !draft.hasArrived) return { key: 'caseMoney.receipt.waits' };
  if (series === undefined) return { key: 'caseMoney.receipt.none' };
  const { formNo, symbol } = series;
  return { key: `caseMoney.receipt.${series.kind}`, values: { formNo, symbol } };
}
