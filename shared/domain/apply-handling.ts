import { append, toRecord, type Appliers, type PlacedAct } from './act-appliers';
import type { DossierFacts } from './dossier-shape';
import { claimField } from './field-corrections';
import { addPaper, countOriginals } from './received-papers';

/** One more request; only its answer ends the pause. */
function requestSupplement(facts: DossierFacts, act: PlacedAct<'SupplementRequested'>): DossierFacts {
  const { stamp, payload } = act;
  return append(facts, 'supplements', {
    actionId: stamp.id,
    requestedAt: stamp.happenedAt,
    officerId: stamp.officerId,
    items: payload.items,
    reason: payload.reason,
    answerBy: payload.answerBy ?? null,
    legalGround: payload.legalGround ?? null,
    receivedAt: null,
    answerId: null,
  });
}

/** Everything that was asked came: all open requests are answered, and the papers join those on file. */
function receiveSupplement(facts: DossierFacts, act: PlacedAct<'SupplementReceived'>): DossierFacts {
  const { stamp, payload } = act;
  let papers = facts.papers;
  for (const paper of payload.papers) papers = addPaper(papers, paper, []);
  const supplements = facts.supplements.map((request) =>
    request.receivedAt === null ? { ...request, receivedAt: stamp.happenedAt, answerId: stamp.id } : request,
  );
  return { ...facts, papers, supplements, originalsTaken: facts.originalsTaken + countOriginals(payload.papers) };
}

/** All extensions are kept; the promise is the claim of one of them. */
function extend(facts: DossierFacts, act: PlacedAct<'DeadlineExtended'>): DossierFacts {
  const value = act.payload.newPromise;
  const claim = claimField(facts, { field: 'promise', mark: act.mark, value });
  const kept = append(claim.facts, 'extensions', toRecord(act));
  return claim.granted ? { ...kept, extendedTo: value } : kept;
}

function giveBack(facts: DossierFacts, originals: number | undefined): DossierFacts {
  return { ...facts, originalsGivenBack: facts.originalsGivenBack + (originals ?? 0) };
}

/** The way of a received dossier. Of stops and withdrawals the first in order counts; later ones stay in the timeline. */
export const handlingAppliers: Appliers<
  | 'SupplementRequested'
  | 'SupplementReceived'
  | 'HandedOver'
  | 'HandoverConfirmed'
  | 'Forwarded'
  | 'DeadlineExtended'
  | 'ApologyIssued'
  | 'ApologyDelivered'
  | 'ProcessingStopped'
  | 'Withdrawn'
> = {
  SupplementRequested: requestSupplement,
  SupplementReceived: receiveSupplement,
  HandedOver: (facts, act) => append(facts, 'handoversMade', toRecord(act)),
  HandoverConfirmed: (facts, act) => append(facts, 'handoverSignatures', toRecord(act)),
  Forwarded: (facts, act) => append(facts, 'forwardings', toRecord(act)),
  DeadlineExtended: extend,
  ApologyIssued: (facts, act) => append(facts, 'apologiesIssued', toRecord(act)),
  ApologyDelivered: (facts, act) => append(facts, 'apologyDeliveries', toRecord(act)),
  ProcessingStopped: (facts, act) =>
    giveBack({ ...facts, stopped: facts.stopped ?? toRecord(act) }, act.payload.originalsReturned),
  Withdrawn: (facts, act) =>
    giveBack({ ...facts, withdrawn: facts.withdrawn ?? toRecord(act) }, act.payload.originalsReturned),
};
