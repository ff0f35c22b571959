import type { Officer } from '../../shared/domain/officer';
import type { Unit } from '../../shared/domain/procedure';

/** Number of the delegation that lets the practice post office receive for the commune. */
export const SAMPLE_DELEGATION_ID = 'UQ-01';

/**
 * The postal employee of a practice post office with the delegation to receive for the commune centre. Other officers of
 * the practice unit are vouched for by the enrolment of their device.
 */
export function buildPostalOfficer(postOffice: Unit, commune: Unit): Officer {
  return {
    officerId: 'demo-postalOfficer',
    name: 'Lê Văn Lộc',
    role: 'postalOfficer',
    unitId: postOffice.id,
    delegation: {
      id: SAMPLE_DELEGATION_ID,
      unitId: commune.id,
      employer: postOffice.parentName,
      decisionNo: '15/QĐ-UBND',
      validFrom: '2025-07-01',
      validTo: '2029-12-31',
      procedures: [],
      mayCollectFees: true,
    },
  };
}
