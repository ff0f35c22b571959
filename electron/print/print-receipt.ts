import { err, ok, type Result } from '../../shared/base/result';
import { buildSlipQrText, buildSlipSigningText } from '../../shared/domain/slip-qr';
import { findSlipDifferences, type SlipTruth } from '../../shared/domain/slip-truth';
import type { FormOptions } from '../../shared/forms/build-form';
import { buildReceiptSlip } from '../../shared/forms/receipt-slip';
import type { ReceiptSlip } from '../../shared/forms/receipt-slip-data';
import type { PaperLayout } from '../../shared/forms/form-wish';
import type { PaperPreview, PrintError, PrintOutcome } from '../../shared/ipc/messages';
import { sayVi } from '../../shared/text/message';
import type { Log } from '../log';
import type { PaperDesk, Rendered } from './paper-desk';

/** What main knows of a receipt: what it must say, and what the province prints differently on it. */
export interface ReceiptTruth {
  readonly slip: SlipTruth;
  readonly changes: FormOptions['changes'];
}

/** What printing a receipt joins beside the desk of papers: journal, the device's signature, the renderer's process. */
export interface ReceiptPorts {
  readonly desk: PaperDesk;
  /** What the device's own journal says of a dossier; `undefined` when nothing was received under this id. */
  readonly truthOf: (dossierId: string) => Promise<ReceiptTruth | undefined>;
  readonly deviceId: () => string;
  readonly sign: (text: string) => string;
  readonly render: (
    slip: ReceiptSlip,
    qr: string,
    options: FormOptions,
  ) => Promise<Result<Rendered, { readonly ref: string }>>;
  readonly log: Log;
}

/** A receipt to print or to look at. */
interface ReceiptWish {
  readonly slip: ReceiptSlip;
  readonly layout?: PaperLayout | undefined;
}

/** Prints receipts. */
export interface ReceiptPrinter {
  readonly preview: (wish: ReceiptWish) => Promise<Result<PaperPreview, PrintError>>;
  readonly print: (
    order: ReceiptWish & { readonly printer: string | null; readonly copies: number },
  ) => Promise<Result<PrintOutcome, PrintError>>;
}

/** Makes the printer of receipts. */
export function createReceiptPrinter(ports: ReceiptPorts): ReceiptPrinter {
  return {
    preview: async (wish) => {
      const checked = await checkSlip(ports, wish);
      if (!checked.ok) return checked;
      const rendered = await renderSlip(ports, wish.slip, checked.value);
      const { qr, options } = checked.value;
      return rendered.ok ? ok(ports.desk.preview(rendered.value, buildReceiptSlip(wish.slip, qr, options))) : rendered;
    },
    print: ({ printer, copies, ...wish }) =>
      ports.desk.print({
        name: nameOf(wish.slip),
        printer,
        copies,
        render: async () => {
          const checked = await checkSlip(ports, wish);
          return checked.ok ? renderSlip(ports, wish.slip, checked.value) : checked;
        },
      }),
  };
}

interface CheckedSlip {
  readonly qr: string;
  readonly options: FormOptions;
}

/** Nothing is signed or rendered that the journal does not say: the page's word alone proves nothing to another counter. */
async function checkSlip(ports: ReceiptPorts, { slip, layout }: ReceiptWish): Promise<Result<CheckedSlip, PrintError>> {
  const truth = await ports.truthOf(slip.dossierId);
  const fields = truth === undefined ? ['dossierId'] : findSlipDifferences(slip, truth.slip);
  if (truth === undefined || fields.length > 0) {
    ports.log('slipDiffers', { reason: fields.join(' ') });
    return err({ kind: 'slipDiffers', fields });
  }
  const { changes } = truth;
  const options = { ...(changes === undefined ? {} : { changes }), ...(layout === undefined ? {} : { layout }) };
  return ok({ qr: signSlipQr(ports, truth.slip), options });
}

async function renderSlip(
  ports: ReceiptPorts,
  slip: ReceiptSlip,
  { qr, options }: CheckedSlip,
): Promise<Result<Rendered, PrintError>> {
  const rendered = await ports.render(slip, qr, options);
  return rendered.ok ? rendered : err({ kind: 'renderFailed', ref: rendered.error.ref });
}

/** Text of the symbol that proves a slip to a counter without a line. */
export function signSlipQr(ports: Pick<ReceiptPorts, 'deviceId' | 'sign'>, truth: SlipTruth): string {
  const fields = { ...truth, deviceId: ports.deviceId() };
  return buildSlipQrText(fields, ports.sign(buildSlipSigningText(fields)));
}

function nameOf({ code, copyNo }: ReceiptSlip): string {
  return copyNo === 1
    ? sayVi({ key: 'machine.file.receipt', values: { code } })
    : sayVi({ key: 'machine.file.receiptReprint', values: { code, copyNo } });
}
