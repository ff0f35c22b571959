import type { Officer } from '../../shared/domain/officer';
import type { Unit } from '../../shared/domain/procedure';

/** Id of the practice delegation; acts in the name of the commune name it. */
export const SAMPLE_DELEGATION_ID = 'th-uy-quyen-1';

/**
 * The postal employee of the practice unit with the delegation to receive for the commune centre, the same as in the app's
 * own practice unit. Its other officers are vouched for by the enrolment of their device.
 */
export function buildPostalOfficer(commune: Unit): Officer {
  return {
    officerId: 'th-buu-dien',
    name: 'Phạm Văn Bưu',
    role: 'postalOfficer',
    unitId: commune.id,
    delegation: {
      id: SAMPLE_DELEGATION_ID,
      unitId: commune.id,
      employer: 'Bưu điện văn hóa xã (thực hành)',
      decisionNo: '01/QĐ-TH',
      validFrom: '2025-07-01',
      validTo: '2029-12-31',
      procedures: [],
      mayCollectFees: true,
    },
  };
}
