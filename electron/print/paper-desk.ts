import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../../shared/base/result';
import type { FormDocument } from '../../shared/forms/form-layout';
import type { PaperPreview, PrintError, PrintJobNews, PrintOutcome } from '../../shared/ipc/messages';
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

/** What every paper on its way out joins: the exports folder, the queue, the previews held for the page. */
export interface PaperDeskPorts {
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

/** A paper to print: how it is made, and the name its file is kept under. */
export interface PaperOrder {
  readonly name: string;
  readonly render: () => Promise<Result<Rendered, PrintError>>;
  readonly printer: string | null;
  readonly copies: number;
}

/** Keeps, prints and follows papers; the kept PDF is the truth, the queue only gets a copy of it. */
export interface PaperDesk {
  readonly print: (order: PaperOrder) => Promise<Result<PrintOutcome, PrintError>>;
  /** Holds a rendered paper for the page to fetch once. */
  readonly preview: (rendered: Rendered, document: FormDocument) => PaperPreview;
  readonly isPrinting: () => boolean;
}

/** A page is out long before; after that the officer is told, and told again when it came out late. */
const WATCH = { everyMs: 1000, limitMs: 20_000 };
const LATE_WATCH = { everyMs: 5000, limitMs: 600_000 };

/** Makes the one desk that receipts and all other papers leave by. */
export function createPaperDesk(ports: PaperDeskPorts): PaperDesk {
  const running = new Set<symbol>();
  return {
    print: async (order) => {
      const mark = Symbol('print');
      running.add(mark);
      try {
        return await printPaper(ports, order);
      } finally {
        running.delete(mark);
      }
    },
    preview: ({ bytes, pages }, document) => ({
      previewId: ports.keepPreview(bytes),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      pages,
      document,
    }),
    isPrinting: () => running.size > 0,
  };
}

async function printPaper(ports: PaperDeskPorts, order: PaperOrder): Promise<Result<PrintOutcome, PrintError>> {
  const { printer, copies } = order;
  const rendered = await order.render();
  if (!rendered.ok) return rendered;
  const kept = await ports.save(`${order.name}.pdf`, rendered.value.bytes);
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

async function followJob(
  ports: PaperDeskPorts,
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

function nameFault(
  ports: PaperDeskPorts,
  fault: PrinterFault,
  at: { readonly name: string; readonly file: string },
): PrintError {
  return fault.kind === 'printFailed' ? report(ports, { code: fault.code, file: at.file }) : { ...fault, ...at };
}

function report(ports: PaperDeskPorts, fault: { readonly code: string; readonly file: string }): PrintError {
  const ref = ports.newRef();
  ports.log('printFault', { ref, errorCode: fault.code });
  return { kind: 'printFailed', ref, file: fault.file };
}
