import type { ReceiptNumber } from '../../shared/domain/actions/money-actions';
import { planReceipt, type ReceiptQuestion, type ReceiptSeries } from '../../shared/domain/receipt-series';
import type { SeriesReceipt } from './given-numbers';
import type { NumberLedger } from './number-ledger';

/** Receipt numbers of one command: what was taken in it is not taken again. */
export interface ReceiptSource {
  /** Next number of the counter's series; `undefined` where none is registered or the last one is spent. */
  readonly take: (registered: readonly ReceiptSeries[], question: ReceiptQuestion) => ReceiptNumber | undefined;
  /** Notes a number read off a pre-printed sheet; false when it is out already. */
  readonly claim: (receipt: SeriesReceipt) => boolean;
}

const SPENT = 'spent';

/** Makes the source of a command. */
export function createReceiptSource(index: Pick<NumberLedger, 'lastFeeReceipt' | 'isReceiptSpent'>): ReceiptSource {
  const taken: SeriesReceipt[] = [];
  const isTaken = ({ formNo, symbol, number }: SeriesReceipt): boolean =>
    taken.some((one) => one.formNo === formNo && one.symbol === symbol && one.number === number);
  // The rule asks for what is spent; all that is known here is how far each series may be.
  const spentOf = (series: ReceiptSeries) => {
    const last = Math.min(series.to, index.lastFeeReceipt(series));
    return last < series.from ? [] : [{ ...series, number: last, reason: SPENT }];
  };
  return {
    take: (registered, question) => {
      const voids = [...registered.flatMap(spentOf), ...taken.map((one) => ({ ...one, reason: SPENT }))];
      const plan = planReceipt(registered, { uses: [], voids }, question);
      if (plan.title !== 'receipt') return undefined;
      const { formNo, symbol } = plan.series;
      const receipt = { formNo, symbol, number: plan.number };
      taken.push(receipt);
      return { kind: 'series', ...receipt };
    },
    claim: (receipt) => {
      if (isTaken(receipt) || index.isReceiptSpent(receipt)) return false;
      taken.push(receipt);
      return true;
    },
  };
}
