import type { Officer } from './officer';

/**
 * The three officers of a practice unit: counter, delegated post, supervisor. App and demo server both take them from
 * here, so that what the practice post office does is covered by a delegation the province knows. Fictional people.
 */
export function buildPracticeOfficers(unitId: string): readonly [Officer, Officer, Officer] {
  return [
    { officerId: 'th-can-bo', name: 'Lê Thị Thu Hà', role: 'intakeOfficer', unitId },
    {
      officerId: 'th-buu-dien',
      name: 'Phạm Văn Bưu',
      role: 'postalOfficer',
      unitId,
      // Long enough that practice never ends in the middle of an exercise.
      delegation: {
        id: 'th-uy-quyen-1',
        unitId,
        employer: 'Bưu điện văn hóa xã (thực hành)',
        decisionNo: '01/QĐ-TH',
        validFrom: '2025-07-01',
        validTo: '2029-12-31',
        procedures: [],
        mayCollectFees: true,
      },
    },
    { officerId: 'th-giam-sat', name: 'Trần Quốc Bình', role: 'supervisor', unitId },
  ];
}
