import { err, ok, type Result } from '../../shared/base/result';
import type { HeardOf } from '../../shared/reports/gather-report';
import type { TableReport } from '../../shared/reports/report-data';
import type { ReportFrame } from '../../shared/reports/report-frame';
import type { ReportOrder } from '../../shared/reports/report-order';
import { trustOwnScript } from '../trusted-scripts';
import { findRecords, reportStoreFailure, type LiveRecords, type RecordsClosed } from './open-records';
import { guardStore, type StoreFailure } from './open-stores';
import { createPortClient, hostWorker, type PortClient, type PortHost, type WorkerFailure } from './port-client';
import { readPage } from './projection-feed';
import { useReference } from './reference.store';
import { REPORT_PORT, type CellCounts, type CellPlace, type ReportCalls } from './report-protocol';
import workerUrl from './report.worker?worker&url';

const NAME_SLICE = 200;

/** Why there is no report. Nothing was changed or written. */
export type ReportFailure =
  RecordsClosed | StoreFailure | WorkerFailure | { readonly kind: 'cancelled' } | { readonly kind: 'noRules' };

/** How far the making of a report is. `all` may grow while dossiers come in. */
export interface ReportProgress {
  readonly read: number;
  readonly all: number;
}

/** A report that can be asked which dossiers are behind a figure, until it is closed. */
export interface OpenReport {
  readonly report: TableReport;
  readonly behind: readonly CellCounts[];
  /** Dossiers that could not be opened: they are in no figure. */
  readonly unreadable: number;
  readonly listBehind: (place: CellPlace) => Promise<Result<readonly string[], WorkerFailure>>;
  /** Ends the worker that holds it. */
  readonly close: () => void;
}

/** What the making of a report needs besides the order. */
export interface ReportMaking {
  /** Until when each counter's data is here, by what was heard of their PCs. */
  readonly countersOf: (heard: readonly HeardOf[]) => ReportFrame['counters'];
  readonly onProgress?: (progress: ReportProgress) => void;
  readonly signal?: AbortSignal;
  readonly start?: () => PortHost;
}

/** Starts a worker for one report. */
export function startReportWorker(): PortHost {
  return hostWorker(new Worker(trustOwnScript(workerUrl), { type: 'module', name: 'report' }), REPORT_PORT);
}

interface Run {
  readonly live: LiveRecords;
  readonly client: PortClient<ReportCalls>;
  readonly making: ReportMaking;
}

function isCancelled({ making }: Run): boolean {
  return making.signal?.aborted === true;
}

/** Lets the worker open the whole store, slice by slice: the page only hands sealed dossiers over. */
async function gatherAll(run: Run): Promise<Result<number, ReportFailure>> {
  const { live, client, making } = run;
  const size = await live.projection.call('size', null);
  const all = size.ok ? size.value : 0;
  let read = 0;
  let damaged = 0;
  let afterId = '';
  for (;;) {
    if (isCancelled(run)) return err({ kind: 'cancelled' });
    making.onProgress?.({ read, all: Math.max(all, read) });
    const page = await guardStore(() => readPage(live.stores, afterId));
    if (!page.ok) return page;
    const gathered = await client.call('gather', page.value);
    if (!gathered.ok) return gathered;
    damaged += gathered.value;
    read += page.value.length;
    const last = page.value.at(-1);
    if (last === undefined) return ok(damaged);
    afterId = last.id;
  }
}

/** Names the dossiers that stand in lists, and no others. */
async function nameAll(run: Run, ids: readonly string[]): Promise<Result<null, ReportFailure>> {
  const { live, client } = run;
  for (let from = 0; from < ids.length; from += NAME_SLICE) {
    if (isCancelled(run)) return err({ kind: 'cancelled' });
    const slice = ids.slice(from, from + NAME_SLICE);
    const found = await guardStore(() => live.stores.dossiers.findByIds(slice).exec());
    if (!found.ok) return found;
    const docs = slice.flatMap((id) => found.value.get(id) ?? []);
    const named = await client.call(
      'name',
      docs.map(({ id, sealed }) => ({ id, sealed })),
    );
    if (!named.ok) return named;
  }
  return ok(null);
}

async function make(run: Run, order: ReportOrder): Promise<Result<OpenReport, ReportFailure>> {
  const { live, client, making } = run;
  const { packages, day } = useReference.getState();
  if (day === null) return err({ kind: 'noRules' });
  // Places and streets decide nothing and are the largest rows of all.
  const rows = packages.filter(({ kind }) => kind !== 'addresses');
  const opened = await client.call('open', { key: live.keys.records, order, packages: rows, day });
  if (!opened.ok) return opened;
  const gathered = await gatherAll(run);
  if (!gathered.ok) return gathered;
  const heard = await client.call('heard', null);
  if (!heard.ok) return heard;
  const counters = making.countersOf(heard.value);
  const wanted = await client.call('draft', counters);
  if (!wanted.ok) return wanted;
  const named = await nameAll(run, wanted.value);
  if (!named.ok) return named;
  const made = await client.call('finish', counters);
  if (!made.ok) return made;
  if (isCancelled(run)) return err({ kind: 'cancelled' });
  return ok({
    ...made.value,
    unreadable: gathered.value,
    listBehind: (place) => client.call('behind', place),
    close: client.close,
  });
}

/**
 * Makes a report in a worker of its own, from every dossier of the store; the page stays free. The worker holds the
 * dossiers behind the figures until the report is closed. Cancelling ends it at once.
 */
export async function buildReport(
  order: ReportOrder,
  making: ReportMaking,
): Promise<Result<OpenReport, ReportFailure>> {
  const live = findRecords();
  if (live === undefined) return err({ kind: 'recordsClosed' });
  const client = createPortClient<ReportCalls>((making.start ?? startReportWorker)());
  making.signal?.addEventListener('abort', client.close);
  const made = await make({ live, client, making }, order);
  making.signal?.removeEventListener('abort', client.close);
  if (made.ok) return made;
  client.close();
  if (making.signal?.aborted === true) return err({ kind: 'cancelled' });
  if (made.error.kind === 'storeFailed') reportStoreFailure(made.error);
  return made;
}
