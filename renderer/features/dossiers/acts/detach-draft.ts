import { err, ok, type Result } from '../../../../shared/base/result';
import type { PayloadOf } from '../../../../shared/domain/actions/action';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import { listOriginals } from '../../../../shared/domain/paper-custody';
import { findMissing, type FieldErrors } from './field-errors';

/** A paper to be taken off the list, as typed. */
export interface DetachDraft {
  readonly paperId: string;
  readonly reason: string;
  readonly originals: number;
}

type Papers = Pick<DossierState, 'papers'>;

/** Originals of a paper that the office keeps: they go back to the citizen with it. */
export function countKept({ papers }: Papers, paperId: string): number {
  return listOriginals(papers).find((row) => row.paperId === paperId)?.originals ?? 0;
}

/** The paper filed last is the one filed by mistake. */
export function startDetach(state: Papers): DetachDraft {
  const paperId = state.papers.at(-1)?.paperId ?? '';
  return { paperId, reason: '', originals: countKept(state, paperId) };
}

/** Another paper brings its own count. */
export function choosePaper(draft: DetachDraft, state: Papers, paperId: string): DetachDraft {
  return { ...draft, paperId, originals: countKept(state, paperId) };
}

/** Why it leaves the list; its pages stay on file. */
export function readDetach({
  paperId,
  reason,
  originals,
}: DetachDraft): Result<PayloadOf<'PaperDetached'>, FieldErrors> {
  const missing = findMissing({ paperId, reason }, ['paperId', 'reason']);
  if (missing) return err(missing);
  return ok({ v: 1, paperId, reason: reason.trim(), originalsReturned: originals });
}
