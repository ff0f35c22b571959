import type { ActionStamp, PayloadOf } from './actions/action';
import type { DossierCode, Intake } from './actions/intake-payload';
import type { PaperOnFile, Reception } from './dossier-records';
import type { DossierFacts } from './dossier-shape';
import { addPaper, countOriginals } from './received-papers';

const noCounts = { original: 0, certifiedCopy: 0, photocopy: 0 };

type Stamped = Pick<PayloadOf<'DossierReceived'>, 'slip' | 'appointment' | 'versions'>;

function buildReception(stamp: ActionStamp, stamped: Stamped, code: DossierCode | null): Reception {
  return {
    actionId: stamp.id,
    receivedAt: stamp.happenedAt,
    at: stamp.at,
    backEntry: stamp.backEntry ?? null,
    clockDoubt: stamp.clockDoubt ?? false,
    officerId: stamp.officerId,
    deviceId: stamp.deviceId,
    onBehalfOf: stamp.onBehalfOf ?? null,
    slip: stamped.slip,
    appointment: stamped.appointment,
    versions: stamped.versions,
    code,
  };
}

/** Pages filed under a paper that is not on the list are kept under its id: a scanned page is never dropped. */
function fileIntakePapers(intake: Intake): readonly PaperOnFile[] {
  let papers: readonly PaperOnFile[] = [];
  for (const paper of intake.papers) papers = addPaper(papers, paper, []);
  for (const { paperId, pages } of intake.pages) {
    const paper = papers.find((onFile) => onFile.paperId === paperId);
    papers = addPaper(
      papers,
      { paperId, name: paper?.name ?? paperId, mode: paper?.mode ?? 'submit', counts: noCounts },
      pages,
    );
  }
  return papers;
}

function fillIntake(facts: DossierFacts, intake: Intake): DossierFacts {
  return {
    ...facts,
    procedureCode: intake.procedureCode,
    caseId: intake.caseId,
    channel: intake.channel,
    receivingUnitId: intake.receivingUnitId,
    handlingUnit: intake.handlingUnit,
    parties: intake.parties,
    papers: fileIntakePapers(intake),
    // What came as files over the portal put no original into our keeping.
    originalsTaken: intake.channel === 'online' ? 0 : countOriginals(intake.papers),
    fees: intake.fees,
    feeWaiver: intake.feeWaiver ?? null,
    land: intake.land ?? null,
    answers: intake.answers ?? {},
    feeUndecided: intake.feeUndecided ?? false,
    summary: intake.summary,
    setCount: intake.setCount,
    quantities: intake.quantities,
    returnMethod: intake.returnMethod,
    returnAddress: intake.returnAddress ?? null,
  };
}

function keepReception(facts: DossierFacts, reception: Reception): DossierFacts {
  return facts.reception === null
    ? { ...facts, reception }
    : { ...facts, otherReceptions: [...facts.otherReceptions, reception] };
}

/**
 * Counter reception: what stands on the citizen's slip counts, also over a submission. A second reception of the same
 * dossier changes no data, but its slip is never lost.
 */
export function applyReception(
  facts: DossierFacts,
  stamp: ActionStamp,
  payload: PayloadOf<'DossierReceived'>,
): DossierFacts {
  const filled = facts.reception === null || facts.procedureCode === null ? fillIntake(facts, payload) : facts;
  return keepReception(filled, buildReception(stamp, payload, payload.code));
}

/** Papers the post took in; the first consignment counts. A reception that is here already knows better. */
export function applyConsignment(
  facts: DossierFacts,
  stamp: ActionStamp,
  payload: PayloadOf<'CollectedByPost'>,
): DossierFacts {
  if (facts.consignment !== null) return facts;
  const consignment = {
    actionId: stamp.id,
    at: stamp.happenedAt,
    officerId: stamp.officerId,
    deviceId: stamp.deviceId,
    onBehalfOf: stamp.onBehalfOf ?? null,
    consignmentNo: payload.consignmentNo,
    place: payload.place,
  };
  const filled = facts.caseId === null ? fillIntake(facts, payload.intake) : facts;
  return { ...filled, consignment };
}

/** What a talk before reception says of the matter; an intake that is here already says more. */
export function fillTalk(
  facts: DossierFacts,
  talk: Pick<PayloadOf<'GuidanceIssued'>, 'procedureCode' | 'receivingUnitId' | 'parties' | 'summary'>,
): DossierFacts {
  if (facts.procedureCode !== null) return facts;
  const { procedureCode, receivingUnitId, parties, summary } = talk;
  return { ...facts, procedureCode, receivingUnitId, parties, summary };
}

/** A submission of the portal; the first one counts. */
export function applySubmission(
  facts: DossierFacts,
  stamp: ActionStamp,
  payload: PayloadOf<'OnlineSubmissionArrived'>,
): DossierFacts {
  if (facts.submission !== null) return facts;
  const submission = { actionId: stamp.id, portalCode: payload.portalCode, submittedAt: payload.submittedAt };
  return { ...fillIntake(facts, payload.intake), submission };
}

/** Acceptance of a submission. Without the submission itself the dossier is still a stub: papers and parties are unknown. */
export function applyAcceptance(
  facts: DossierFacts,
  stamp: ActionStamp,
  payload: PayloadOf<'OnlineSubmissionAccepted'>,
): DossierFacts {
  return keepReception(facts, buildReception(stamp, payload, null));
}
