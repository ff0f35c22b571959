import { toLocalDay, type Instant } from '../../shared/base/time';
import { findBagArrival, joinBags } from '../../shared/domain/bag-journey';
import { findCancelledCash, findLastHandIn } from '../../shared/domain/cash-hand-in';
import type { DossierState } from '../../shared/domain/dossier-state';
import type { DoorTurn } from './door-turn';

/** When the bag with the papers of a dossier came to its unit; null while none is told. */
export async function findArrival(
  turn: DoorTurn,
  wanted: { readonly unitId: string; readonly dossierId: string; readonly since: Instant },
): Promise<Instant | null> {
  const days = await turn.unitDays(wanted.unitId, toLocalDay(wanted.since));
  const arrival = findBagArrival(joinBags(days.map((day) => day.state)), wanted.dossierId);
  return arrival !== null && arrival >= wanted.since && arrival <= turn.at ? arrival : null;
}

/** When this counter handed in the cash a cancellation would take back; null while it lies in its box. */
export async function findCashHandIn(
  turn: DoorTurn,
  state: DossierState,
  act: { readonly payload: unknown; readonly happenedAt: Instant },
): Promise<Instant | null> {
  const collection = findCancelledCash(state, act.payload);
  if (collection === undefined) return null;
  const { unit, counter } = turn.session;
  const days = await turn.unitDays(unit.id, toLocalDay(collection.at));
  return findLastHandIn(
    collection,
    days.filter((day) => day.counterId === counter.id).map((day) => day.state),
    act.happenedAt,
  );
}
