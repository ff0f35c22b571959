import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Lets a module be a program as well: runs `work` only when Node was started with that very file,
 * and turns a failure into its message and exit code 1.
 *
 * @param {string} moduleUrl `import.meta.url` of the caller
 * @param {(args: string[]) => Promise<void>} work
 */
export async function runAsProgram(moduleUrl, work) {
  const started = process.argv[1];
  if (started === undefined || realpathSync(started) !== fileURLToPath(moduleUrl)) {
    return;
  }
  try {
    await work(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

/**
 * The code of a failed system call, such as `ENOENT`.
 *
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function systemErrorCode(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
