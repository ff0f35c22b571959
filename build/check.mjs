import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runAsProgram } from './program.mjs';
import { createProgress } from './progress.mjs';
import { runCommand } from './run-command.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PROJECTS = [
  'shared/tsconfig.json',
  'electron/tsconfig.json',
  'electron/tsconfig.exercised.json',
  'renderer/tsconfig.json',
  'server/tsconfig.json',
  'build/tsconfig.json',
  'tests/tsconfig.json',
];

/**
 * One check: what it is called and how it is run. A check passes only with code 0, and with no output at all where
 * `silent` says that its warnings count.
 *
 * @typedef {{ name: string, run: () => Promise<{ code: number, stdout: string, stderr: string }> }} Check
 */

/** @param {string} bin path below node_modules @param {readonly string[]} args */
const tool = (bin, args) => () =>
  runCommand(process.execPath, [join('node_modules', bin), ...args], { cwd: ROOT, timeoutMs: 400_000 });

/** @type {readonly Check[]} */
const CHECKS = [
  { name: 'format (prettier)', run: tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']) },
  ...PROJECTS.map((project) => ({
    name: `types (${project})`,
    run: tool('typescript/bin/tsc', ['-p', project]),
  })),
  {
    name: 'lint (eslint)',
    run: tool('eslint/bin/eslint.js', ['--max-warnings', '0', '--cache', '--cache-location', 'out/eslint-cache', '.']),
  },
  {
    name: 'import law (dependency-cruiser)',
    run: tool('dependency-cruiser/bin/dependency-cruise.mjs', [
      '--config',
      'build/dependency-rules.cjs',
      'shared',
      'electron',
      'renderer',
      'server',
    ]),
  },
  { name: 'dead code (knip)', run: tool('knip/bin/knip.js', ['--no-progress']) },
  { name: 'sizes (size-limit)', run: tool('size-limit/bin.js', []) },
  { name: 'lock file', run: checkLockFile },
  { name: 'licences', run: tool('../build/licences.mjs', ['--check']) },
];

/**
 * Runs every check and prints a line for each; a failing one shows its output.
 *
 * @param {(text: string) => void} log
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(log) {
  const count = { passed: 0, failed: 0 };
  for (const { name, run } of CHECKS) {
    const { code, stdout, stderr } = await run();
    if (code === 0) {
      count.passed += 1;
      log(`check ${name}: ok`);
    } else {
      count.failed += 1;
      log(`check ${name}: FAILED`);
      process.stdout.write(`${stdout}${stderr}\n`);
    }
  }
  return count;
}

/** The lock file must pin every package by its hash and name no host: each machine asks its own registry. */
async function checkLockFile() {
  const lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8'));
  /** @type {[string, { integrity?: string, resolved?: string, link?: boolean }][]} */
  const packages = Object.entries(lock.packages);
  const wrong = packages
    .filter(([path]) => path !== '')
    .filter(([, entry]) => entry.integrity === undefined || entry.resolved?.startsWith('http') === true)
    .map(([path]) => path);
  return { code: wrong.length === 0 ? 0 : 1, stdout: wrong.join('\n'), stderr: '' };
}

await runAsProgram(import.meta.url, async () => {
  const { passed, failed } = await runChecks(createProgress());
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
});
