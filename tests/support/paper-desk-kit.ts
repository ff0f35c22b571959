import { ok } from '../../shared/base/result';
import type { PrinterInfo, PrintJobNews } from '../../shared/ipc/messages';
import { createPaperDesk, type PaperDesk, type PaperDeskPorts } from '../../electron/print/paper-desk';
import type { PrintOrder } from '../../electron/print/printer';

/** What a desk of papers did, in order. */
export interface PaperDeskKit {
  readonly saved: string[];
  readonly orders: PrintOrder[];
  readonly logged: string[];
  readonly news: PrintJobNews[];
  readonly desk: (changes?: Partial<PaperDeskPorts>) => PaperDesk;
}

/** A desk over a ready printer A4 that takes every job and is done at once. */
export function createPaperDeskKit(): PaperDeskKit {
  const kit = { saved: [] as string[], orders: [] as PrintOrder[], logged: [] as string[], news: [] as PrintJobNews[] };
  const ready: PrinterInfo = { name: 'A4', description: 'A4', isDefault: true, state: 'ready', trouble: null };
  return {
    ...kit,
    desk: (changes = {}) =>
      createPaperDesk({
        save: (name) => {
          kit.saved.push(name);
          return Promise.resolve(ok({ path: `/x/${name}`, sha256: 'a'.repeat(64) }));
        },
        printer: {
          list: () => Promise.resolve([ready]),
          submit: (order) => {
            kit.orders.push(order);
            return Promise.resolve(ok({ jobId: 'A4-7' }));
          },
          isWaiting: () => Promise.resolve(false),
        },
        keepPreview: () => 'preview-1',
        wait: () => Promise.resolve(),
        onJob: (job) => kit.news.push(job),
        newRef: () => 'HKLM',
        log: (event) => kit.logged.push(event),
        ...changes,
      }),
  };
}
