import { toLocalDay, type Instant } from '../base/time';
import { findKnownAction, type Action, type KnownAction, type PayloadOf } from './actions/action';
import type { Ledger } from './actions/action-parts';
import type { ReceiptUse } from './receipt-series';

/** Ways in which money moves; a waiver moves none. */
export type MoneyMethod = Exclude<PayloadOf<'FeeCollected'>['method'], 'waived'>;

/**
 * One movement of money in one ledger. Amounts in đồng, never negative; the kind gives the sign. `announced` (a transfer the
 * bank has not shown) moves nothing until it is confirmed by a later collection of the same reference.
 */
export interface MoneyAct {
  readonly actionId: string;
  readonly dossierId: string;
  readonly kind: 'collected' | 'announced' | 'cancelled' | 'refunded';
  readonly ledger: Ledger;
  readonly method: MoneyMethod;
  readonly amount: number;
  /** In whose box it is: of a cancellation the one who had taken the money. */
  readonly officerId: string;
  /** Device clock: the box is counted by it, so that a sheet once signed never changes. */
  readonly at: Instant;
  /** Typed on a later day than it happened: it stands in the sheet of the day it was typed. */
  readonly late: boolean;
  readonly reason: string | null;
  /** An announced transfer nobody has confirmed or cancelled yet. */
  readonly waiting: boolean;
}

type Known<K extends KnownAction['kind']> = Extract<KnownAction, { kind: K }>;

function actsOf(
  action: KnownAction,
  act: Pick<MoneyAct, 'kind' | 'method' | 'officerId' | 'reason' | 'waiting'>,
  lines: PayloadOf<'FeeCollected'>['lines'],
): readonly MoneyAct[] {
  const sums = new Map<Ledger, number>();
  for (const line of lines) sums.set(line.ledger, (sums.get(line.ledger) ?? 0) + line.amount);
  const late = toLocalDay(action.happenedAt) < toLocalDay(action.at);
  if (action.subject.type !== 'dossier') return [];
  const dossierId = action.subject.id;
  return [...sums].map(([ledger, amount]) => ({
    ...{ actionId: action.id, dossierId, ledger, amount, at: action.at, late },
    ...act,
  }));
}

function isAnnounced({ payload }: Known<'FeeCollected'>): boolean {
  return payload.confirmed === false;
}

function isReal(action: Known<'FeeCollected'>): boolean {
  return !isAnnounced(action) && action.payload.method !== 'waived';
}

/** What settles an announced transfer: the bank's money under the same reference, or its cancellation. */
interface Settled {
  readonly references: ReadonlySet<string>;
  readonly cancelledIds: ReadonlySet<string>;
}

function findSettled(known: readonly KnownAction[]): Settled {
  const cancelledIds = new Set(known.flatMap((one) => (one.kind === 'FeeCancelled' ? [one.payload.collectionId] : [])));
  const confirmed = known.flatMap((one) =>
    one.kind === 'FeeCollected' && isReal(one) && !cancelledIds.has(one.id) ? (one.payload.reference ?? []) : [],
  );
  return { references: new Set(confirmed), cancelledIds };
}

function listCollection(action: Known<'FeeCollected'>, settled: Settled): readonly MoneyAct[] {
  const { lines, method, reference } = action.payload;
  if (method === 'waived') return [];
  const kind = isAnnounced(action) ? 'announced' : 'collected';
  const isSettled =
    settled.cancelledIds.has(action.id) || (reference !== undefined && settled.references.has(reference));
  const waiting = kind === 'announced' && !isSettled;
  return actsOf(action, { kind, method, officerId: action.officerId, reason: null, waiting }, lines);
}

/** A cancellation takes back what its collection brought; twice told it counts once, and of an unknown one nothing. */
function listCancellation(
  action: Known<'FeeCancelled'>,
  collection: Known<'FeeCollected'> | undefined,
): readonly MoneyAct[] {
  if (!collection || isAnnounced(collection)) return [];
  const { lines, method } = collection.payload;
  if (method === 'waived') return [];
  const { reason } = action.payload;
  return actsOf(action, { kind: 'cancelled', method, officerId: collection.officerId, reason, waiting: false }, lines);
}

function knownMoney(actions: readonly Action[]): readonly KnownAction[] {
  const unique = new Map(actions.map((action) => [action.id, action]));
  return [...unique.values()].flatMap((action) => findKnownAction(action) ?? []);
}

/**
 * Movements of money out of the actions of any number of dossiers, by device clock. Pure: the same set of actions gives the
 * same list in whatever order it arrives. Decisions the province refused must be left out by the caller; unknown kinds are
 * passed over.
 */
export function listMoneyActs(actions: readonly Action[]): readonly MoneyAct[] {
  const known = knownMoney(actions);
  const collections = new Map(known.flatMap((one) => (one.kind === 'FeeCollected' ? [[one.id, one] as const] : [])));
  const settled = findSettled(known);
  const taken = new Set<string>();
  const ordered = [...known].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return ordered.flatMap((action): readonly MoneyAct[] => {
    switch (action.kind) {
      case 'FeeCollected':
        return listCollection(action, settled);
      case 'FeeCancelled': {
        const { collectionId } = action.payload;
        if (taken.has(collectionId)) return [];
        taken.add(collectionId);
        return listCancellation(action, collections.get(collectionId));
      }
      case 'FeeRefunded': {
        const { lines, method, reason } = action.payload;
        return actsOf(action, { kind: 'refunded', method, officerId: action.officerId, reason, waiting: false }, lines);
      }
      default:
        return [];
    }
  });
}

/** Receipt numbers that went to citizens, with whether their collection was cancelled; for {@link accountSeries}. */
export function listReceiptUses(actions: readonly Action[]): readonly ReceiptUse[] {
  const known = knownMoney(actions);
  const { cancelledIds } = findSettled(known);
  return known.flatMap((one) =>
    one.kind === 'FeeCollected' && one.payload.receipt !== undefined
      ? [{ actionId: one.id, receipt: one.payload.receipt, cancelled: cancelledIds.has(one.id) }]
      : [],
  );
}

/** Change of a ledger by an act in đồng: what came in is positive, an announcement is nothing yet. */
export function signedAmount({ kind, amount }: Pick<MoneyAct, 'kind' | 'amount'>): number {
  if (kind === 'announced') return 0;
  return kind === 'collected' ? amount : -amount;
}
