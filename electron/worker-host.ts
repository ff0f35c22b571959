import { err, ok, type Result } from '../shared/base/result';
import type { WorkerAnswer, WorkerFile, WorkerRequest } from './worker-jobs';

/** A utility process as the host sees it; `kill` ends it by its handle. */
export interface WorkerProcess {
  readonly post: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onExit: (listener: (code: number) => void) => void;
  readonly kill: () => void;
}

/** Why a job has no file. `failed` carries the name of the fault only. */
export type WorkerError =
  | { readonly kind: 'timedOut' }
  | { readonly kind: 'crashed'; readonly code: number }
  | { readonly kind: 'failed'; readonly error: string };

/** Runs jobs in a process of its own. */
export interface WorkerHost<Job> {
  readonly run: (job: Job) => Promise<Result<WorkerFile, WorkerError>>;
  /** Ends the process; a later job starts a new one. */
  readonly stop: () => void;
}

interface Running {
  readonly process: WorkerProcess;
  /** The job under way, if any: jobs run one after another, so that each has its whole time. */
  settle: ((outcome: Result<WorkerFile, WorkerError>) => void) | null;
  id: number;
}

/**
 * Starts a utility process at the first job, gives each job `timeoutMs`, and starts a new process after a crash or a job
 * that hangs. A bad job therefore costs that job only.
 */
export function createWorkerHost<Job>(options: {
  readonly start: () => WorkerProcess;
  readonly timeoutMs: number;
}): WorkerHost<Job> {
  let running: Running | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const end = (ended: Running, outcome: Result<WorkerFile, WorkerError>): void => {
    if (running === ended) running = null;
    ended.settle?.(outcome);
  };

  const start = (): Running => {
    const started: Running = { process: options.start(), settle: null, id: 0 };
    started.process.onMessage((message) => {
      const answer = message as WorkerAnswer;
      if (answer.id === started.id) started.settle?.(readAnswer(answer));
    });
    started.process.onExit((code) => {
      end(started, err({ kind: 'crashed', code }));
    });
    return started;
  };

  const runOne = (job: Job): Promise<Result<WorkerFile, WorkerError>> => {
    running ??= start();
    const worker = running;
    worker.id += 1;
    const request: WorkerRequest<Job> = { id: worker.id, job };
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        end(worker, err({ kind: 'timedOut' }));
        worker.process.kill();
      }, options.timeoutMs);
      worker.settle = (outcome) => {
        clearTimeout(timer);
        worker.settle = null;
        resolve(outcome);
      };
      worker.process.post(request);
    });
  };

  return {
    run: (job) => {
      const outcome = turn.then(() => runOne(job));
      turn = outcome.catch(() => undefined);
      return outcome;
    },
    stop: () => {
      running?.process.kill();
    },
  };
}

function readAnswer(answer: WorkerAnswer): Result<WorkerFile, WorkerError> {
  if (!answer.ok) return err({ kind: 'failed', error: answer.error });
  return ok(answer.pages === undefined ? { bytes: answer.bytes } : { bytes: answer.bytes, pages: answer.pages });
}
