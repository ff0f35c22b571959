import { ok } from '../../../shared/base/result';
import type { FormId } from '../../../shared/domain/form-id';
import type { Handlers } from '../../../shared/ipc/contract';
import type { FormPrinter } from '../../print/print-form';
import type { ReceiptPrinter } from '../../print/print-receipt';
import type { Printer } from '../../print/printer';

/** Printers and papers. Printing is recorded as an access too: the kept PDF leaves the sealed store. */
export function createPrintHandlers(ports: {
  readonly printer: Printer;
  readonly receipts: ReceiptPrinter;
  readonly forms: FormPrinter;
  /** `dossierId` null: a paper that belongs to none; `form` names it. */
  readonly notePrinted: (dossierId: string | null, form: FormId) => void;
}): Handlers['print'] {
  return {
    printers: async () => ok([...(await ports.printer.list())]),
    previewReceipt: (wish) => ports.receipts.preview(wish),
    printReceipt: async (order) => {
      const printed = await ports.receipts.print(order);
      if (printed.ok) ports.notePrinted(order.slip.dossierId, 'receipt');
      return printed;
    },
    previewForm: (wish) => ports.forms.preview(wish),
    printForm: async (order) => {
      const printed = await ports.forms.print(order);
      if (printed.ok) ports.notePrinted(order.dossierId, order.fill.form);
      return printed;
    },
  };
}
