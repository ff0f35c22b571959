import { findFormDefinition } from '../../shared/forms/form-catalogue';
import type { PaperLayout } from '../../shared/forms/form-wish';
import type { FormId } from '../../shared/domain/form-id';
import type { PrinterInfo, PrintOutcome } from '../../shared/ipc/messages';
import type { Message } from '../../shared/text/message';
import { FILE_ONLY } from '../printers.store';

/**
 * How a paper is printed, as chosen. `printer` null until the officer chose another than the usual one; `layout` `usual`: as
 * the province lays the form out.
 */
export interface PrinterChoice {
  readonly printer: string | null;
  readonly copies: number;
  readonly layout: PaperLayout | 'usual';
}

/** One copy on the usual printer, laid out as usual. */
export const startChoice: PrinterChoice = { printer: null, copies: 1, layout: 'usual' };

/** Choices of layout as they are offered. */
export const layouts = ['usual', 'onePerPage', 'twoOnOne'] as const;

/** The layout main is asked for; nothing where the form's own stands. */
export function layoutOf({ layout }: PrinterChoice): { readonly layout?: PaperLayout } {
  return layout === 'usual' ? {} : { layout };
}

/**
 * The queue to print on unless told otherwise: the one chosen for this PC; else the default one, if it takes work; else any
 * that does; else only the file.
 */
export function usualPrinter(printers: readonly PrinterInfo[], chosen: string | null): string {
  if (chosen !== null && (chosen === FILE_ONLY || printers.some(({ name }) => name === chosen))) return chosen;
  const ready = printers.filter((printer) => printer.state === 'ready');
  return (ready.find((printer) => printer.isDefault) ?? ready[0])?.name ?? FILE_ONLY;
}

/** Whether two copies of a form may share a sheet. */
export function hasTwoOnOne(form: FormId): boolean {
  const definition = findFormDefinition(form);
  return definition?.sharedSheetRows !== undefined && definition.parts.length === 2;
}

/** The folder is known from the settings; the name is what is looked for in it. */
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** "Đã gửi in Phiếu kiểm soát, 1 bản, tới …" */
export function describePrinted(name: string, { printer, copies, file }: PrintOutcome): Message {
  return printer === null
    ? { key: 'printing.paper.printedFile', values: { file: fileName(file) } }
    : { key: 'printing.paper.printed', values: { name, copies, printer } };
}
