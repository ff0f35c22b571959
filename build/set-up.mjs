import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureApp } from './build-app.mjs';
import { hasDisplay } from './display.mjs';
import { findElectronRuntime } from './electron-runtime.mjs';
import { checkNativeModules, ensureModules } from './installed-modules.mjs';
import { runAsProgram } from './program.mjs';
import { createProgress } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

// Everything imported above needs Node alone: this file runs before there are any dependencies.
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = '20.19';

/**
 * Makes a checkout ready to run: dependencies, system packages, Electron runtime, built app. What is
 * already there is left alone, so calling it again takes a second.
 *
 * @param {{ log?: (text: string) => void, display?: boolean, tests?: boolean }} [options]
 *   `display: false` does without a screen to show windows on; `tests` adds what only tests need
 * @returns {Promise<import('./runtime/runtime-folder.mjs').ElectronRuntime>} the runtime to start
 * @throws {Error} when a step fails; the message is fit to be shown and says what to do
 */
export async function setUp({ log = createProgress(), display = true, tests = false } = {}) {
  requireNode();
  await ensureModules({ root: ROOT, log });
  await checkNativeModules({ root: ROOT, log });
  /** @type {import('./system-packages.mjs').PackageGroup[]} */
  const groups = ['runtime'];
  if (display && !hasDisplay()) {
    groups.push('display');
  }
  if (tests) {
    groups.push('tests');
  }
  await ensureSystemPackages(groups, { log });
  const runtime = await findElectronRuntime({ log });
  await requireLibraries(runtime.path);
  await ensureApp({ root: ROOT, log });
  log(`ready: Electron ${runtime.version} (${runtime.origin})`);
  return runtime;
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE.split('.').map(Number);
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new Error(`Node ${OLDEST_NODE} or newer is needed; this is ${process.version}`);
  }
}

/**
 * On a system whose packages this project does not know, a missing library would otherwise show as an
 * Electron that ends without a window.
 *
 * @param {string} executable
 */
async function requireLibraries(executable) {
  if (process.platform !== 'linux') {
    return;
  }
  const { stdout } = await runCommand('ldd', [executable]);
  const missing = [...stdout.matchAll(/(\S+) => not found/g)].map((match) => match[1]);
  if (missing.length > 0) {
    throw new Error(`Electron needs system libraries that are missing: ${missing.join(', ')}`);
  }
}

await runAsProgram(import.meta.url, async (args) => {
  await setUp({ tests: args.includes('--tests') });
});
