import type { counterDuty as vi } from '../vi/counter-duty';
import type { WordsLike } from './words-like';

/** See the Vietnamese words. */
export const counterDuty: WordsLike<typeof vi> = {
  onBehalf: 'On behalf of {{unit}} by decision no. {{decisionNo}}',
  onBehalfDated: 'On behalf of {{unit}} by decision no. {{decisionNo}} of {{day}}',
  delegationEnds: 'The delegation ends in {{days}} working days, on {{day}}',
  delegationLastDay: 'Today is the last day of the delegation',
  receiptTitle: {
    receipt: 'RECEIPT OF FEES AND CHARGES',
    slipNotReceipt: 'CASH SLIP – NOT A RECEIPT',
  },
  noReceipt: {
    noSeries: 'The counter has no registered receipt series',
    seriesSpent: 'The receipt series of the counter is used up',
  },
};
