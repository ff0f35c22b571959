import type { KnownAction } from './actions/action';
import { isDecision } from './action-nature';
import type { DossierFacts, DossierIssue } from './dossier-shape';
import type { Receipt } from './verdict';

/** Issue the province raised on an action; `undefined` when it accepted it or has not spoken yet. */
export function findVerdictIssue(receipt: Receipt | undefined): DossierIssue | undefined {
  if (!receipt || receipt.verdict.type === 'accepted') return undefined;
  const { type, cause, whoActs } = receipt.verdict;
  return { actionId: receipt.actionId, verdict: type, cause, whoActs, resolved: false };
}

/**
 * Issues this device finds by itself. The province judges what it has seen, so the order of acts is re-checked only for
 * acts still waiting; two slips of one dossier are always flagged.
 */
export function findOwnIssue(input: {
  readonly before: DossierFacts;
  readonly after: DossierFacts;
  readonly action: KnownAction;
  readonly receipt: Receipt | undefined;
  readonly fits: boolean;
}): DossierIssue | undefined {
  const { before, after, action } = input;
  const issue = { actionId: action.id, verdict: 'recheck', resolved: false } as const;
  if (after.otherReceptions.length > before.otherReceptions.length) {
    return { ...issue, cause: 'conflict', whoActs: 'supervisor' };
  }
  if (after.fieldConflicts.length > before.fieldConflicts.length) {
    return { ...issue, cause: 'conflict', whoActs: 'officer' };
  }
  if (!input.receipt && !input.fits) return { ...issue, cause: 'transition', whoActs: 'officer' };
  return undefined;
}

/** Marks what later acts have settled: named by an `IssueResolved`, or a conflict of fields decided by a new correction. */
export function settleIssues(facts: DossierFacts): readonly DossierIssue[] {
  const named = new Set(facts.resolvedIssueIds);
  const openConflicts = new Set(
    facts.fieldConflicts.filter((conflict) => !conflict.resolved).map((conflict) => conflict.other.actionId),
  );
  const settledConflicts = new Set(
    facts.fieldConflicts.map((conflict) => conflict.other.actionId).filter((id) => !openConflicts.has(id)),
  );
  return facts.issues.map((issue) => {
    const decided = issue.cause === 'conflict' && settledConflicts.has(issue.actionId);
    return named.has(issue.actionId) || decided ? { ...issue, resolved: true } : issue;
  });
}

/** Whether the province's verdict takes an act out of the fold: only a decision can leave it. */
export function leavesFold(kind: string, receipt: Receipt | undefined): boolean {
  const type = receipt?.verdict.type;
  return isDecision(kind) && (type === 'refused' || type === 'quarantined');
}
