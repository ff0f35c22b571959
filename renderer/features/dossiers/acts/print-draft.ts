import { err, ok, type Result } from '../../../../shared/base/result';
import type { DossierPaper } from '../../../../shared/forms/list-dossier-forms';
import { sayVi } from '../../../../shared/text/message';
import { type PrinterChoice, startChoice } from '../../../papers/printer-choice';
import { required, type FieldErrors } from './field-errors';

/** Usual reasons of a reprint; `other` is written out. With `notOut` the same copy is printed again, which is no reprint. */
export const reprintReasons = ['notOut', 'lost', 'unclear', 'corrected', 'other'] as const;
/** See {@link reprintReasons}. */
export type ReprintReason = (typeof reprintReasons)[number];

/** A print order as typed. `paperId` null until another paper than the first was chosen. */
export interface PrintDraft extends PrinterChoice {
  readonly paperId: string | null;
  readonly reason: ReprintReason;
  readonly otherReason: string;
}

/** The paper that comes first, one copy; a second one because the citizen lost the first. */
export const startPrint: PrintDraft = { ...startChoice, paperId: null, reason: 'lost', otherReason: '' };

/** The paper chosen, else the first; a paper that went away gives way to the first too. */
export function findChosen(
  papers: readonly DossierPaper[],
  { paperId }: Pick<PrintDraft, 'paperId'>,
): DossierPaper | undefined {
  return papers.find(({ id }) => id === paperId) ?? papers[0];
}

/** Whether the next print of a paper is a second one of it. */
export function isReprint({ copyNo }: Pick<DossierPaper, 'copyNo'>): boolean {
  return copyNo > 1;
}

/** Number of the copy that is printed now. */
export function copyNoOf(paper: Pick<DossierPaper, 'copyNo' | 'sameCopyNo'>, { reason }: PrintDraft): number {
  return isReprint(paper) && reason === 'notOut' ? paper.sameCopyNo : paper.copyNo;
}

/** Reason in words; none for a first print. */
export function readPrintReason(draft: PrintDraft, isSecond: boolean): Result<string | null, FieldErrors> {
  if (!isSecond) return ok(null);
  if (draft.reason !== 'other') return ok(sayVi({ key: `dossiers.act.print.reasonOf.${draft.reason}` }));
  const text = draft.otherReason.trim();
  return text === '' ? err({ otherReason: required }) : ok(text);
}
