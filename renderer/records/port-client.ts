import { err, ok, type Result } from '../../shared/base/result';

/** The worker did not do a call; what it would have told is missing, nothing else. */
export interface WorkerFailure {
  readonly kind: 'projectionFailed';
  readonly name: string;
}

/** A call on the wire. */
export type PortRequest<C> = {
  [Op in keyof C]: { readonly no: number; readonly op: Op; readonly input: InputOf<C, Op> };
}[keyof C];

/** Its answer. */
export type PortAnswer =
  | { readonly no: number; readonly ok: true; readonly output: unknown }
  | { readonly no: number; readonly ok: false; readonly error: string };

type InputOf<C, Op extends keyof C> = C[Op] extends { readonly input: infer I } ? I : never;
type OutputOf<C, Op extends keyof C> = C[Op] extends { readonly output: infer O } ? O : never;

/** The page's end of a worker. */
export interface PortClient<C> {
  readonly call: <Op extends keyof C>(op: Op, input: InputOf<C, Op>) => Promise<Result<OutputOf<C, Op>, WorkerFailure>>;
  readonly close: () => void;
}

/** A running worker: a port to talk to and a way to end it. */
export interface PortHost {
  readonly port: MessagePort;
  readonly stop: () => void;
  /** Called once if the host dies. */
  readonly onDeath: (listener: (name: string) => void) => void;
}

type Settle = (answer: Result<unknown, WorkerFailure>) => void;

/** Client of a host. Calls are answered in order; once closed, or when the host dies, all fail. */
export function createPortClient<C>(host: PortHost): PortClient<C> {
  const pending = new Map<number, Settle>();
  let lastNo = 0;
  let ended: string | undefined;

  const end = (name: string): void => {
    ended ??= name;
    for (const settle of pending.values()) settle(err({ kind: 'projectionFailed', name }));
    pending.clear();
  };

  host.port.addEventListener('message', ({ data }: MessageEvent<PortAnswer>) => {
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
      const answered = new Promise<Result<unknown, WorkerFailure>>((settle) => pending.set(no, settle));
      host.port.postMessage({ no, op, input });
      // The protocol map ties each output to its call; the wire itself carries no type.
      return (await answered) as Result<OutputOf<C, typeof op>, WorkerFailure>;
    },
    close: () => {
      end('closed');
      host.port.close();
      host.stop();
    },
  };
}

/** Starts the script of a worker and gives the port to it under a name. */
export function hostWorker(worker: Worker, portName: string): PortHost {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(portName, [port2]);
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

/**
 * Serves calls on a port, one after the other. What goes wrong in a call is told to the caller and never takes the page
 * down.
 */
export function servePort<C>(port: MessagePort, serve: (request: PortRequest<C>) => Promise<unknown>): void {
  let last: Promise<void> = Promise.resolve();
  port.addEventListener('message', ({ data }: MessageEvent<PortRequest<C>>) => {
    last = last.then(async () => {
      const { no } = data;
      const reply: PortAnswer = await serve(data).then(
        (output) => ({ no, ok: true, output }),
        (error: unknown) => ({ no, ok: false, error: error instanceof Error ? error.name : 'unknown' }),
      );
      port.postMessage(reply);
    });
  });
  port.start();
}
