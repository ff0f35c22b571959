import { err, ok, type Result } from '../../../../shared/base/result';
import type { PayloadOf } from '../../../../shared/domain/actions/action';
import type { ReceivedPaper } from '../../../../shared/domain/actions/action-parts';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import type { ProcedureCase } from '../../../../shared/domain/procedure';
import { findMissing, given, type FieldErrors } from './field-errors';

/** A request for papers as typed: one paper a line. */
export interface RequestDraft {
  readonly items: string;
  readonly reason: string;
  readonly answerBy: string;
}

/** What is missing by the published list stands there already: a complete request is one request. */
export function startRequest(missing: readonly string[]): RequestDraft {
  return { items: missing.join('\n'), reason: '', answerBy: '' };
}

/** Lines that say something, each once. */
export function listItems(text: string): readonly string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

/** One complete request. */
export function readRequest(draft: RequestDraft): Result<PayloadOf<'SupplementRequested'>, FieldErrors> {
  const missing = findMissing(draft, ['items', 'reason']);
  if (missing) return err(missing);
  const items = [...listItems(draft.items)];
  return ok({ v: 1, items, reason: draft.reason.trim(), ...given('answerBy', draft.answerBy) });
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
