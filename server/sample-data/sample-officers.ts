import type { Officer } from '../../shared/domain/officer';
import { buildPracticeOfficers } from '../../shared/domain/practice-officers';
import type { Unit } from '../../shared/domain/unit';

/**
 * The postal employee of the practice unit with the delegation to receive for the commune centre. The unit's other
 * officers are vouched for by the enrolment of their device.
 */
export function buildPostalOfficer(commune: Unit): Officer {
  const [, postalOfficer] = buildPracticeOfficers(commune.id);
  return postalOfficer;
}
