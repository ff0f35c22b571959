import { err, ok, type Result } from '../../shared/base/result';
import type { PageRef } from '../../shared/domain/actions/action-parts';
import type { ScanError, ScanSource } from '../../shared/ipc/messages';
import { describeError, type Log } from '../log';
import type { ScanEvent, ScannerDriver } from './scanner-driver';

/** Where the pages of a run go. */
export interface ScanTarget {
  readonly draftId: string;
  readonly paperId: string;
}

/** Why a page could not be kept. */
export type KeepError =
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'diskFull' }
  | { readonly kind: 'failed'; readonly ref: string };

/** What runs need from outside. */
export interface ScanRunPorts {
  readonly drivers: readonly ScannerDriver[];
  /** Keeps a page; its success means that the page is on the disk. */
  readonly keepPage: (
    target: ScanTarget & { readonly pageId: string; readonly order: number },
    content: AsyncIterable<Uint8Array>,
  ) => Promise<Result<PageRef, KeepError>>;
  readonly hasRoom: () => boolean;
  readonly onLanded: (target: ScanTarget, page: PageRef) => void;
  readonly newId: () => string;
  readonly newRef: () => string;
  readonly log: Log;
}

/** Scan runs: one at a time, the next waits its turn. */
export interface ScanRuns {
  readonly sources: () => Promise<readonly ScanSource[]>;
  readonly start: (
    request: ScanTarget & { readonly sourceId: string },
  ) => Promise<Result<{ readonly runId: string; readonly pages: PageRef[] }, ScanError>>;
  /** Ends the runs of a draft, the waiting ones too; pages that landed stay. */
  readonly cancel: (draftId: string) => void;
  readonly isRunning: () => boolean;
}

/** Makes the one place where scanners run. */
export function createScanRuns(ports: ScanRunPorts): ScanRuns {
  const active = new Set<{ readonly draftId: string; readonly stop: AbortController }>();
  let turn: Promise<unknown> = Promise.resolve();
  return {
    sources: async () => (await Promise.all(ports.drivers.map((driver) => driver.sources()))).flat(),
    start: (request) => {
      const run = { draftId: request.draftId, stop: new AbortController() };
      active.add(run);
      const outcome = turn.then(() => runOnce(ports, request, run.stop.signal)).finally(() => active.delete(run));
      turn = outcome.catch(() => undefined);
      return outcome;
    },
    cancel: (draftId) => {
      for (const run of active) if (run.draftId === draftId) run.stop.abort();
    },
    isRunning: () => active.size > 0,
  };
}

async function runOnce(
  ports: ScanRunPorts,
  request: ScanTarget & { readonly sourceId: string },
  signal: AbortSignal,
): Promise<Result<{ runId: string; pages: PageRef[] }, ScanError>> {
  const driver = await findDriver(ports, request.sourceId);
  if (driver === undefined) return err({ kind: 'unknownSource' });
  const pages: PageRef[] = [];
  let failure: ScanError | undefined;
  try {
    for await (const event of driver.scan({ sourceId: request.sourceId }, signal)) {
      if (!ports.hasRoom()) return err({ kind: 'diskFull' });
      const landed = await takeEvent(ports, { target: request, order: pages.length }, event);
      if (landed.ok) pages.push(landed.value);
      else failure = landed.error;
      // These end the run; a single bad page does not.
      if (failure?.kind === 'diskFull' || failure?.kind === 'device') break;
    }
  } catch (error) {
    const ref = ports.newRef();
    ports.log('scanFault', { ref, ...describeError(error) });
    failure = { kind: 'device', ref };
  }
  if (failure !== undefined) return err(failure);
  if (signal.aborted) return err({ kind: 'cancelled' });
  return pages.length === 0 ? err({ kind: 'empty' }) : ok({ runId: ports.newId(), pages });
}

async function takeEvent(
  ports: ScanRunPorts,
  place: { readonly target: ScanTarget; readonly order: number },
  event: ScanEvent,
): Promise<Result<PageRef, ScanError>> {
  if (event.type === 'rejected') return err(refusalOf(event.name, event.reason));
  const { draftId, paperId } = place.target;
  const pageId = ports.newId();
  await event.taking(pageId);
  const kept = await ports.keepPage({ draftId, paperId, pageId, order: place.order }, event.content());
  if (kept.ok) {
    ports.onLanded({ draftId, paperId }, kept.value);
    await event.taken();
    return kept;
  }
  switch (kept.error.kind) {
    case 'diskFull':
      return err({ kind: 'diskFull' });
    case 'failed':
      return err({ kind: 'device', ref: kept.error.ref });
    case 'unsupported':
    case 'tooLarge':
      await event.reject(kept.error.kind);
      return err(refusalOf(event.name, kept.error.kind));
  }
}

function refusalOf(name: string, reason: 'unsupported' | 'incomplete' | 'tooLarge'): ScanError {
  return reason === 'tooLarge' ? { kind: 'tooLarge', name } : { kind: 'unreadable', name };
}

async function findDriver(ports: ScanRunPorts, sourceId: string): Promise<ScannerDriver | undefined> {
  for (const driver of ports.drivers) {
    if ((await driver.sources()).some((source) => source.id === sourceId)) return driver;
  }
  return undefined;
}
