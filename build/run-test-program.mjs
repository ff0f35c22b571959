import { join } from 'node:path';
import { withDisplay } from './display.mjs';
import { runCommand } from './run-command.mjs';
import { setUp } from './set-up.mjs';

const LONGEST_MS = 4 * 3_600_000;

/**
 * Runs a TypeScript program that drives the real app (a soak, a bench), with everything set up and a display.
 *
 * @param {{ root: string, file: string, args: readonly string[] }} request
 * @returns {Promise<number>} its exit code
 */
export async function runProgram({ root, file, args }) {
  const runtime = await setUp();
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const { code } = await withDisplay(({ env }) =>
    runCommand(process.execPath, [tsx, file, ...args], {
      cwd: root,
      show: true,
      timeoutMs: LONGEST_MS,
      env: { ...env, QMC_ELECTRON: runtime.path },
    }),
  );
  return code;
}
