import { err, type Result } from '../../shared/base/result';
import type { Instant } from '../../shared/base/time';
import type { SyncFailure } from '../../shared/ipc/messages';
import type { EnrolAnswer, Hello } from '../../shared/sync/protocol';
import type { ProvincialClient } from './provincial-client';

/** One-time enrolment still to be done; null once the device is known to the province. */
export interface Enrolment {
  readonly code: string;
  readonly deviceName: string;
  readonly unitId: string;
  readonly counterId: string;
}

/** What the engine drives. Each step is a Result; an exception is a fault of ours and ends the cycle as one. */
export interface SyncEnginePorts {
  readonly client: Pick<ProvincialClient, 'hello' | 'enrol'>;
  readonly pendingEnrolment: () => Enrolment | null;
  readonly completeEnrolment: (answer: EnrolAnswer) => Promise<void>;
  /** Server time, epoch, keys and what the server knows of this device. */
  readonly noteHello: (hello: Hello) => Promise<void>;
  readonly push: (hello: Hello, onBatch: () => void) => Promise<Result<number, SyncFailure>>;
  readonly keepLeases: () => Promise<Result<number, SyncFailure>>;
  readonly keepPackages: (hello: Hello) => Promise<Result<unknown, SyncFailure>>;
  readonly pull: () => Promise<Result<number, SyncFailure>>;
  readonly hasWaiting: () => boolean;
  readonly checkpointN: () => number;
  readonly now: () => Instant;
  /** 0 ≤ x < 1, for jitter. */
  readonly random: () => number;
  /** Told of faults that are ours, for the log. */
  readonly onFault: (fault: unknown) => void;
}

/** The line as the status bar needs it; counts come from the journal. */
export interface LineStatus {
  readonly line: 'notTried' | 'up' | 'down';
  readonly activity: 'idle' | 'sending' | 'receiving';
  readonly failure: SyncFailure | null;
  readonly lastContactAt: Instant | null;
  readonly serverDurable: boolean | null;
}

/** Where a cycle reports how far it is. */
type Show = (change: Partial<LineStatus>) => void;

/** One exchange with the province: hello, enrol once, push, codes, packages, pull. Shows its outcome; never throws. */
export async function runCycle(ports: SyncEnginePorts, show: Show): Promise<Result<Hello, SyncFailure>> {
  const done = await exchangeAll(ports, show).catch((fault: unknown): Result<Hello, SyncFailure> => {
    ports.onFault(fault);
    return err({ kind: 'protocol' });
  });
  show(
    done.ok ? { line: 'up', activity: 'idle', failure: null } : { line: 'down', activity: 'idle', failure: done.error },
  );
  return done;
}

async function exchangeAll(ports: SyncEnginePorts, show: Show): Promise<Result<Hello, SyncFailure>> {
  const hello = await greet(ports);
  if (!hello.ok) return hello;
  show({ line: 'up', lastContactAt: ports.now(), serverDurable: hello.value.durable, activity: 'sending' });
  const pushed = await ports.push(hello.value, () => {
    show({ lastContactAt: ports.now() });
  });
  if (!pushed.ok) return pushed;
  show({ activity: 'receiving' });
  for (const step of [ports.keepLeases, () => ports.keepPackages(hello.value), ports.pull]) {
    const done = await step();
    if (!done.ok) return done;
  }
  return hello;
}

async function greet(ports: SyncEnginePorts): Promise<Result<Hello, SyncFailure>> {
  const pending = ports.pendingEnrolment();
  if (pending !== null) {
    const enrolled = await ports.client.enrol(pending);
    if (!enrolled.ok) return enrolled;
    await ports.completeEnrolment(enrolled.value);
  }
  const hello = await ports.client.hello();
  if (!hello.ok) return hello;
  if (hello.value.device === undefined) return err({ kind: 'auth' });
  await ports.noteHello(hello.value);
  return hello;
}
