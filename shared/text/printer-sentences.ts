import type { PrinterInfo } from '../ipc/messages';
import { sayVi, type Message } from './message';
import { printing } from './vi/printing';

/** Why a printer does not print, to stand after its name. */
export function nameTrouble(trouble: keyof typeof printing.trouble): string {
  return printing.trouble[trouble];
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
