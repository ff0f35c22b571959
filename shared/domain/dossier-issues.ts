import { isDecision } from './action-nature';
import type { ActMark, DossierIssue } from './dossier-records';
import type { DossierFacts } from './dossier-shape';
import { hasSeen } from './field-corrections';
import { isLegalAct, type DossierKind } from './transition-table';
import type { Receipt } from './verdict';

/** Issue the province raised on an action; `undefined` when it accepted it or has not spoken yet. */
export function findVerdictIssue(receipt: Receipt | undefined): DossierIssue | undefined {
  if (!receipt || receipt.verdict.type === 'accepted') return undefined;
  const { type, cause, whoActs } = receipt.verdict;
  return { actionId: receipt.actionId, verdict: type, cause, whoActs, resolved: false };
}

/** An act that was just folded, and how it fitted. */
export interface FoldedAct {
  readonly before: DossierFacts;
  readonly after: DossierFacts;
  readonly kind: DossierKind;
  readonly mark: ActMark;
  readonly receipt: Receipt | undefined;
  readonly fit: 'offered' | 'late' | 'outside';
}

/** A legal act that moves nothing any more, by somebody who had not seen the one that stands: the first accepted won. */
function isContradiction({ before, kind, mark, fit }: FoldedAct): boolean {
  const source = before.statusSource;
  return fit === 'outside' && isLegalAct(kind) && source !== null && !hasSeen(mark, source);
}

/**
 * Issues this device finds by itself. The province judges what it has seen, so the order of acts is re-checked only for
 * acts still waiting; two slips of one dossier and contradicting legal acts are always flagged.
 */
export function findOwnIssue(act: FoldedAct): DossierIssue | undefined {
  const { before, after } = act;
  const issue = { actionId: act.mark.actionId, verdict: 'recheck', resolved: false } as const;
  if (after.otherReceptions.length > before.otherReceptions.length || isContradiction(act)) {
    return { ...issue, cause: 'conflict', whoActs: 'supervisor' };
  }
  if (after.fieldConflicts.length > before.fieldConflicts.length) {
    return { ...issue, cause: 'conflict', whoActs: 'officer' };
  }
  if (!act.receipt && act.fit !== 'offered') return { ...issue, cause: 'transition', whoActs: 'officer' };
  return undefined;
}

/** Marks what later acts have settled: named by an `IssueResolved`, or a conflict of fields decided by a new decision. */
export function settleIssues(facts: DossierFacts): readonly DossierIssue[] {
  if (facts.issues.length === 0) return facts.issues;
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
export function leavesFold(
  act: Parameters<typeof isDecision>[0],
  receipt: Receipt | undefined,
  others: Parameters<typeof isDecision>[1],
): boolean {
  const type = receipt?.verdict.type;
  return (type === 'refused' || type === 'quarantined') && isDecision(act, others);
}
