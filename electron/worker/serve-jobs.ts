import type {} from 'electron';
import type { WorkerAnswer, WorkerFile, WorkerRequest } from '../worker-jobs';

/**
 * Answers main's jobs in a utility process, one answer per request. A fault of one job becomes its answer; the text
 * names the fault only, since job data hold citizens' names.
 */
export function serveJobs<Job>(isJob: (value: unknown) => value is Job, run: (job: Job) => Promise<WorkerFile>): void {
  process.parentPort.on('message', (event: { readonly data: unknown }) => {
    const { id, job } = event.data as WorkerRequest<unknown>;
    const done = isJob(job) ? run(job) : Promise.reject(new TypeError('unknown job'));
    void done.then(
      (file) => {
        answer({ id, ok: true, ...file });
      },
      (fault: unknown) => {
        answer({ id, ok: false, error: fault instanceof Error ? fault.name : 'unknown' });
      },
    );
  });
}

/** Reads the tag of a job; jobs come from main only, which builds them typed. */
export function jobType(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
}

function answer(message: WorkerAnswer): void {
  process.parentPort.postMessage(message);
}
