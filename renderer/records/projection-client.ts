import { err, ok, type Result } from '../../shared/base/result';
import { trustOwnScript } from '../trusted-scripts';
import { PROJECTION_PORT, type ProjectionAnswer, type ProjectionCalls, type ProjectionOp } from './projection-protocol';
import workerUrl from './projection.worker?worker&url';

/** The worker did not do a call; search and counts are missing, nothing else. */
export interface ProjectionFailure {
  readonly kind: 'projectionFailed';
  readonly name: string;
}

/** The page's end of the projection worker. */
export interface ProjectionClient {
  readonly call: <Op extends ProjectionOp>(
    op: Op,
    input: ProjectionCalls[Op]['input'],
  ) => Promise<Result<ProjectionCalls[Op]['output'], ProjectionFailure>>;
  readonly close: () => void;
}

/** A running projection: a port to talk to and a way to end it. */
export interface ProjectionHost {
  readonly port: MessagePort;
  readonly stop: () => void;
  /** Called once if the host dies. */
  readonly onDeath: (listener: (name: string) => void) => void;
}

/** Starts the worker. */
export function startProjectionWorker(): ProjectionHost {
  const worker = new Worker(trustOwnScript(workerUrl), { type: 'module', name: 'projection' });
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(PROJECTION_PORT, [port2]);
  return {
    port: port1,
    stop: () => {
      worker.terminate();
    },
    onDeath: (listener) => {
      worker.addEventListener('error', () => {
        listener('workerFailed');
      });
    },
  };
}

type Settle = (answer: Result<unknown, ProjectionFailure>) => void;

/** Client of a projection host. Calls are answered in order; once closed, or when the host dies, all fail. */
export function createProjectionClient(host: ProjectionHost): ProjectionClient {
  const pending = new Map<number, Settle>();
  let lastNo = 0;
  let ended: string | undefined;

  const end = (name: string): void => {
    ended ??= name;
    for (const settle of pending.values()) settle(err({ kind: 'projectionFailed', name }));
    pending.clear();
  };

  host.port.addEventListener('message', ({ data }: MessageEvent<ProjectionAnswer>) => {
    const settle = pending.get(data.no);
    pending.delete(data.no);
    settle?.(data.ok ? ok(data.output) : err({ kind: 'projectionFailed', name: data.error }));
  });
  host.port.start();
  host.onDeath(end);

  return {
    call: async (op, input) => {
      if (ended !== undefined) return err({ kind: 'projectionFailed', name: ended });
      lastNo += 1;
      const no = lastNo;
      const answered = new Promise<Result<unknown, ProjectionFailure>>((settle) => pending.set(no, settle));
      host.port.postMessage({ no, op, input });
      // The protocol map ties each output to its call; the wire itself carries no type.
      return (await answered) as Result<ProjectionCalls[typeof op]['output'], ProjectionFailure>;
    },
    close: () => {
      end('closed');
      host.port.close();
      host.stop();
    },
  };
}
