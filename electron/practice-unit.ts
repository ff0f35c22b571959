import type { Unit } from '../shared/domain/unit';
import { listPracticeOfficers, type Provision } from './provisioning';

/**
 * The practice unit that comes with the app: the commune centre of the installer's packages with a counter officer, a
 * delegated postal officer and a supervisor. `undefined` when the packages hold no commune centre.
 */
export function findPracticeUnit(units: ReadonlyMap<string, Unit>): Provision | undefined {
  const unit = [...units.values()].find((candidate) => candidate.kind === 'communeCentre');
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
