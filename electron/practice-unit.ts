import type { Delegation } from '../shared/domain/officer';
import type { Unit } from '../shared/domain/procedure';
import { PRACTICE_PASSWORD } from '../shared/ipc/practice';
import type { Provision } from './provisioning';

/**
 * The practice unit that comes with the app: the commune centre of the installer's packages with a counter officer, a
 * delegated postal officer and a supervisor. `undefined` when the packages hold no commune centre.
 */
export function findPracticeUnit(units: ReadonlyMap<string, Unit>): Provision | undefined {
  const unit = [...units.values()].find((candidate) => candidate.kind === 'communeCentre');
  const counter = unit?.counters[0];
  if (unit === undefined || counter === undefined) return undefined;
  const password = PRACTICE_PASSWORD;
  return {
    unitId: unit.id,
    counterId: counter.id,
    deviceName: `Máy thực hành ${counter.name}`,
    practice: true,
    officers: [
      { officer: { officerId: 'th-can-bo', name: 'Lê Thị Thu Hà', role: 'intakeOfficer', unitId: unit.id }, password },
      {
        officer: {
          officerId: 'th-buu-dien',
          name: 'Phạm Văn Bưu',
          role: 'postalOfficer',
          unitId: unit.id,
          delegation: buildDelegation(unit),
        },
        password,
      },
      { officer: { officerId: 'th-giam-sat', name: 'Trần Quốc Bình', role: 'supervisor', unitId: unit.id }, password },
    ],
  };
}

/** Long enough that practice never ends in the middle of an exercise; the demo server knows the same one. */
function buildDelegation(unit: Unit): Delegation {
  return {
    id: 'th-uy-quyen-1',
    unitId: unit.id,
    employer: 'Bưu điện văn hóa xã (thực hành)',
    decisionNo: '01/QĐ-TH',
    validFrom: '2025-07-01',
    validTo: '2029-12-31',
    procedures: [],
    mayCollectFees: true,
  };
}
