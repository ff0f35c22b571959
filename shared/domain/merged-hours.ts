import type { Reference } from './reference-package';
import type { Unit } from './unit';
import { joinUnitHours } from './unit-succession-hours';

type UnitsAndDays = Pick<Reference, 'units' | 'calendar'>;

/** A unit with the hours its open dossiers run by; `passed` keeps a ring of successors from turning for ever. */
function joinUnit(reference: UnitsAndDays, unit: Unit, passed: readonly string[]): Unit {
  const next = unit.succession && reference.units.get(unit.succession.unitId);
  if (!next || passed.includes(next.id)) return unit;
  const successor = joinUnit(reference, next, [...passed, next.id]);
  return { ...unit, ...joinUnitHours(reference.calendar, unit, successor) };
}

/**
 * Rules by which dates are counted: each merged unit has its own hours up to the day before its merger and the successor's
 * from then on (counter reality §1.14), so that its open dossiers are never counted by hours nobody keeps any more.
 */
export function joinMergedHours<T extends UnitsAndDays>(reference: T): T {
  const units = new Map([...reference.units].map(([id, unit]) => [id, joinUnit(reference, unit, [id])]));
  return { ...reference, units };
}
