import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command.mjs';

/**
 * Runs a program without root's powers, as Chromium's sandbox wants it: as `nobody` with an empty home
 * folder of its own when we are root, otherwise as it is. The program and what it opens must be
 * readable to others; a checkout below root's home is not.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, timeoutMs?: number, show?: boolean }} [options]
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
export async function runAsOrdinaryUser(program, args, options = {}) {
  if (process.getuid?.() !== 0) {
    return runCommand(program, args, options);
  }
  const { uid, gid } = await nobody();
  const home = await mkdtemp(join(tmpdir(), 'ordinary-user-'));
  await chown(home, uid, gid);
  // Root's own XDG folders are closed to others.
  const personal = { HOME: home, XDG_RUNTIME_DIR: home, XDG_CACHE_HOME: undefined, XDG_CONFIG_HOME: undefined };
  const env = { ...process.env, ...options.env, ...personal };
  try {
    return await runCommand('setpriv', [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', program, ...args], {
      ...options,
      env,
    });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** @returns {Promise<{ uid: number, gid: number }>} */
async function nobody() {
  const { stdout } = await runCommand('getent', ['passwd', 'nobody']);
  const [, , uid, gid] = stdout.trim().split(':').map(Number);
  if (uid === undefined || gid === undefined) {
    throw new Error('this system has no user "nobody"');
  }
  return { uid, gid };
}
