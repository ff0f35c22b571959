import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runCommand } from './run-command.mjs';

const INPUTS = ['electron', 'renderer', 'shared', 'build/packages', 'build/icons'];
const INPUT_FILES = ['build/app-resources.mjs', 'electron.vite.config.ts', 'package-lock.json', 'package.json'];
const NOT_BUILT = /\.test\.tsx?$|(^|\/)tsconfig[^/]*\.json$/;
const BUILD_MS = 10 * 60_000;

/**
 * Builds the app into `out/app` unless it was built from exactly these sources before.
 *
 * @param {{ root: string, log: (text: string) => void }} request
 * @returns {Promise<boolean>} whether it was built now
 * @throws {Error} when the bundler fails; the message holds its output
 */
export async function ensureApp({ root, log }) {
  const stamp = join(root, 'out', 'app', 'built-from');
  const sources = await fingerprint(root);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === sources) {
    return false;
  }
  log('app: building');
  const bundler = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const args = [bundler, 'build', '--logLevel', 'warn'];
  const built = await runCommand(process.execPath, args, { cwd: root, timeoutMs: BUILD_MS });
  if (built.code !== 0) {
    throw new Error(`the app cannot be built:\n${built.stdout}${built.stderr}`);
  }
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, sources);
  return true;
}

/** @param {string} root @returns {Promise<string>} */
async function fingerprint(root) {
  const folders = await Promise.all(INPUTS.map((folder) => listFiles(root, folder)));
  const hash = createHash('sha256');
  for (const file of [...INPUT_FILES, ...folders.flat().sort()]) {
    hash.update(`${file}\0`).update(await readFile(join(root, file)));
  }
  return hash.digest('hex');
}

/** @param {string} root @param {string} folder @returns {Promise<string[]>} */
async function listFiles(root, folder) {
  const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !NOT_BUILT.test(path));
}
