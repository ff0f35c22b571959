import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../../shared/base/result';
import { buildSlipQrText, buildSlipSigningText } from '../../shared/domain/slip-qr';
import { findSlipDifferences, type SlipTruth } from '../../shared/domain/slip-truth';
import type { ReceiptSlip } from '../../shared/forms/receipt-slip-data';
import type { PrintError, PrintJobNews, PrintOutcome } from '../../shared/ipc/messages';
import { sayVi } from '../../shared/text/message';
import type { Log } from '../log';
import { watchJob, type JobEnd, type Printer, type PrinterFault } from './printer';

/** A paper as bytes. */
export interface Rendered {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Where a kept paper lies. */
export interface KeptPaper {
  readonly path: string;
  readonly sha256: string;
}

/** What printing a receipt joins: journal, the device's signature, the renderer's process, the exports folder, the queue. */
export interface ReceiptPorts {
  /** What the device's own journal says of a dossier; `undefined` when nothing was received under this id. */
  readonly truthOf: (dossierId: string) => Promise<SlipTruth | undefined>;
  readonly deviceId: () => string;
  readonly sign: (text: string) => string;
  readonly render: (slip: ReceiptSlip, qr: string) => Promise<Result<Rendered, { readonly ref: string }>>;
  readonly save: (
    name: string,
    bytes: Uint8Array,
  ) => Promise<Result<KeptPaper, { readonly kind: 'diskFull' } | { readonly kind: 'noAccess' }>>;
  readonly printer: Printer;
  readonly keepPreview: (bytes: Uint8Array) => string;
  readonly wait: (ms: number) => Promise<void>;
  readonly onJob: (news: PrintJobNews) => void;
  readonly newRef: () => string;
  readonly log: Log;
}

/** Prints receipts; the kept PDF is the truth, the queue only gets a copy of it. */
export interface ReceiptPrinter {
  readonly preview: (
    slip: ReceiptSlip,
  ) => Promise<Result<{ readonly previewId: string; readonly sha256: string; readonly pages: number }, PrintError>>;
  readonly print: (order: {
    readonly slip: ReceiptSlip;
    readonly printer: string | null;
    readonly copies: number;
  }) => Promise<Result<PrintOutcome, PrintError>>;
  readonly isPrinting: () => boolean;
}

/** A page is out long before; after that the officer is told, and told again when it came out late. */
const WATCH = { everyMs: 1000, limitMs: 20_000 };
const LATE_WATCH = { everyMs: 5000, limitMs: 600_000 };

/** Makes the printer of receipts. */
export function createReceiptPrinter(ports: ReceiptPorts): ReceiptPrinter {
  const running = new Set<symbol>();
  const whileRunning = async <T>(task: () => Promise<T>): Promise<T> => {
    const mark = Symbol('print');
    running.add(mark);
    try {
      return await task();
    } finally {
      running.delete(mark);
    }
  };
  return {
    preview: async (slip) => {
      const rendered = await renderSlip(ports, slip);
      if (!rendered.ok) return rendered;
      const { bytes, pages } = rendered.value;
      return ok({ previewId: ports.keepPreview(bytes), sha256: hashOf(bytes), pages });
    },
    print: (order) => whileRunning(() => printSlip(ports, order)),
    isPrinting: () => running.size > 0,
  };
}

async function printSlip(
  ports: ReceiptPorts,
  order: { readonly slip: ReceiptSlip; readonly printer: string | null; readonly copies: number },
): Promise<Result<PrintOutcome, PrintError>> {
  const { slip, printer, copies } = order;
  const rendered = await renderSlip(ports, slip);
  if (!rendered.ok) return rendered;
  const kept = await ports.save(`${nameOf(slip)}.pdf`, rendered.value.bytes);
  if (!kept.ok) {
    return err(kept.error.kind === 'diskFull' ? { kind: 'diskFull' } : report(ports, { code: 'noAccess', file: '' }));
  }
  const { path: file, sha256 } = kept.value;
  if (printer === null) return ok({ file, sha256, printer: null, jobId: null, copies });
  // The queue shows titles to everybody: no name, no code.
  const title = `QMC ${sha256.slice(0, 8)}`;
  const submitted = await ports.printer.submit({ file, printer, copies, media: 'A4', title });
  if (!submitted.ok) return err(nameFault(ports, submitted.error, { name: printer, file }));
  const { jobId } = submitted.value;
  if (jobId !== null) void followJob(ports, { printer, jobId });
  return ok({ file, sha256, printer, jobId, copies });
}

/** Nothing is signed or rendered that the journal does not say: the page's word alone proves nothing to another counter. */
async function renderSlip(ports: ReceiptPorts, slip: ReceiptSlip): Promise<Result<Rendered, PrintError>> {
  const truth = await ports.truthOf(slip.dossierId);
  const fields = truth === undefined ? ['dossierId'] : findSlipDifferences(slip, truth);
  if (truth === undefined || fields.length > 0) {
    ports.log('slipDiffers', { reason: fields.join(' ') });
    return err({ kind: 'slipDiffers', fields });
  }
  const rendered = await ports.render(slip, signQr(ports, truth));
  return rendered.ok ? rendered : err({ kind: 'renderFailed', ref: rendered.error.ref });
}

function signQr(ports: ReceiptPorts, truth: SlipTruth): string {
  const fields = { ...truth, deviceId: ports.deviceId() };
  return buildSlipQrText(fields, ports.sign(buildSlipSigningText(fields)));
}

async function followJob(
  ports: ReceiptPorts,
  job: { readonly printer: string; readonly jobId: string },
): Promise<void> {
  const tell = async (end: JobEnd): Promise<void> => {
    ports.log(end === 'done' ? 'printDone' : 'printStuck', { jobId: job.jobId });
    const queue = end === 'done' ? undefined : (await ports.printer.list()).find(({ name }) => name === job.printer);
    ports.onJob({ ...job, end, trouble: queue?.trouble ?? null });
  };
  const end = await watchJob(ports.printer, job, { ...WATCH, wait: ports.wait });
  await tell(end);
  if (end === 'done') return;
  if ((await watchJob(ports.printer, job, { ...LATE_WATCH, wait: ports.wait })) === 'done') await tell('done');
}

function nameOf({ code, copyNo }: ReceiptSlip): string {
  return copyNo === 1
    ? sayVi({ key: 'machine.file.receipt', values: { code } })
    : sayVi({ key: 'machine.file.receiptReprint', values: { code, copyNo } });
}

function nameFault(
  ports: ReceiptPorts,
  fault: PrinterFault,
  at: { readonly name: string; readonly file: string },
): PrintError {
  return fault.kind === 'printFailed' ? report(ports, { code: fault.code, file: at.file }) : { ...fault, ...at };
}

function report(ports: ReceiptPorts, fault: { readonly code: string; readonly file: string }): PrintError {
  const ref = ports.newRef();
  ports.log('printFault', { ref, errorCode: fault.code });
  return { kind: 'printFailed', ref, file: fault.file };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
