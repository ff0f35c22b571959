import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChecks } from './check.mjs';
import { withDisplay } from './display.mjs';
import { runAsProgram } from './program.mjs';
import { createProgress } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { setUp } from './set-up.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const RESULTS = join(ROOT, 'out', 'test-results');

/** @typedef {{ passed: number, failed: number, skipped: string[] }} Tally */

/**
 * Runs one vitest project and counts from its report. A run that ends without a report has failed once.
 *
 * @param {string} project
 * @returns {Promise<Tally>}
 */
async function runVitest(project) {
  const file = join(RESULTS, `${project}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await runCommand(process.execPath, [join('node_modules', 'vitest', 'vitest.mjs'), ...args], {
    cwd: ROOT,
    show: true,
    timeoutMs: 20 * 60_000,
  });
  const report = await readReport(file);
  if (report === undefined) {
    return { passed: 0, failed: 1, skipped: [] };
  }
  /** @type {{ name: string, assertionResults: { status: string, fullName: string }[] }[]} */
  const files = report.testResults;
  const skipped = files
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'skipped' || status === 'pending' || status === 'todo')
    .map(({ fullName }) => fullName);
  const failed = report.numFailedTests + (code !== 0 && report.numFailedTests === 0 ? 1 : 0);
  return { passed: report.numPassedTests, failed, skipped };
}

/**
 * Runs the suites that drive the real app, on a display of their own.
 *
 * @param {import('./runtime/runtime-folder.mjs').ElectronRuntime} runtime
 * @returns {Promise<Tally>}
 */
async function runEndToEnd(runtime) {
  const file = join(RESULTS, 'e2e.json');
  const { code } = await withDisplay(({ env }) =>
    runCommand(
      process.execPath,
      [join('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--config', 'tests/e2e/playwright.config.ts'],
      {
        cwd: ROOT,
        show: true,
        timeoutMs: 25 * 60_000,
        env: { ...env, QMC_ELECTRON: runtime.path, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
      },
    ),
  );
  const report = await readReport(file);
  if (report === undefined) {
    return { passed: 0, failed: 1, skipped: [] };
  }
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky;
  return {
    passed: expected,
    failed: failed + (code !== 0 && failed === 0 ? 1 : 0),
    skipped: Array.from({ length: skipped }, () => 'e2e'),
  };
}

/** @param {string} file */
async function readReport(file) {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

await runAsProgram(import.meta.url, async () => {
  const log = createProgress();
  const runtime = await setUp({ log, tests: true });
  await rm(RESULTS, { recursive: true, force: true });
  await mkdir(RESULTS, { recursive: true });
  const checks = await runChecks(log);
  log(`checks: ${checks.passed} passed, ${checks.failed} failed`);
  /** @type {Tally[]} */
  const tallies = [{ ...checks, skipped: [] }];
  for (const project of ['unit', 'integration']) {
    const tally = await runVitest(project);
    log(`${project}: ${tally.passed} passed, ${tally.failed} failed`);
    tallies.push(tally);
  }
  const endToEnd = await runEndToEnd(runtime);
  log(`e2e: ${endToEnd.passed} passed, ${endToEnd.failed} failed`);
  tallies.push(endToEnd);
  const sum = (/** @type {(tally: Tally) => number} */ pick) =>
    tallies.reduce((total, tally) => total + pick(tally), 0);
  const skipped = tallies.flatMap((tally) => tally.skipped);
  skipped.forEach((name) => log(`skipped: ${name}`));
  const failed = sum((tally) => tally.failed);
  const tail = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
  process.stdout.write(`${sum((tally) => tally.passed)} passed, ${failed} failed${tail}\n`);
  process.exitCode = failed === 0 ? 0 : 1;
});
