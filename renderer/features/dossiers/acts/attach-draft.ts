import { err, ok, type Result } from '../../../../shared/base/result';
import type { PayloadOf } from '../../../../shared/domain/actions/action';
import type { PageRef } from '../../../../shared/domain/actions/action-parts';
import type { DossierState } from '../../../../shared/domain/dossier-state';
import type { ProcedureCase } from '../../../../shared/domain/procedure';
import { findMissing, type FieldErrors } from './field-errors';

/** Stands for a paper outside the published list. */
export const OTHER_PAPER = 'khac';

/** A paper that comes in later, as typed, with the pages scanned so far. */
export interface AttachDraft {
  readonly choice: string;
  readonly name: string;
  readonly counts: { readonly original: number; readonly certifiedCopy: number; readonly photocopy: number };
  readonly pages: readonly PageRef[];
}

/** A paper to choose from. */
export interface PaperChoice {
  readonly id: string;
  readonly name: string;
  readonly mode: 'submit' | 'present' | 'lookup';
}

/** Papers of the dossier and of the published list, each once. */
export function listChoices(state: DossierState, procedureCase: ProcedureCase | undefined): readonly PaperChoice[] {
  const choices = new Map<string, PaperChoice>();
  for (const paper of state.papers) {
    choices.set(paper.paperId, { id: paper.paperId, name: paper.name, mode: paper.mode });
  }
  for (const { id, name, mode } of procedureCase?.papers ?? []) {
    if (!choices.has(id)) choices.set(id, { id, name, mode });
  }
  return [...choices.values()];
}

/** Pages for a paper that is there already, until something else is chosen. */
export function startAttach(choices: readonly PaperChoice[]): AttachDraft {
  const none = { original: 0, certifiedCopy: 0, photocopy: 0 };
  return { choice: choices[0]?.id ?? OTHER_PAPER, name: '', counts: none, pages: [] };
}

/** `newId`: names a paper outside the list. Counts are what is added now; zero when only pages come. */
export function readAttach(
  draft: AttachDraft,
  around: { readonly choices: readonly PaperChoice[]; readonly newId: string },
): Result<PayloadOf<'PaperAttached'>, FieldErrors> {
  const known = around.choices.find((choice) => choice.id === draft.choice);
  const missing = known ? undefined : findMissing(draft, ['name']);
  if (missing) return err(missing);
  const total = draft.counts.original + draft.counts.certifiedCopy + draft.counts.photocopy;
  if (total === 0 && draft.pages.length === 0) return err({ counts: { key: 'dossiers.act.required' } });
  const paper = known
    ? { paperId: known.id, name: known.name, mode: known.mode }
    : { paperId: around.newId, name: draft.name.trim(), mode: 'submit' as const };
  return ok({ v: 1, paper: { ...paper, counts: draft.counts }, pages: [...draft.pages] });
}
