import type { DossierFacts } from './dossier-shape';

/**
 * A dossier nobody has told us about. Status 2: it is only ever looked at because a slip or a result of it is in
 * somebody's hand, so it was received somewhere.
 */
export function emptyDossier(dossierId: string): DossierFacts {
  return {
    dossierId,
    status: 2,
    reception: null,
    otherReceptions: [],
    submission: null,
    assignedCode: null,
    procedureCode: null,
    caseId: null,
    channel: null,
    receivingUnitId: null,
    handlingUnit: '',
    parties: [],
    papers: [],
    fees: [],
    feeUndecided: false,
    collected: { stateFee: 0, postalCharge: 0 },
    prints: [],
    supplements: [],
    handover: null,
    outcome: null,
    returned: null,
    withdrawn: null,
    summary: '',
    setCount: 1,
    quantities: {},
    returnMethod: null,
    returnAddress: null,
    fieldSources: {},
    fieldConflicts: [],
    issues: [],
    resolvedIssueIds: [],
  };
}
