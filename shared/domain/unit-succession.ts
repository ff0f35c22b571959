import type { LocalDay } from '../base/time';
import type { CodeLease } from './code-lease';
import type { Delegation } from './officer';
import type { Unit } from './unit';

/** Units as far as mergers look at them; `Reference.units` fits. */
export type MergingUnits = ReadonlyMap<string, Pick<Unit, 'id' | 'succession'>>;

/**
 * First day on which a unit no longer exists: its leases from that day on are void (`LeaseCircumstances.agencyEndedOn`), its
 * paper head, hours and delegations are the successor's. `undefined` while it exists, or when it is unknown.
 */
export function findUnitEnd(units: MergingUnits, unitId: string): LocalDay | undefined {
  return units.get(unitId)?.succession?.from;
}

/**
 * The unit in charge of a unit's affairs on a day: itself, or the successor of its successor … A ring of successors, which
 * the package check refuses, ends at the unit it started from.
 */
export function findUnitInCharge(units: MergingUnits, unitId: string, day: LocalDay): string {
  const passed = new Set<string>();
  let current = unitId;
  while (!passed.has(current)) {
    passed.add(current);
    const succession = units.get(current)?.succession;
    if (!succession || day < succession.from) return current;
    current = succession.unitId;
  }
  return unitId;
}

/** Units whose affairs a unit looks after on a day, itself first, then by id; none once it has been merged away. */
export function listMembers(units: MergingUnits, unitId: string, day: LocalDay): readonly string[] {
  if (findUnitInCharge(units, unitId, day) !== unitId) return [];
  const others = [...units.keys()].filter((id) => id !== unitId && findUnitInCharge(units, id, day) === unitId);
  return [unitId, ...others.sort()];
}

/**
 * Units that work as one on a day, sorted: the one in charge of a unit and all whose affairs it looks after. What one of them
 * records all of them see, so that no PC of a merged unit has to be set up anew.
 */
export function listOffice(units: MergingUnits, unitId: string, day: LocalDay): readonly string[] {
  return [...listMembers(units, findUnitInCharge(units, unitId, day), day)].sort();
}

/** Both units that a dossier names: `receiving` never changes, `responsible` follows mergers while the dossier is open. */
export interface UnitsOfDossier {
  readonly receiving: string;
  readonly responsible: string;
}

/**
 * Who answers for a dossier on a day (counter reality §1.14; domain notes §1.1: keep the original receiver, add the successor,
 * never rewrite history). A dossier that was closed before the merger stays with the unit that closed it.
 */
export function decideUnitsOfDossier(
  units: MergingUnits,
  dossier: { readonly receivingUnitId: string; readonly closedOn: LocalDay | null },
  day: LocalDay,
): UnitsOfDossier {
  const { receivingUnitId, closedOn } = dossier;
  const lastDay = closedOn !== null && closedOn < day ? closedOn : day;
  return { receiving: receivingUnitId, responsible: findUnitInCharge(units, receivingUnitId, lastDay) };
}

/** Whether a lease is for a day on which its agency no longer exists: no code may come from it. Codes given out before stay. */
export function isLeaseVoid(units: MergingUnits, lease: Pick<CodeLease, 'agencyId' | 'day'>): boolean {
  const end = findUnitEnd(units, lease.agencyId);
  return end !== undefined && lease.day >= end;
}

/**
 * A delegation as it is read on a day: to a unit that was merged it is one to the successor, under the same decision and until
 * its own end (provisional). Hold it against the unit in charge, not against the receiving unit on the slip.
 */
export function followDelegation(units: MergingUnits, delegation: Delegation, day: LocalDay): Delegation {
  return { ...delegation, unitId: findUnitInCharge(units, delegation.unitId, day) };
}

/** Where a PC stands. */
export interface CounterPlace {
  readonly unitId: string;
  readonly counterId: string;
}

/** Where a PC stands on a day: after a merger at the successor's counter, without being set up anew. */
export function followPlace(units: MergingUnits, place: CounterPlace, day: LocalDay): CounterPlace {
  const passed = new Set<string>();
  let current = place;
  while (!passed.has(current.unitId)) {
    passed.add(current.unitId);
    const succession = units.get(current.unitId)?.succession;
    if (!succession || day < succession.from) return current;
    const { counterId } = current;
    const renamed = succession.counters?.find((pair) => pair.from === counterId)?.to;
    current = { unitId: succession.unitId, counterId: renamed ?? counterId };
  }
  return place;
}

/**
 * What the province makes of an act for `actUnitId` sent by a device of `deviceUnitId`. `afterEnd`: it happened after the unit
 * had ended, at a counter that had not heard of it. It is a fact all the same, stays and is the successor's.
 */
export type SenderAnswer =
  { readonly kind: 'accepted'; readonly inCharge: string; readonly afterEnd: boolean } | { readonly kind: 'foreign' };

/** The unit that has a unit's affairs in the end, whatever the day. */
function findLastUnit(units: MergingUnits, unitId: string): string {
  return findUnitInCharge(units, unitId, '9999-12-31');
}

/** Whether two units are one, or will be: they share journals, codes and slips. */
export function isSameOffice(units: MergingUnits, a: string, b: string): boolean {
  return findLastUnit(units, a) === findLastUnit(units, b);
}

/**
 * Whether a device may send an act. Journals of a merged unit are accepted whenever they arrive, from its own devices and
 * from those of the successor (a bundle carried over), so a merger loses nothing. `happenedOn`: legal day of the act.
 */
export function decideSender(
  units: MergingUnits,
  act: { readonly actUnitId: string; readonly happenedOn: LocalDay },
  deviceUnitId: string,
): SenderAnswer {
  const { actUnitId, happenedOn } = act;
  if (!isSameOffice(units, actUnitId, deviceUnitId)) return { kind: 'foreign' };
  const inCharge = findUnitInCharge(units, actUnitId, happenedOn);
  return { kind: 'accepted', inCharge, afterEnd: inCharge !== actUnitId };
}
