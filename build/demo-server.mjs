import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const STOP_MS = 10_000;

/**
 * Runs `work` while the reference server with practice data is up, and ends the server after it in order.
 *
 * @template T
 * @param {{ root: string, dataDir: string, port?: number }} request `port` 0 or none takes a free one
 * @param {(address: { url: string, port: number }) => Promise<T>} work
 * @returns {Promise<T>}
 * @throws {Error} when the server does not come up; the message holds what it said
 */
export async function withDemoServer({ root, dataDir, port = 0 }, work) {
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const server = spawn(process.execPath, [tsx, join(root, 'server', 'main.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      SAMPLE_DATA: '1',
      DATABASE_URL: undefined,
    },
    // A group of its own: Ctrl+C in the terminal must not end it before what uses it.
    detached: process.platform !== 'win32',
  });
  const ended = once(server, 'exit').catch(() => undefined);
  const stop = () => signalGroup(server, 'SIGTERM');
  // Also when this process is ended by a signal, which skips every `finally`.
  process.once('exit', stop);
  try {
    const url = await readAddress(server);
    return await work({ url, port: Number(new URL(url).port) });
  } finally {
    process.off('exit', stop);
    const timer = setTimeout(() => signalGroup(server, 'SIGKILL'), STOP_MS);
    stop();
    await ended;
    clearTimeout(timer);
  }
}

/**
 * Sends a signal to a program started by us and to what it started; one that is gone is left in peace.
 *
 * @param {import('node:child_process').ChildProcess} child started with `detached` off Windows
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) {
      throw error;
    }
  }
}

/** @param {import('node:child_process').ChildProcess} server @returns {Promise<string>} */
async function readAddress(server) {
  let complaint = '';
  server.stderr?.on('data', (chunk) => (complaint = `${complaint}${chunk}`.slice(-4000)));
  if (server.stdout === null) {
    throw new Error('the server has no output');
  }
  for await (const line of createInterface({ input: server.stdout })) {
    const match = /^listening (http:\/\/\S+)$/.exec(line);
    if (match?.[1] !== undefined) {
      server.stdout.resume();
      return match[1];
    }
  }
  throw new Error(`the demo server did not start:\n${complaint.trim()}`);
}
