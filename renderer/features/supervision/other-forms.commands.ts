import type { Result } from '../../../shared/base/result';
import type { FormFill } from '../../../shared/forms/form-fill';
import type { PaperLayout } from '../../../shared/forms/form-wish';
import type { FormOutcome, IpcError, PaperPreview, PrintError } from '../../../shared/ipc/messages';
import { getDesktop } from '../../desktop';

/** How a paper of no dossier is rendered. */
export interface OtherLayout {
  readonly layout?: PaperLayout;
}

/** Has a paper rendered to look at. Nothing leaves, nothing is recorded. */
export function previewOther(fill: FormFill, how: OtherLayout): Promise<Result<PaperPreview, PrintError | IpcError>> {
  return getDesktop().print.previewForm({ fill, dossierId: null, ...how });
}

/** Prints a paper of no dossier; main puts the print on record as an access. */
export function printOther(
  fill: FormFill,
  how: OtherLayout & { readonly printer: string | null; readonly copies: number },
): Promise<Result<FormOutcome, PrintError | IpcError>> {
  return getDesktop().print.printForm({ fill, dossierId: null, ...how });
}
