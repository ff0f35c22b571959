import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDemoServer } from './demo-server.mjs';

/** @type {readonly NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Performs the main job of the counter through the real user interface, on a fresh installation and a fresh demo server,
 * and leaves its papers, pictures and `summary.json` in `out`. The driver itself is `tests/main-job/run.ts`.
 *
 * @param {{ root: string, out: string, env: NodeJS.ProcessEnv,
 *   runtime: import('./runtime/runtime-folder.mjs').ElectronRuntime }} request `env` names the display
 * @returns {Promise<number>} 0 only when the job was done and everything it left was checked
 */
export async function performMainJob({ root, out, env, runtime }) {
  const dataDir = await mkdtemp(join(tmpdir(), 'quay-demo-server-'));
  try {
    return await withDemoServer({ root, dataDir }, async ({ url }) => {
      const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
      const driver = spawn(process.execPath, [tsx, join(root, 'tests', 'main-job', 'run.ts')], {
        cwd: root,
        stdio: 'inherit',
        env: {
          ...env,
          QMC_ELECTRON: runtime.path,
          QMC_ELECTRON_VERSION: runtime.version,
          QMC_SERVER_URL: url,
          QMC_OUT: out,
        },
      });
      return await waitFor(driver);
    });
  } finally {
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * The driver ends the app it started when it is asked to end; so a signal to us is passed on, and we wait.
 *
 * @param {import('node:child_process').ChildProcess} driver
 * @returns {Promise<number>}
 */
async function waitFor(driver) {
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => driver.kill(signal);
  SIGNALS.forEach((signal) => process.on(signal, pass));
  try {
    const [code] = await once(driver, 'exit');
    return typeof code === 'number' ? code : 1;
  } finally {
    SIGNALS.forEach((signal) => process.off(signal, pass));
  }
}
