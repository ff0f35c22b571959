import type { Result } from '../../shared/base/result';
import type { PrinterInfo, PrinterTrouble } from '../../shared/ipc/messages';

/** Paper of a print order; named in each order, because queues silently fall back to their own size. */
export type Media = 'A4' | 'A5';

/** A PDF to print. `title` is seen by everybody in the queue: never a name. */
export interface PrintOrder {
  readonly file: string;
  readonly printer: string;
  readonly copies: number;
  readonly media: Media;
  readonly title: string;
}

/** Why the queue did not take an order. `code` is for the log. */
export type PrinterFault =
  | { readonly kind: 'noPrinter' }
  | { readonly kind: 'printerStopped'; readonly trouble: PrinterTrouble | null }
  | { readonly kind: 'printerRejects' }
  | { readonly kind: 'printFailed'; readonly code: string };

/** The print queues of this PC. */
export interface Printer {
  readonly list: () => Promise<readonly PrinterInfo[]>;
  /** Hands an order to the queue after looking whether it will print; `jobId` is null where the system tells none. */
  readonly submit: (order: PrintOrder) => Promise<Result<{ readonly jobId: string | null }, PrinterFault>>;
  /** Whether the job is still in the queue. */
  readonly isWaiting: (job: { readonly printer: string; readonly jobId: string }) => Promise<boolean>;
}

/** What became of a job: out of the queue, or still in it after the time given. */
export type JobEnd = 'done' | 'stuck';

/** Follows a job until it leaves its queue, at most `limitMs`. `wait` is passed in. */
export async function watchJob(
  printer: Pick<Printer, 'isWaiting'>,
  job: { readonly printer: string; readonly jobId: string },
  pace: { readonly everyMs: number; readonly limitMs: number; readonly wait: (ms: number) => Promise<void> },
): Promise<JobEnd> {
  for (let waited = 0; waited < pace.limitMs; waited += pace.everyMs) {
    if (!(await printer.isWaiting(job))) return 'done';
    await pace.wait(pace.everyMs);
  }
  return 'stuck';
}

/** Looks before an order is given: a stopped queue keeps it, a rejecting one loses it, both without a word. */
export function findFault(printers: readonly PrinterInfo[], name: string): PrinterFault | undefined {
  const printer = printers.find((candidate) => candidate.name === name);
  if (printer === undefined) return { kind: 'noPrinter' };
  switch (printer.state) {
    case 'stopped':
      return { kind: 'printerStopped', trouble: printer.trouble };
    case 'rejecting':
      return { kind: 'printerRejects' };
    case 'ready':
      return undefined;
  }
}
