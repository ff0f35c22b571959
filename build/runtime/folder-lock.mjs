import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { systemErrorCode } from '../program.mjs';

const STALE_AFTER_MS = 15 * 60_000;
const POLL_MS = 250;

/**
 * Runs `work` while this process alone holds the lock folder `path`; another process waits for its
 * turn. Losing the lock to a wrong guess about a dead owner must be harmless to `work`.
 *
 * @template T
 * @param {string} path its parent must exist
 * @param {() => Promise<T>} work
 * @param {{ waitMs?: number }} [options]
 * @returns {Promise<T>}
 */
export async function withFolderLock(path, work, { waitMs = STALE_AFTER_MS } = {}) {
  const until = Date.now() + waitMs;
  while (!(await tryLock(path))) {
    if (await isStale(path)) {
      await removeStale(path);
    } else if (Date.now() > until) {
      throw new Error(`another process has held ${path} for too long; delete it and try again`);
    } else {
      await delay(POLL_MS);
    }
  }
  try {
    return await work();
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

/** @param {string} path */
async function tryLock(path) {
  try {
    await mkdir(path);
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') {
      return false;
    }
    throw error;
  }
  await writeFile(join(path, 'owner'), `${hostname()} ${process.pid}`);
  return true;
}

/** @param {string} path */
async function isStale(path) {
  const age = await stat(path).then(
    (found) => Date.now() - found.mtimeMs,
    () => 0,
  );
  if (age > STALE_AFTER_MS) {
    return true;
  }
  const owner = await readFile(join(path, 'owner'), 'utf8').catch(() => '');
  const [host, pid] = owner.split(' ');
  return host === hostname() && pid !== undefined && !isRunning(Number(pid));
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemErrorCode(error) === 'EPERM';
  }
}

/** @param {string} path */
async function removeStale(path) {
  // Renamed first: of two processes that saw the dead owner only one may remove its lock.
  const aside = `${path}.stale-${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') {
      return;
    }
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}
