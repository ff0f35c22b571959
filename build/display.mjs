import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';

const SCREEN = '1366x768x24';
/** @type {readonly NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const START_MS = 20_000;
const STOP_MS = 5_000;

/**
 * Runs `work` with an X display: the one in `DISPLAY` where it is alive, else an own Xvfb on a free
 * number that ends with `work`. Off Linux, or under Wayland alone, there is nothing to start.
 *
 * @template T
 * @param {(display: { env: NodeJS.ProcessEnv, virtual: boolean }) => Promise<T>} work
 *   `env` is the environment for the programs to start; `virtual` says that nobody can see them
 * @returns {Promise<T>}
 * @throws {Error} when Xvfb is needed and does not start
 */
export async function withDisplay(work) {
  if (hasDisplay()) {
    return work({ env: { ...process.env }, virtual: false });
  }
  const { display, close } = await startVirtualDisplay();
  try {
    return await work({ env: { ...process.env, DISPLAY: display }, virtual: true });
  } finally {
    await close();
  }
}

/** Whether this process can already open a window. */
export function hasDisplay() {
  if (process.platform !== 'linux') {
    return true;
  }
  const local = /^:(\d+)/.exec(process.env['DISPLAY'] ?? '');
  if (local !== null) {
    // A DISPLAY left over from a session that has ended must not stop the headless run.
    return existsSync(`/tmp/.X11-unix/X${local[1]}`);
  }
  return (process.env['DISPLAY'] ?? '') !== '';
}

/** @returns {Promise<{ display: string, close: () => Promise<void> }>} */
async function startVirtualDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = once(server, 'exit').catch(() => undefined);
  const forget = endTogether(server);
  const close = async () => {
    forget();
    const timer = setTimeout(() => server.kill('SIGKILL'), STOP_MS);
    server.kill('SIGTERM');
    await ended;
    clearTimeout(timer);
  };
  try {
    return { display: `:${await readDisplayNumber(server)}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Ends the server when this process ends, also by a signal, which skips every `finally`.
 *
 * @param {import('node:child_process').ChildProcess} server
 * @returns {() => void} takes the arrangement back
 */
function endTogether(server) {
  const stop = () => server.kill('SIGTERM');
  /** @param {NodeJS.Signals} signal */
  const onSignal = (signal) => {
    forget();
    stop();
    process.kill(process.pid, signal);
  };
  const forget = () => {
    process.off('exit', stop);
    SIGNALS.forEach((signal) => process.off(signal, onSignal));
  };
  process.once('exit', stop);
  SIGNALS.forEach((signal) => process.once(signal, onSignal));
  return forget;
}

/** @param {import('node:child_process').ChildProcess} server @returns {Promise<number>} */
function readDisplayNumber(server) {
  return new Promise((resolve, reject) => {
    let complaint = '';
    const timer = setTimeout(() => reject(new Error('Xvfb did not start in time')), START_MS);
    /** @param {string} reason */
    const fail = (reason) => {
      clearTimeout(timer);
      reject(new Error(`Xvfb did not start: ${reason}${complaint}`));
    };
    server.stderr?.on('data', (chunk) => (complaint += String(chunk)));
    server.once('error', (error) => fail(error.message));
    server.once('exit', (code) => fail(`code ${code}\n`));
    server.stdio[3]?.once('data', (chunk) => {
      clearTimeout(timer);
      resolve(Number.parseInt(String(chunk), 10));
    });
  });
}
