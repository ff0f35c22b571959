import { err, ok, type Result } from '../../../../shared/base/result';
import type { PayloadOf } from '../../../../shared/domain/actions/action';
import type { ReceivedPaper } from '../../../../shared/domain/actions/action-parts';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import type { ProcedureCase } from '../../../../shared/domain/procedure';
import { readApproval, startApproval, type ApprovalContext, type ApprovalDraft } from './approval-draft';
import { buildAsked, listItems, listOthers, type AskDraft, type PublishedPaper } from './ask-items';
import { findMissing, given, required, type FieldErrors } from './field-errors';

/** A request for papers as typed: one paper a line. */
export interface RequestDraft extends AskDraft, ApprovalDraft {
  readonly reason: string;
  readonly answerBy: string;
  /** Asked from the second request on. */
  readonly legalGround: string;
}

/** What a request is judged by. `approval`: only from the second request on, which counts as overdue nationally. */
export interface RequestContext {
  readonly published: readonly PublishedPaper[];
  readonly approval: ApprovalContext | null;
}

const noApproval: ApprovalDraft = { approvalWay: 'deferred', approverId: '', approvalReason: '' };

/** What is missing by the published list stands there already: a complete request is one request. */
export function startRequest(missing: readonly string[], approval: ApprovalContext | null = null): RequestDraft {
  return {
    ...{ items: missing.join('\n'), othersAre: 'content', ground: '', reason: '', answerBy: '', legalGround: '' },
    ...(approval === null ? noApproval : startApproval(approval)),
  };
}

/** Papers of the published list of a case, and which of them lie on file. */
export function listPublished(
  state: Pick<DossierState, 'papers'>,
  procedureCase: ProcedureCase | undefined,
): readonly PublishedPaper[] {
  return (procedureCase?.papers ?? []).map(({ id, name }) => {
    const held = state.papers.find((paper) => paper.paperId === id);
    const sheets = held ? held.counts.original + held.counts.certifiedCopy + held.counts.photocopy : 0;
    return { id, name, onFile: sheets > 0 || (held?.pages.length ?? 0) > 0 };
  });
}

/** What is asked beside the published list needs a ground when it is a paper. */
export function findAskErrors(draft: AskDraft, published: readonly PublishedPaper[]): FieldErrors | undefined {
  const needsGround = draft.othersAre === 'papers' && listOthers(draft.items, published).length > 0;
  return needsGround && draft.ground.trim() === '' ? { ground: required } : undefined;
}

/** One complete request. */
export function readRequest(
  draft: RequestDraft,
  { published, approval }: RequestContext,
): Result<PayloadOf<'SupplementRequested'>, FieldErrors> {
  const needed = approval === null ? (['items', 'reason'] as const) : (['items', 'reason', 'legalGround'] as const);
  const approved = approval === null ? ok(undefined) : readApproval(approval, draft);
  const errors = { ...findMissing(draft, needed), ...findAskErrors(draft, published) };
  if (Object.keys(errors).length > 0 || !approved.ok) return err({ ...errors, ...(approved.ok ? {} : approved.error) });
  const reason = draft.reason.trim();
  const askedPapers = buildAsked(draft, reason, published);
  return ok({
    v: 1,
    items: [...listItems(draft.items)],
    reason,
    ...(askedPapers.length === 0 ? {} : { askedPapers }),
    ...given('answerBy', draft.answerBy),
    ...(approval === null ? {} : given('legalGround', draft.legalGround)),
    ...(approved.value === undefined ? {} : { approval: approved.value }),
  });
}

/** One asked-for paper with what was brought of it. */
export type BroughtPaper = ReceivedPaper;

/** Rows for everything that was asked: known papers keep their id, others get one of their own within the request. */
export function startBrought(state: DossierState, procedureCase: ProcedureCase | undefined): readonly BroughtPaper[] {
  const request = state.supplements.find((asked) => asked.receivedAt === null);
  const known = new Map<string, string>([
    ...(procedureCase?.papers ?? []).map((paper) => [paper.name, paper.id] as const),
    ...state.papers.map((paper) => [paper.name, paper.paperId] as const),
  ]);
  return (request?.items ?? []).map((name, index) => ({
    paperId: known.get(name) ?? `bo-sung-${request?.actionId.slice(-8) ?? ''}-${String(index + 1)}`,
    name,
    mode: 'submit' as const,
    counts: { original: 1, certifiedCopy: 0, photocopy: 0 },
  }));
}

/** Everything that was asked is here, with the counts the officer confirmed. */
export function readBrought(papers: readonly BroughtPaper[]): Result<PayloadOf<'SupplementReceived'>, FieldErrors> {
  return ok({ v: 1, papers: [...papers] });
}
