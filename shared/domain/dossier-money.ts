import type { FeeLine } from './actions/action-parts';
import type { CollectionRecord, FactRecord } from './dossier-records';
import type { ByLedger, DossierFacts } from './dossier-shape';

type MoneyFacts = Pick<DossierFacts, 'feeCollections' | 'feeCancellations' | 'feeRefunds' | 'fees'>;

/** Sum of fee lines in đồng by ledger. */
export function sumByLedger(lines: readonly FeeLine[]): ByLedger {
  const sums = { stateFee: 0, postalCharge: 0 };
  for (const line of lines) sums[line.ledger] += line.amount;
  return sums;
}

function isConfirmed(collection: FactRecord<'FeeCollected'>): boolean {
  return collection.method !== 'waived' && (collection.confirmed ?? true);
}

function stateOf(
  collection: FactRecord<'FeeCollected'>,
  cancelled: boolean,
  confirmations: ReadonlySet<string>,
): CollectionRecord['state'] {
  if (cancelled) return 'cancelled';
  if (collection.method === 'waived') return 'waived';
  if (isConfirmed(collection)) return 'taken';
  return collection.reference !== undefined && confirmations.has(collection.reference) ? 'confirmed' : 'announced';
}

/**
 * Every collection with what became of it. A transfer that was only announced counts once the bank's money is recorded under
 * the same reference; a cancellation counts also when it is told before its collection.
 */
export function buildCollections(facts: Omit<MoneyFacts, 'fees'>): readonly CollectionRecord[] {
  const cancelledIds = new Set(facts.feeCancellations.map((cancellation) => cancellation.collectionId));
  const confirmations = new Set(
    facts.feeCollections
      .filter((one) => isConfirmed(one) && one.reference !== undefined && !cancelledIds.has(one.actionId))
      .map((one) => one.reference ?? ''),
  );
  return facts.feeCollections.map((collection) => {
    const id = collection.actionId;
    const cancelled = facts.feeCancellations.find((cancellation) => cancellation.collectionId === id) ?? null;
    return {
      ...collection,
      cancelled,
      refunds: facts.feeRefunds.filter((refund) => refund.collectionId === id),
      state: stateOf(collection, cancelled !== null, confirmations),
    };
  });
}

function subtract(a: ByLedger, b: ByLedger): ByLedger {
  return {
    stateFee: Math.max(0, a.stateFee - b.stateFee),
    postalCharge: Math.max(0, a.postalCharge - b.postalCharge),
  };
}

/** Money of a dossier in đồng, by ledger. */
export interface DossierMoney {
  readonly collections: readonly CollectionRecord[];
  readonly collected: ByLedger;
  readonly announced: ByLedger;
  readonly waived: ByLedger;
  /** Fees of both ledgers less what was waived. */
  readonly feesDue: number;
  readonly refunded: ByLedger;
  readonly overRefunded: ByLedger;
  /** Taken and kept, both ledgers. */
  readonly feesCollected: number;
}

/**
 * Sums of the money told. No sum is ever negative, whatever was cancelled and refunded: what was given back beyond the money
 * taken (a collection both refunded and cancelled) is `overRefunded`.
 */
export function sumMoney(facts: MoneyFacts): DossierMoney {
  const collections = buildCollections(facts);
  const linesIn = (state: CollectionRecord['state']) =>
    collections.filter((one) => one.state === state).flatMap((one) => one.lines);
  const collected = sumByLedger(linesIn('taken'));
  const refunded = sumByLedger(facts.feeRefunds.flatMap((refund) => refund.lines));
  const kept = subtract(collected, refunded);
  const waived = sumByLedger(linesIn('waived'));
  const due = subtract(sumByLedger(facts.fees), waived);
  return {
    collections,
    collected,
    announced: sumByLedger(linesIn('announced')),
    waived,
    feesDue: due.stateFee + due.postalCharge,
    refunded,
    overRefunded: subtract(refunded, collected),
    feesCollected: kept.stateFee + kept.postalCharge,
  };
}

/** What may still be refunded, by ledger, in đồng. */
export function findRefundable(money: Pick<DossierMoney, 'collected' | 'refunded'>): ByLedger {
  return subtract(money.collected, money.refunded);
}
