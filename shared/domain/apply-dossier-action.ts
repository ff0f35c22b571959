import type { Instant } from '../base/time';
import type { KnownAction, PayloadOf } from './actions/action';
import { applyAcceptance, applyReception, applySubmission } from './dossier-reception';
import type { ActMark, DossierFacts, SupplementRecord } from './dossier-shape';
import { applyCorrection } from './field-corrections';
import { addPaper } from './received-papers';

/** A known action about a dossier with its accepted position, if any. */
export interface PlacedAction {
  readonly action: KnownAction;
  readonly pos: number | null;
}

/** Payload plus who and when (legal time). */
function toRecord<P>(
  action: KnownAction,
  payload: P,
): P & { readonly actionId: string; readonly at: Instant; readonly officerId: string } {
  return { ...payload, actionId: action.id, at: action.happenedAt, officerId: action.officerId };
}

function collectFee(facts: DossierFacts, payload: PayloadOf<'FeeCollected'>): DossierFacts {
  const collected = { ...facts.collected };
  for (const line of payload.lines) collected[line.ledger] += line.amount;
  return { ...facts, collected };
}

function requestSupplement(
  facts: DossierFacts,
  action: KnownAction,
  payload: PayloadOf<'SupplementRequested'>,
): DossierFacts {
  const request: SupplementRecord = {
    actionId: action.id,
    requestedAt: action.happenedAt,
    items: payload.items,
    reason: payload.reason,
    answerBy: payload.answerBy ?? null,
    receivedAt: null,
  };
  return { ...facts, supplements: [...facts.supplements, request] };
}

/** Everything that was asked came: all open requests are answered, and the papers join those on file. */
function receiveSupplement(
  facts: DossierFacts,
  action: KnownAction,
  payload: PayloadOf<'SupplementReceived'>,
): DossierFacts {
  let papers = facts.papers;
  for (const paper of payload.papers) papers = addPaper(papers, paper, []);
  const supplements = facts.supplements.map((request) =>
    request.receivedAt === null ? { ...request, receivedAt: action.happenedAt } : request,
  );
  return { ...facts, papers, supplements };
}

function markOf({ action, pos }: PlacedAction): ActMark {
  const { id, deviceId, incarnation, seq, base } = action;
  return { actionId: id, deviceId, incarnation, seq, base, pos };
}

/**
 * Adds what an action says to the facts. Nothing is judged here: status and issues are `foldDossier`'s. Of results,
 * returns and withdrawals the first in order counts; later ones stay in the timeline. Unit-day kinds change nothing.
 */
export function applyDossierAction(facts: DossierFacts, placed: PlacedAction): DossierFacts {
  const { action } = placed;
  switch (action.kind) {
    case 'DossierReceived':
      return applyReception(facts, action, action.payload);
    case 'OnlineSubmissionArrived':
      return applySubmission(facts, action, action.payload);
    case 'OnlineSubmissionAccepted':
      return applyAcceptance(facts, action, action.payload);
    case 'DetailsCorrected':
      return applyCorrection(facts, markOf(placed), action.payload);
    case 'PaperAttached':
      return { ...facts, papers: addPaper(facts.papers, action.payload.paper, action.payload.pages) };
    case 'FormPrinted':
      return { ...facts, prints: [...facts.prints, toRecord(action, action.payload)] };
    case 'FeeCollected':
      return collectFee(facts, action.payload);
    case 'SupplementRequested':
      return requestSupplement(facts, action, action.payload);
    case 'SupplementReceived':
      return receiveSupplement(facts, action, action.payload);
    case 'HandedOver':
      return { ...facts, handover: toRecord(action, action.payload) };
    case 'OutcomeReady':
      return { ...facts, outcome: facts.outcome ?? toRecord(action, action.payload) };
    case 'OutcomeReturned':
      return { ...facts, returned: facts.returned ?? toRecord(action, action.payload) };
    case 'Withdrawn':
      return { ...facts, withdrawn: facts.withdrawn ?? toRecord(action, action.payload) };
    case 'OfficialCodeAssigned':
      return { ...facts, assignedCode: facts.assignedCode ?? action.payload.code };
    case 'IssueResolved':
      return { ...facts, resolvedIssueIds: [...facts.resolvedIssueIds, action.payload.actionId] };
    case 'ShiftOpened':
    case 'RegisterClosed':
    case 'RegisterAddendumIssued':
    case 'CodeVoided':
      return facts;
  }
}
