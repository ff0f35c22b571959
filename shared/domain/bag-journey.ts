import type { Instant } from '../base/time';
import type { UnitDayRecord, UnitDayState } from './unit-day-shape';

/** How the three counts of a bag (list, seal, folders) differ between sender and receiver (counter reality §2b). */
export interface BagDifference {
  readonly sealBroken: boolean;
  readonly otherSeal: boolean;
  /** On the list, not in the bag. */
  readonly missing: readonly string[];
  /** In the bag, not on the list. */
  readonly extra: readonly string[];
  /** Originals received less originals listed. */
  readonly originals: number;
}

/** A bag between two counters. `unannounced`: it arrived before its list did. */
export interface BagJourney {
  readonly bagId: string;
  readonly sealed: UnitDayRecord<'BagSealed'> | null;
  readonly received: UnitDayRecord<'BagReceived'> | null;
  readonly state: 'onTheWay' | 'unannounced' | 'arrived' | 'mismatch';
  /** Null while one of the two sides is not here. */
  readonly difference: BagDifference | null;
}

function compareBag(sealed: UnitDayRecord<'BagSealed'>, received: UnitDayRecord<'BagReceived'>): BagDifference {
  const listed = new Set(sealed.dossierIds);
  const found = new Set(received.dossierIds);
  return {
    sealBroken: !received.sealIntact,
    otherSeal: received.sealNo !== sealed.sealNo,
    missing: sealed.dossierIds.filter((id) => !found.has(id)),
    extra: received.dossierIds.filter((id) => !listed.has(id)),
    originals: received.originals - sealed.originals,
  };
}

function isClean({ sealBroken, otherSeal, missing, extra, originals }: BagDifference): boolean {
  return !sealBroken && !otherSeal && missing.length === 0 && extra.length === 0 && originals === 0;
}

function joinBag(
  bagId: string,
  sealed: UnitDayRecord<'BagSealed'> | null,
  received: UnitDayRecord<'BagReceived'> | null,
): BagJourney {
  if (sealed === null || received === null) {
    return { bagId, sealed, received, state: received === null ? 'onTheWay' : 'unannounced', difference: null };
  }
  const difference = compareBag(sealed, received);
  return { bagId, sealed, received, state: isClean(difference) ? 'arrived' : 'mismatch', difference };
}

type BagDay = Pick<UnitDayState, 'bagsSealed' | 'bagsReceived'>;

/**
 * Bags of several counters and days, sealed and received joined by bag: the two acts lie on the days of different counters.
 * In order of bag id (time of making). Of a bag told twice the first act counts.
 */
export function joinBags(days: readonly BagDay[]): readonly BagJourney[] {
  const sealed = days.flatMap((day) => day.bagsSealed);
  const received = days.flatMap((day) => day.bagsReceived);
  const ids = [...new Set([...sealed, ...received].map((bag) => bag.bagId))].sort();
  return ids.map((id) =>
    joinBag(id, sealed.find((bag) => bag.bagId === id) ?? null, received.find((bag) => bag.bagId === id) ?? null),
  );
}

/**
 * When the receiving unit got the papers the post had collected: from then its limit runs (provisional, QĐ 45/2016). Null
 * while no bag with the dossier in it has arrived.
 */
export function findBagArrival(journeys: readonly BagJourney[], dossierId: string): Instant | null {
  const arrivals = journeys.flatMap(({ received }) => (received?.dossierIds.includes(dossierId) ? [received.at] : []));
  return arrivals.length === 0 ? null : Math.min(...arrivals);
}
