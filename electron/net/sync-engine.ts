import { err, ok, type Result } from '../../shared/base/result';
import type { SyncFailure } from '../../shared/ipc/messages';
import type { Hello } from '../../shared/sync/protocol';
import { createBackoff, waitUntil } from './pace';
import { runCycle, type LineStatus, type SyncEnginePorts } from './sync-cycle';

/** Seconds a wake-up call may stay open at the server. */
const WAKE_SECONDS = 25;

/** One start of the engine: its end, its present rest, and who waits for the next exchange. */
interface Run {
  readonly stopping: AbortController;
  readonly ended: Promise<void>;
}

/**
 * Keeps this device and the province equal whenever a line exists, then waits for a wake-up. After a failure it waits
 * longer each time (capped, jittered); new work or `now` cuts the wait short.
 */
export function createSyncEngine(ports: SyncEnginePorts) {
  let status: LineStatus = {
    line: 'notTried',
    activity: 'idle',
    failure: null,
    lastContactAt: null,
    serverDurable: null,
  };
  let run: Run | null = null;
  let wake = new AbortController();
  let waiters: (() => void)[] = [];
  const listeners = new Set<() => void>();
  const rest = createRest(ports);

  const show = (change: Partial<LineStatus>): void => {
    status = { ...status, ...change };
    for (const listener of listeners) listener();
  };

  /** Who asked before a cycle began is answered by its end; who asks during it, by the next. */
  async function cycle(): Promise<Result<Hello, SyncFailure>> {
    const asked = waiters;
    waiters = [];
    wake = new AbortController();
    const last = await runCycle(ports, show);
    for (const answer of asked) answer();
    return last;
  }

  async function loop(stopping: AbortController): Promise<void> {
    do {
      const last = await cycle();
      await rest(last, AbortSignal.any([stopping.signal, wake.signal]));
    } while (!stopping.signal.aborted);
  }

  return {
    start: (): void => {
      const stopping = new AbortController();
      run ??= { stopping, ended: loop(stopping) };
    },
    /** Resolves when the last exchange has ended. */
    stop: async (): Promise<void> => {
      run?.stopping.abort();
      await run?.ended;
      run = null;
    },
    /** New work is waiting: cut the rest short. */
    kick: (): void => {
      wake.abort();
    },
    /** One full exchange, begun after this call; resolves when it is over. */
    now: async (): Promise<Result<null, SyncFailure>> => {
      const over = new Promise<void>((resolve) => waiters.push(resolve));
      if (run === null) await cycle();
      wake.abort();
      await over;
      return status.failure === null ? ok(null) : err(status.failure);
    },
    status: (): LineStatus => status,
    onChange: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** See {@link createSyncEngine}. */
export type SyncEngine = ReturnType<typeof createSyncEngine>;

/** Rests until there is something to do: a wake-up of the server, a kick, or the end of a waiting time. */
function createRest(ports: SyncEnginePorts): (last: Result<Hello, SyncFailure>, signal: AbortSignal) => Promise<void> {
  const backoff = createBackoff(ports.random);
  return async (last, signal) => {
    if (signal.aborted) return;
    if (!last.ok) {
      await waitUntil(backoff.nextDelayMs(), signal);
      return;
    }
    if (ports.hasWaiting()) return;
    const woken = await ports.client.hello({ since: ports.checkpointN(), wait: WAKE_SECONDS, signal });
    if (woken.ok) backoff.reset();
    else await waitUntil(backoff.nextDelayMs(), signal);
  };
}
