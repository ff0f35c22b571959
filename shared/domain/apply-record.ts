import { append, toRecord, type Appliers, type PlacedAct } from './act-appliers';
import type { DossierFacts } from './dossier-shape';
import { claimField } from './field-corrections';

/** A code that did not see its forerunner of the same system is kept beside it. */
function linkCode(facts: DossierFacts, act: PlacedAct<'ExternalCodeLinked'>): DossierFacts {
  const { system, code } = act.payload;
  const claim = claimField(facts, { field: `externalCode:${system}`, mark: act.mark, value: code });
  const inForce = claim.granted;
  const externalCodes = inForce
    ? facts.externalCodes.map((known) => (known.system === system ? { ...known, inForce: false } : known))
    : facts.externalCodes;
  return append({ ...claim.facts, externalCodes }, 'externalCodes', { ...toRecord(act), inForce });
}

/** Codes and issues of the record itself. */
export const recordAppliers: Appliers<
  'ExternalCodeLinked' | 'OfficialCodeAssigned' | 'IssueResolved' | 'ApprovalDecided'
> = {
  ExternalCodeLinked: linkCode,
  OfficialCodeAssigned: (facts, { payload }) => ({ ...facts, assignedCode: facts.assignedCode ?? payload.code }),
  IssueResolved: (facts, { payload }) => ({
    ...facts,
    resolvedIssueIds: [...facts.resolvedIssueIds, payload.actionId],
  }),
  ApprovalDecided: (facts, act) => append(facts, 'approvalDecisions', toRecord(act)),
};
