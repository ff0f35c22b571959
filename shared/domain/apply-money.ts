import { append, toRecord, type Appliers } from './act-appliers';
import type { FactRecord, ObligationRecord } from './dossier-records';
import type { DossierFacts } from './dossier-shape';

/** A payment may be told before its notice (another counter's line was down): it is found again by the notice's id. */
function addNotice(facts: DossierFacts, notice: FactRecord<'ObligationNotified'>): DossierFacts {
  const early = facts.obligationPayments.find((payment) => payment.notificationId === notice.actionId) ?? null;
  return { ...facts, obligations: [...facts.obligations, { ...notice, fulfilled: early }] };
}

/** Without a notice of its own a payment settles all that is open. */
function addPayment(facts: DossierFacts, payment: FactRecord<'ObligationFulfilled'>): DossierFacts {
  const settles = (notice: ObligationRecord) =>
    notice.fulfilled === null && (payment.notificationId === undefined || payment.notificationId === notice.actionId);
  return {
    ...facts,
    obligationPayments: [...facts.obligationPayments, payment],
    obligations: facts.obligations.map((notice) => (settles(notice) ? { ...notice, fulfilled: payment } : notice)),
  };
}

/** Fees and obligations. What cancels and refunds do to a collection is derived by `buildCollections`. */
export const moneyAppliers: Appliers<
  'FeeCollected' | 'FeeCancelled' | 'FeeRefunded' | 'ObligationNotified' | 'ObligationFulfilled'
> = {
  FeeCollected: (facts, act) => append(facts, 'feeCollections', toRecord(act)),
  FeeCancelled: (facts, act) => append(facts, 'feeCancellations', toRecord(act)),
  FeeRefunded: (facts, act) => append(facts, 'feeRefunds', toRecord(act)),
  ObligationNotified: (facts, act) => addNotice(facts, toRecord(act)),
  ObligationFulfilled: (facts, act) => addPayment(facts, toRecord(act)),
};
