import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runAsProgram } from './program.mjs';
import { createProgress } from './progress.mjs';
import { findOfficialRuntime } from './runtime/official-download.mjs';
import { findPackagedRuntime } from './runtime/packaged-runtime.mjs';
import { describeRuntime } from './runtime/runtime-folder.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Finds a real Electron: the folder in `ELECTRON_OVERRIDE_DIST_PATH`, else the official release that
 * package.json names, else (Linux x64) the runtime inside an npm package. The result of a slow or
 * failed attempt is remembered, so that a later call takes milliseconds;
 * `QUAY_RETRY_ELECTRON_DOWNLOAD=1` tries the official download again within a day.
 *
 * @param {{ log?: (text: string) => void }} [options]
 * @returns {Promise<import('./runtime/runtime-folder.mjs').ElectronRuntime>}
 * @throws {Error} when no runtime can be had; the message says what to do
 */
export async function findElectronRuntime({ log = createProgress() } = {}) {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') {
    const found = await describeRuntime(resolve(override), 'override');
    if (found === undefined) {
      throw new Error(`ELECTRON_OVERRIDE_DIST_PATH holds no Electron: ${override}`);
    }
    return found;
  }
  const found = (await findOfficialRuntime({ root: ROOT, log })) ?? (await findPackagedRuntime({ log }));
  if (found === undefined) {
    throw new Error(
      'No Electron runtime: its official download is not reachable, and there is no other source ' +
        `for ${process.platform} ${process.arch}. Unpack an Electron release by hand and name its ` +
        'folder in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
  return found;
}

await runAsProgram(import.meta.url, async () => {
  process.stdout.write(`${JSON.stringify(await findElectronRuntime(), null, 2)}\n`);
});
