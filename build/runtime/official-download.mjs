import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../run-command.mjs';
import { isKnownUnreachable, rememberUnreachable, runtimeCacheFolder } from './runtime-cache.mjs';
import { describeRuntime, enableSandboxHelper } from './runtime-folder.mjs';

// Long enough for the 120 MB archive on a weak line; an unreachable host fails within seconds.
const DOWNLOAD_MS = 10 * 60_000;

/**
 * The Electron that package.json names, from its official release: the unpacked one in
 * node_modules, or fetched now by the installer of the electron package.
 * `undefined` when it cannot be had.
 *
 * @param {{ root: string, log: (text: string) => void }} request `root` is the checkout
 * @returns {Promise<import('./runtime-folder.mjs').ElectronRuntime | undefined>}
 */
export async function findOfficialRuntime({ root, log }) {
  const folder = join(root, 'node_modules', 'electron');
  if (!existsSync(join(folder, 'install.js'))) {
    return undefined;
  }
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const present = await installedRuntime(folder, version);
  return present ?? (await downloadRuntime({ folder, version, log }));
}

/** @param {string} folder @param {string} version */
async function installedRuntime(folder, version) {
  const found = await describeRuntime(join(folder, 'dist'), 'official');
  // A half-unpacked dist has an executable but not yet the path.txt that the installer writes last.
  if (found?.version !== version || !existsSync(join(folder, 'path.txt'))) {
    return undefined;
  }
  await enableSandboxHelper(found.dist);
  return found;
}

/** @param {{ folder: string, version: string, log: (text: string) => void }} request */
async function downloadRuntime({ folder, version, log }) {
  const note = { folder: runtimeCacheFolder(), version, now: Date.now() };
  const forced = (process.env['QUAY_RETRY_ELECTRON_DOWNLOAD'] ?? '') !== '';
  if (!forced && (await isKnownUnreachable(note))) {
    return undefined;
  }
  log(`Electron ${version}: trying the official download`);
  const { ELECTRON_SKIP_BINARY_DOWNLOAD: _unused, ...env } = process.env;
  const outcome = await runCommand(process.execPath, [join(folder, 'install.js')], {
    env,
    timeoutMs: DOWNLOAD_MS,
  });
  const found = outcome.code === 0 ? await installedRuntime(folder, version) : undefined;
  if (found === undefined) {
    log(`Electron ${version}: the official download is not reachable from here`);
    await rememberUnreachable(note);
  }
  return found;
}
