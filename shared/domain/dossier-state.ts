import { findKnownAction, type Action } from './actions/action';
import { orderActions, type ReceiptMap } from './action-order';
import { applyDossierAction, markOf, type PlacedAction } from './apply-dossier-action';
import { decideCodes } from './dossier-codes';
import { deriveState } from './dossier-derived';
import { findOwnIssue, findVerdictIssue, leavesFold, settleIssues } from './dossier-issues';
import { sumMoney } from './dossier-money';
import type { DossierFacts, DossierState, TimelineEffect, TimelineEntry } from './dossier-shape';
import { emptyDossier } from './empty-dossier';
import { uniqueActions } from './merge';
import { decideMove, decideResumed, isDossierKind, openings } from './transition-table';
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

/** What precedes any reception by its nature comes first, then what receives or refuses; the rest in its order. */
const openingRanks: ReadonlyMap<string, number> = new Map([
  ['OnlineSubmissionArrived', 0],
  ['CollectedByPost', 0],
  ['GuidanceIssued', 0],
  ['DossierReceived', 1],
  ['OnlineSubmissionAccepted', 1],
  ['RefusalProposed', 1],
  ['IntakeRefused', 1],
]);

/**
 * What opens a dossier is taken first wherever it stands: acts that were accepted before their reception (made on a stub,
 * or by a counter whose line was up earlier) are looked at again behind it. Of receptions and refusals the first accepted
 * keeps its place.
 */
function openersFirst(actions: readonly Action[]): readonly Action[] {
  const rank = (action: Action): number => openingRanks.get(action.kind) ?? 2;
  return [...actions].sort((a, b) => rank(a) - rank(b));
}

type KnownDossierAction = PlacedAction['action'];

function findDossierAction(action: Action): KnownDossierAction | undefined {
  const known = findKnownAction(action);
  return known && isDossierKind(known.kind) ? (known as KnownDossierAction) : undefined;
}

function applyPlaced(before: DossierFacts, placed: PlacedAction, receipt: Receipt | undefined): DossierFacts {
  const { kind } = placed.action;
  const opened = before.opened ? undefined : openings[kind];
  const applied = applyDossierAction(before, placed);
  const move = decideMove({ kind, status: before.status, resumed: decideResumed(applied) });
  const status = opened ?? move.status;
  const mark = markOf(placed);
  const after = {
    ...applied,
    status,
    statusSource: opened !== undefined || status !== before.status ? mark : before.statusSource,
    opened: before.opened || opened !== undefined || applied.reception !== null,
  };
  const known = after.procedureCode !== null && opened === undefined;
  const fit = known ? move.fit : 'offered';
  const issue =
    receipt && receipt.verdict.type !== 'accepted'
      ? undefined
      : findOwnIssue({ before, after, kind, mark, receipt, fit });
  return issue ? { ...after, issues: [...after.issues, issue] } : after;
}

interface Step {
  readonly action: Action;
  readonly receipt: Receipt | undefined;
  readonly all: readonly Action[];
}

function applyStep(
  facts: DossierFacts,
  { action, receipt, all }: Step,
): { facts: DossierFacts; effect: TimelineEffect } {
  const verdictIssue = findVerdictIssue(receipt);
  const flagged = verdictIssue ? { ...facts, issues: [...facts.issues, verdictIssue] } : facts;
  const quarantined = receipt?.verdict.type === 'quarantined';
  const known = findDossierAction(action);
  if (!known) return { facts: flagged, effect: quarantined ? 'quarantined' : 'unknownKind' };
  if (leavesFold(action, receipt, all)) return { facts: flagged, effect: quarantined ? 'quarantined' : 'refused' };
  const after = applyPlaced(flagged, { action: known, pos: receipt?.pos ?? null }, receipt);
  const counted = after.procedureCode === null ? 'waitingForReception' : 'applied';
  return { facts: after, effect: quarantined ? 'quarantined' : counted };
}

function foldActions(history: DossierHistory): Fold {
  const own = uniqueActions(history.actions).filter(
    ({ subject }) => subject.type === 'dossier' && subject.id === history.dossierId,
  );
  const timeline: TimelineEntry[] = [];
  let facts = emptyDossier(history.dossierId);
  for (const action of openersFirst(orderActions(own, history.receipts))) {
    const receipt = history.receipts.get(action.id);
    const step = applyStep(facts, { action, receipt, all: own });
    facts = step.facts;
    timeline.push({ action, receipt, effect: step.effect, statusAfter: facts.status });
  }
  return { facts: { ...facts, issues: settleIssues(facts) }, timeline };
}

/**
 * The dossier as its actions tell it. The result depends on the set of actions and receipts only, not on the order they
 * arrived in. Facts are in it whatever the province said; decisions it refused are listed and leave no trace in the data.
 */
export function foldDossier(history: DossierHistory): DossierState {
  const { facts, timeline } = foldActions(history);
  return { ...facts, ...decideCodes(facts), ...sumMoney(facts), ...deriveState(facts, timeline) };
}
