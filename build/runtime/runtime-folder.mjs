import { existsSync } from 'node:fs';
import { chmod, chown, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../run-command.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} path the executable
 * @property {string} dist the folder that electron-builder takes as `electronDist`
 * @property {string} version such as `33.2.1`
 * @property {'override' | 'official' | 'packaged'} origin
 */

/** @param {string} dist @returns {string} the executable inside a runtime folder */
export function executableIn(dist) {
  if (process.platform === 'darwin') {
    return join(dist, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  }
  return join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

/**
 * Describes a runtime folder; `undefined` when there is no executable in it.
 *
 * @param {string} dist
 * @param {ElectronRuntime['origin']} origin
 * @returns {Promise<ElectronRuntime | undefined>}
 */
export async function describeRuntime(dist, origin) {
  const path = executableIn(dist);
  if (!existsSync(path)) {
    return undefined;
  }
  const written = await readFile(join(dist, 'version'), 'utf8').catch(() => '');
  const version = written.trim().replace(/^v/, '') || (await askVersion(path));
  return { path, dist, version, origin };
}

/** @param {string} path */
async function askVersion(path) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const answer = await runCommand(path, ['-p', 'process.versions.electron'], {
    env,
    timeoutMs: 20_000,
  });
  return answer.code === 0 ? answer.stdout.trim() : 'unknown';
}

/**
 * Gives Chromium's Linux sandbox its set-user-id bit where we may. It is the fallback for kernels
 * that deny user namespaces to ordinary users; without either, Electron refuses to start sandboxed.
 *
 * @param {string} dist
 */
export async function enableSandboxHelper(dist) {
  const helper = join(dist, 'chrome-sandbox');
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync(helper)) {
    return;
  }
  const found = await stat(helper);
  if (found.uid !== 0 || (found.mode & 0o7777) !== 0o4755) {
    await chown(helper, 0, 0);
    await chmod(helper, 0o4755);
  }
}
