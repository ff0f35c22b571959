import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { checkoutRoot } from './electron-path';

const run = promisify(execFile);

/** The commit of the checkout, with a mark when files differ from it; `unknown` outside git. */
export async function findCommit(): Promise<string> {
  try {
    const { stdout: commit } = await run('git', ['rev-parse', 'HEAD'], { cwd: checkoutRoot });
    const { stdout: changes } = await run('git', ['status', '--porcelain'], { cwd: checkoutRoot });
    return changes === '' ? commit.trim() : `${commit.trim()} with changes`;
  } catch {
    // A source archive has no history.
    return 'unknown';
  }
}
