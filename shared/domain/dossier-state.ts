import { findKnownAction, type Action } from './actions/action';
import { orderActions, type ReceiptMap } from './action-order';
import { applyDossierAction } from './apply-dossier-action';
import { decideCodes } from './dossier-codes';
import { findOwnIssue, findVerdictIssue, leavesFold, settleIssues } from './dossier-issues';
import type { DossierFacts, DossierState, TimelineEffect, TimelineEntry } from './dossier-shape';
import { emptyDossier } from './empty-dossier';
import { uniqueActions } from './merge';
import { isFinal, isPaused } from './national-status';
import { decideMove, isDossierKind, openings } from './transition-table';
import type { Receipt } from './verdict';

export type { DossierState } from './dossier-shape';

/** Everything known of one dossier. Actions of other subjects are passed over. */
export interface DossierHistory {
  readonly dossierId: string;
  readonly actions: readonly Action[];
  readonly receipts: ReceiptMap;
}

interface Fold {
  readonly facts: DossierFacts;
  readonly timeline: readonly TimelineEntry[];
}

/**
 * What opens a dossier is taken first wherever it stands: acts that were accepted before their reception (made on a stub,
 * or by a counter whose line was up earlier) are looked at again behind it.
 */
function openersFirst(actions: readonly Action[]): readonly Action[] {
  const rank = (kind: string): number => {
    if (kind === 'OnlineSubmissionArrived') return 0;
    return kind === 'DossierReceived' || kind === 'OnlineSubmissionAccepted' ? 1 : 2;
  };
  return [...actions].sort((a, b) => rank(a.kind) - rank(b.kind));
}

function applyStep(
  facts: DossierFacts,
  action: Action,
  receipt: Receipt | undefined,
): { facts: DossierFacts; effect: TimelineEffect } {
  const verdictIssue = findVerdictIssue(receipt);
  const flagged = verdictIssue ? { ...facts, issues: [...facts.issues, verdictIssue] } : facts;
  const quarantined = receipt?.verdict.type === 'quarantined';
  const known = findKnownAction(action);
  if (!known || !isDossierKind(known.kind)) {
    return { facts: flagged, effect: quarantined ? 'quarantined' : 'unknownKind' };
  }
  if (leavesFold(known.kind, receipt)) return { facts: flagged, effect: quarantined ? 'quarantined' : 'refused' };

  const untouched = facts.reception === null && facts.submission === null;
  const opened = untouched ? openings[known.kind] : undefined;
  const move = decideMove({ kind: known.kind, status: facts.status, handedOver: facts.handover !== null });
  const after = {
    ...applyDossierAction(flagged, { action: known, pos: receipt?.pos ?? null }),
    status: opened ?? move.status,
  };
  const stub = after.procedureCode === null;
  const fits = stub || opened !== undefined || move.fit === 'offered';
  const ownIssue = verdictIssue ? undefined : findOwnIssue({ before: flagged, after, action: known, receipt, fits });
  const effect = quarantined ? 'quarantined' : stub ? 'waitingForReception' : 'applied';
  return { facts: ownIssue ? { ...after, issues: [...after.issues, ownIssue] } : after, effect };
}

function foldActions(history: DossierHistory): Fold {
  const own = uniqueActions(history.actions).filter(
    ({ subject }) => subject.type === 'dossier' && subject.id === history.dossierId,
  );
  const timeline: TimelineEntry[] = [];
  let facts = emptyDossier(history.dossierId);
  for (const action of openersFirst(orderActions(own, history.receipts))) {
    const receipt = history.receipts.get(action.id);
    const step = applyStep(facts, action, receipt);
    facts = step.facts;
    timeline.push({ action, receipt, effect: step.effect, statusAfter: facts.status });
  }
  return { facts: { ...facts, issues: settleIssues(facts) }, timeline };
}

function sumOf(fees: DossierFacts['fees']): number {
  return fees.reduce((sum, line) => sum + line.amount, 0);
}

function deriveReception({ reception }: DossierFacts) {
  const firstDue = reception?.appointment.legalDue ?? null;
  return {
    receivedAt: reception?.receivedAt ?? null,
    at: reception?.at ?? null,
    backEntry: reception?.backEntry ?? null,
    clockDoubt: reception?.clockDoubt ?? false,
    receivedBy: reception?.officerId ?? null,
    slip: reception?.slip ?? null,
    appointment: reception?.appointment ?? null,
    versions: reception?.versions ?? null,
    firstDue,
    legalDue: firstDue,
    promisedAt: reception?.appointment.promisedAt ?? null,
  };
}

function derivePeople({ parties }: DossierFacts) {
  const applicant = parties.find((party) => party.role === 'applicant')?.person ?? null;
  const other =
    parties.find((party) => party.role === 'representative') ?? parties.find((party) => party.role === 'submitter');
  return { applicant, submitter: other?.person ?? applicant };
}

function derivePause(facts: DossierFacts) {
  const running = facts.supplements.find((request) => request.receivedAt === null);
  return {
    pausedSince: isPaused(facts.status) ? (running?.requestedAt ?? null) : null,
    dueNeedsRecount: facts.supplements.some((request) => request.receivedAt !== null),
  };
}

function deriveSync(timeline: readonly TimelineEntry[]) {
  return {
    pos: timeline.reduce((highest, entry) => Math.max(highest, entry.receipt?.pos ?? 0), 0),
    waitingActionIds: timeline.filter((entry) => !entry.receipt).map((entry) => entry.action.id),
    refusedActionIds: timeline.filter((entry) => entry.effect === 'refused').map((entry) => entry.action.id),
  };
}

/**
 * The dossier as its actions tell it. The result depends on the set of actions and receipts only, not on the order they
 * arrived in. Facts are in it whatever the province said; decisions it refused are listed and leave no trace in the data.
 */
export function foldDossier(history: DossierHistory): DossierState {
  const { facts, timeline } = foldActions(history);
  return {
    ...facts,
    ...decideCodes(facts),
    ...deriveReception(facts),
    ...derivePeople(facts),
    ...derivePause(facts),
    ...deriveSync(timeline),
    stub: facts.procedureCode === null,
    feesDue: sumOf(facts.fees),
    feesCollected: facts.collected.stateFee + facts.collected.postalCharge,
    isOpen: !isFinal(facts.status),
    endedAt: facts.outcome?.at ?? facts.returned?.at ?? facts.withdrawn?.at ?? null,
    timeline,
  };
}
