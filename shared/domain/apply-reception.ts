import { append, toRecord, type Appliers } from './act-appliers';
import { applyAcceptance, applyConsignment, applyReception, applySubmission, fillTalk } from './dossier-reception';
import { applyCorrection } from './field-corrections';

/** Kinds that begin a dossier or precede it, and corrections of what they said. */
export const receptionAppliers: Appliers<
  | 'DossierReceived'
  | 'CollectedByPost'
  | 'OnlineSubmissionArrived'
  | 'OnlineSubmissionAccepted'
  | 'GuidanceIssued'
  | 'RefusalProposed'
  | 'IntakeRefused'
  | 'DetailsCorrected'
> = {
  DossierReceived: (facts, { stamp, payload }) => applyReception(facts, stamp, payload),
  CollectedByPost: (facts, { stamp, payload }) => applyConsignment(facts, stamp, payload),
  OnlineSubmissionArrived: (facts, { stamp, payload }) => applySubmission(facts, stamp, payload),
  OnlineSubmissionAccepted: (facts, { stamp, payload }) => applyAcceptance(facts, stamp, payload),
  GuidanceIssued: (facts, act) => append(fillTalk(facts, act.payload), 'guidances', toRecord(act)),
  RefusalProposed: (facts, act) => append(fillTalk(facts, act.payload), 'refusalProposals', toRecord(act)),
  IntakeRefused: (facts, act) => {
    const originalsGivenBack = facts.originalsGivenBack + act.payload.originalsReturned;
    return append({ ...fillTalk(facts, act.payload), originalsGivenBack }, 'refusals', toRecord(act));
  },
  DetailsCorrected: (facts, { mark, payload }) => applyCorrection(facts, mark, payload),
};
