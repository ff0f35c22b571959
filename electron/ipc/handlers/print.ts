import { ok } from '../../../shared/base/result';
import type { Handlers } from '../../../shared/ipc/contract';
import type { ReceiptPrinter } from '../../print/print-receipt';
import type { Printer } from '../../print/printer';

/** Printers and receipts. Printing is recorded as an access too: the kept PDF leaves the sealed store. */
export function createPrintHandlers(ports: {
  readonly printer: Printer;
  readonly receipts: ReceiptPrinter;
  readonly notePrinted: (dossierId: string) => void;
}): Handlers['print'] {
  return {
    printers: async () => ok([...(await ports.printer.list())]),
    previewReceipt: (slip) => ports.receipts.preview(slip),
    printReceipt: async (order) => {
      const printed = await ports.receipts.print(order);
      if (printed.ok) ports.notePrinted(order.slip.dossierId);
      return printed;
    },
  };
}
