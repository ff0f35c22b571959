import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPackageFaults } from './package-check.mjs';
import { runAsProgram } from './program.mjs';
import { createProgress } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { setUp } from './set-up.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const BUILD_MS = 20 * 60_000;
const EXECUTABLES = new Map([
  ['linux', join('linux-unpacked', 'quay-mot-cua')],
  ['win32', join('win-unpacked', 'QuayMotCua.exe')],
]);

/**
 * Builds the app for this machine's system into `dist/`: unpacked by default, or the targets named
 * on the command line (`deb`, `nsis`), and checks what was built.
 * Without the shipped release at hand the prepared runtime is packaged in its place, and that is said.
 *
 * @param {readonly string[]} targets
 */
async function packageApp(targets) {
  const log = createProgress();
  const executable = EXECUTABLES.get(process.platform);
  if (executable === undefined) {
    throw new Error(`packages are built on Linux and Windows, not on ${process.platform}`);
  }
  const runtime = await setUp({ log, display: false });
  const { devDependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  if (runtime.version !== devDependencies.electron) {
    log(`package: with Electron ${runtime.version}; releases ship ${devDependencies.electron}`);
  }
  await build(targets, runtime);
  const path = join(ROOT, 'dist', executable);
  const faults = await findPackageFaults(path);
  if (faults.length > 0) {
    throw new Error(`the package is not fit to ship:\n  ${faults.join('\n  ')}`);
  }
  log(`package: checked, ${path}`);
}

/**
 * @param {readonly string[]} targets
 * @param {import('./runtime/runtime-folder.mjs').ElectronRuntime} runtime
 */
async function build(targets, { version, dist }) {
  const builder = join(ROOT, 'node_modules', 'electron-builder', 'cli.js');
  const system = process.platform === 'win32' ? '--win' : '--linux';
  const runtime = [`-c.electronVersion=${version}`, `-c.electronDist=${dist}`];
  const args = [builder, system, ...targets, '--publish', 'never', ...runtime];
  const built = await runCommand(process.execPath, args, { cwd: ROOT, timeoutMs: BUILD_MS });
  if (built.code !== 0) {
    throw new Error(`electron-builder failed (${built.code}):\n${built.stdout}${built.stderr}`);
  }
}

await runAsProgram(import.meta.url, (args) => packageApp(args.length > 0 ? args : ['dir']));
