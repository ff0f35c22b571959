import type { IpcError, PrinterInfo, PrintError } from '../ipc/messages';
import { describeIpcError } from './error-sentences';
import { sayVi, type Message } from './message';
import { printing } from './vi/printing';

/** Why a printer does not print, to stand after its name. */
export function nameTrouble(trouble: keyof typeof printing.trouble): string {
  return printing.trouble[trouble];
}

/** The same as a sentence of its own, for screens in the officer's language. */
export function troubleText(trouble: keyof typeof printing.trouble): Message {
  return { key: `printing.trouble.${trouble}` };
}

/** What stands in the way of a queue, if anything; `undefined` for one that prints. A queue the system no longer knows is gone. */
export function findPrinterTrouble(
  printer: Pick<PrinterInfo, 'state' | 'trouble'> | undefined,
): keyof typeof printing.trouble | undefined {
  if (printer === undefined) return 'gone';
  if (printer.trouble !== null) return printer.trouble;
  return printer.state === 'ready' ? undefined : printer.state;
}

function isSlipField(field: string): field is keyof typeof printing.slipField {
  return Object.hasOwn(printing.slipField, field);
}

/** Main refused to sign a slip that says something else than the journal. */
export function describeSlipDiffers(fields: readonly string[]): Message {
  const names = fields.filter(isSlipField).map((field) => sayVi({ key: `printing.slipField.${field}` }));
  return { key: 'printing.slipDiffers', values: { fields: names.join(', ') } };
}

/** Why nothing was printed; `incomplete`: the paper cannot be made yet. */
export function describePrintError(error: PrintError | IpcError | { readonly kind: 'incomplete' }): Message {
  switch (error.kind) {
    case 'incomplete':
      return { key: 'dossiers.act.print.notReady' };
    case 'renderFailed':
      return { key: 'dossiers.act.print.error.renderFailed', values: { ref: error.ref } };
    case 'printerStopped': {
      const values = { name: error.name, trouble: nameTrouble(error.trouble ?? 'stopped'), file: error.file };
      return { key: 'dossiers.act.print.error.printerStopped', values };
    }
    case 'slipDiffers':
      return describeSlipDiffers(error.fields);
    case 'noPrinter':
    case 'printerRejects':
      return { key: `dossiers.act.print.error.${error.kind}`, values: { name: error.name, file: error.file } };
    case 'printFailed':
      return { key: 'dossiers.act.print.error.printFailed', values: { ref: error.ref, file: error.file } };
    case 'diskFull':
      return { key: 'dossiers.act.print.error.diskFull' };
    case 'badRequest':
    case 'foreignSender':
    case 'locked':
    case 'internal':
      return describeIpcError(error);
  }
}
