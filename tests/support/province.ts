import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AcceptedAction, Checkpoint } from '../../shared/domain/journal-entry';
import type { PullAnswer } from '../../shared/sync/protocol';
import type { ProvinceLine } from './app-folders';
import { createServerDevice } from './server-device';
import { startServerProcess, type ServerProcess } from './server-process';

/** Enrolment codes of the practice data: the counter under test, and a neighbour that looks on. */
const COUNTER_CODE = 'DEMO-QUAY-1';
const NEIGHBOUR_CODE = 'DEMO-QUAY-2';

/** A province of its own for a test. */
export interface Province {
  readonly server: () => ServerProcess;
  readonly line: ProvinceLine;
  readonly stop: () => Promise<void>;
  /** Starts it again on the same data and port. */
  readonly start: () => Promise<void>;
  /** Stops it and forgets its data. */
  readonly remove: () => Promise<void>;
}

/** What the app is told to reach a province at this port. */
export function provinceLine(port: number): ProvinceLine {
  return { serverUrl: `http://127.0.0.1:${String(port)}`, enrolCode: COUNTER_CODE };
}

/** Starts a province with the practice data. */
export async function startProvince(
  options: { readonly port?: number; readonly host?: string } = {},
): Promise<Province> {
  const dataDir = await mkdtemp(join(tmpdir(), 'province-'));
  let server = await startServerProcess({ dataDir, ...options });
  const { port } = server;
  return {
    server: () => server,
    line: provinceLine(port),
    stop: () => server.stop(),
    start: async () => {
      server = await startServerProcess({ ...options, dataDir, port });
    },
    remove: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Everything the province accepted for the unit, as the neighbouring counter is told it: with signed receipts. */
export async function readFeed(serverUrl: string): Promise<readonly AcceptedAction[]> {
  const neighbour = createServerDevice(serverUrl);
  const enrolled = await neighbour.enrol(NEIGHBOUR_CODE, { unitId: 'H41.26', counterId: 'quay-2' });
  if (enrolled.status !== 200) {
    throw new Error(`the neighbouring counter was not enrolled (${String(enrolled.status)})`);
  }
  const items: AcceptedAction[] = [];
  let since: Checkpoint | null = null;
  for (;;) {
    const { status, body }: { status: number; body: PullAnswer } = await neighbour.pull(since, 200);
    if (status !== 200) throw new Error(`the feed was not given (${String(status)})`);
    items.push(...body.items);
    since = body.checkpoint;
    if (!body.more) return items;
  }
}
