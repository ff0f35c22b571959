import type { Instant } from '../base/time';
import { payloadSchemas } from './actions/action';
import type { CollectionRecord } from './dossier-records';
import type { DossierState } from './dossier-shape';
import type { UnitDayState } from './unit-day-shape';

/** The cash collection that a `FeeCancelled` names; `undefined` when it names none, or money that lay in no box. */
export function findCancelledCash(state: DossierState, payload: unknown): CollectionRecord | undefined {
  const cancelled = payloadSchemas.FeeCancelled.safeParse(payload).data;
  const named = state.collections.find((one) => one.actionId === cancelled?.collectionId);
  return named?.method === 'cash' ? named : undefined;
}

/**
 * Legal time of the last hand-in, by the counter whose days are given and not after the act that is judged, of the ledgers a
 * collection took money for: what `canApply` holds a cancellation against (counter reality §1.13). Null: nothing was handed in.
 */
export function findLastHandIn(
  collection: Pick<CollectionRecord, 'lines'>,
  days: readonly Pick<UnitDayState, 'cashHandIns'>[],
  until: Instant,
): Instant | null {
  const ledgers = new Set(collection.lines.map((line) => line.ledger));
  const handIns = days.flatMap((day) => day.cashHandIns);
  const times = handIns.filter(({ ledger, at }) => ledgers.has(ledger) && at <= until).map(({ at }) => at);
  return times.length === 0 ? null : Math.max(...times);
}
