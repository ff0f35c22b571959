import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

const DAY_MS = 86_400_000;

/**
 * The per-user folder that keeps prepared runtimes, shared by all checkouts of one user.
 * For root it is below `/var/cache`: root's home is closed to others, and the security suite starts
 * the same runtime as an ordinary user.
 *
 * @param {{ env?: NodeJS.ProcessEnv, uid?: number, platform?: string }} [machine]
 * @returns {string}
 */
export function runtimeCacheFolder(machine = {}) {
  const { env = process.env, uid = process.getuid?.(), platform = process.platform } = machine;
  const base = env['XDG_CACHE_HOME'];
  if (base !== undefined && base !== '') {
    return join(base, 'quay-mot-cua', 'electron');
  }
  if (platform === 'win32' && env['LOCALAPPDATA'] !== undefined) {
    return join(env['LOCALAPPDATA'], 'quay-mot-cua', 'cache', 'electron');
  }
  const home = uid === 0 ? '/var/cache' : join(homedir(), '.cache');
  return join(home, 'quay-mot-cua', 'electron');
}

/**
 * Whether the official download failed here within the last day; asking again at every start would
 * cost its time-out each time.
 *
 * @param {{ folder: string, version: string, now: number }} request
 * @returns {Promise<boolean>}
 */
export async function isKnownUnreachable({ folder, version, now }) {
  const text = await readFile(notePath(folder, version), 'utf8').catch(() => '0');
  const age = now - Number(text);
  return age >= 0 && age < DAY_MS;
}

/**
 * Remembers that the official download failed at `now` (milliseconds since 1970).
 *
 * @param {{ folder: string, version: string, now: number }} note
 */
export async function rememberUnreachable({ folder, version, now }) {
  await mkdir(folder, { recursive: true });
  const path = notePath(folder, version);
  await writeFile(`${path}.${process.pid}`, String(now));
  await rename(`${path}.${process.pid}`, path);
}

/** @param {string} folder @param {string} version */
function notePath(folder, version) {
  return join(folder, `official-${version}.unreachable`);
}
