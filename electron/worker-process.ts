import { utilityProcess } from 'electron';
import type { WorkerProcess } from './worker-host';

/** Start of the names of our utility processes, to tell them from the engine's own. */
export const WORKER_NAME_PREFIX = 'qmc-';

/** Without these Windows cannot load its own libraries. */
const NEEDED = ['SystemRoot', 'TEMP', 'TMP'];

/**
 * Starts a utility process. It gets next to none of our environment: nothing in there is meant for code that handles
 * foreign files and papers.
 */
export function startWorkerProcess(script: string, name: string): WorkerProcess {
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => NEEDED.includes(key)));
  const child = utilityProcess.fork(script, [], {
    serviceName: `${WORKER_NAME_PREFIX}${name}`,
    stdio: 'ignore',
    env,
    execArgv: [],
  });
  return {
    post: (message) => {
      child.postMessage(message);
    },
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      child.on('exit', listener);
    },
    kill: () => {
      child.kill();
    },
  };
}
