import type { LocalDay } from '../shared/base/time';
import { findUnitInCharge } from '../shared/domain/unit-succession';
import type { Unit } from '../shared/domain/unit';
import { listPracticeOfficers, type Provision } from './provisioning';

/**
 * The practice unit that comes with the app: the commune centre of the installer's packages with a counter officer, a
 * delegated postal officer and a supervisor. `undefined` when the packages hold no commune centre that still exists.
 */
export function findPracticeUnit(units: ReadonlyMap<string, Unit>, today: LocalDay): Provision | undefined {
  const exists = ({ id }: Unit) => findUnitInCharge(units, id, today) === id;
  const unit = [...units.values()].find((candidate) => candidate.kind === 'communeCentre' && exists(candidate));
  const counter = unit?.counters[0];
  if (unit === undefined || counter === undefined) return undefined;
  return {
    unitId: unit.id,
    counterId: counter.id,
    deviceName: `Máy thực hành ${counter.name}`,
    practice: true,
    officers: listPracticeOfficers(unit.id),
  };
}
