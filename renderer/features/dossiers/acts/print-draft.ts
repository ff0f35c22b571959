import { err, ok, type Result } from '../../../../shared/base/result';
import type { PrinterInfo } from '../../../../shared/ipc/messages';
import { FILE_ONLY } from '../../../printers.store';
import { sayVi } from '../../../../shared/text/message';
import { required, type FieldErrors } from './field-errors';

/** Usual reasons of a reprint; `other` is written out. With `notOut` the same copy is printed again, which is no reprint. */
export const reprintReasons = ['notOut', 'lost', 'unclear', 'corrected', 'other'] as const;
/** See {@link reprintReasons}. */
export type ReprintReason = (typeof reprintReasons)[number];

/** A print order as typed. `printer` null until the officer chose another than the usual one. */
export interface PrintDraft {
  readonly reason: ReprintReason;
  readonly otherReason: string;
  readonly printer: string | null;
  readonly copies: number;
}

/** One copy, on the usual printer, because the citizen lost the slip. */
export const startPrint: PrintDraft = { reason: 'lost', otherReason: '', printer: null, copies: 1 };

/**
 * The queue to print on unless told otherwise: the one chosen for this PC; else the default one, if it takes work; else any
 * that does; else only the file.
 */
export function usualPrinter(printers: readonly PrinterInfo[], chosen: string | null): string {
  if (chosen !== null && (chosen === FILE_ONLY || printers.some(({ name }) => name === chosen))) return chosen;
  const ready = printers.filter((printer) => printer.state === 'ready');
  return (ready.find((printer) => printer.isDefault) ?? ready[0])?.name ?? FILE_ONLY;
}

/** Reason in words; none for a first print. */
export function readPrintReason(draft: PrintDraft, isReprint: boolean): Result<string | null, FieldErrors> {
  if (!isReprint) return ok(null);
  if (draft.reason !== 'other') return ok(sayVi({ key: `dossiers.act.print.reasonOf.${draft.reason}` }));
  const text = draft.otherReason.trim();
  return text === '' ? err({ otherReason: required }) : ok(text);
}
