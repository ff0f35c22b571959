import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemErrorCode } from './program.mjs';
import { npmProgram, runCommand } from './run-command.mjs';

const INSTALL_MS = 20 * 60_000;

/**
 * Brings node_modules in line with package-lock.json. No install script of a package runs: the only
 * module that has a useful one, argon2, carries ready binaries, which `checkNativeModules` tries.
 *
 * @param {{ root: string, log: (text: string) => void }} request
 * @returns {Promise<boolean>} whether anything had to be installed
 * @throws {Error} when npm fails
 */
export async function ensureModules({ root, log }) {
  if (await isInstalled(root)) {
    return false;
  }
  log('dependencies: npm ci (package-lock.json is new or has changed)');
  const { program, leading } = npmProgram();
  const { code, stderr } = await runCommand(
    program,
    [...leading, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      env: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
      timeoutMs: INSTALL_MS,
    },
  );
  if (code !== 0) {
    const [complaint = ''] = stderr.split(/^npm error (?:Clean install|A complete log)/m);
    throw new Error(`npm ci failed (${code}):\n${complaint.trim()}`);
  }
  return true;
}

/** @param {string} root */
async function isInstalled(root) {
  const [wanted, present] = await Promise.all([
    readPackages(join(root, 'package-lock.json')),
    readPackages(join(root, 'node_modules', '.package-lock.json')),
  ]);
  return wanted !== undefined && present !== undefined && matchesLock(wanted, present);
}

/**
 * Compares the packages of the lock file with npm's own record of what it installed. A tree made by
 * hand with `npm install` counts as well, and a tree of an older lock does not.
 *
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, peer?: boolean }} LockedPackage
 * @param {Record<string, LockedPackage>} wanted
 * @param {Record<string, LockedPackage>} present
 * @returns {boolean}
 */
export function matchesLock(wanted, present) {
  return Object.entries(wanted).every(([path, entry]) => {
    const found = present[path];
    // The binaries for other systems are optional and were left out.
    return found === undefined
      ? path === '' || entry.optional === true || entry.peer === true
      : found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** @param {string} path */
async function readPackages(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8')).packages;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/**
 * Tries the ready-made argon2 binary and compiles it here when it does not fit this machine.
 *
 * @param {{ root: string, log: (text: string) => void }} request
 * @throws {Error} when neither works
 */
export async function checkNativeModules({ root, log }) {
  if (await canHash(root)) {
    return;
  }
  log('dependencies: compiling argon2, its ready binaries do not fit this machine');
  const { program, leading } = npmProgram();
  const built = await runCommand(program, [...leading, 'rebuild', 'argon2', '--foreground-scripts'], {
    cwd: root,
    timeoutMs: INSTALL_MS,
  });
  if (!(await canHash(root))) {
    throw new Error(`argon2 cannot be used on this machine:\n${built.stderr.trim()}`);
  }
}

/** @param {string} root */
async function canHash(root) {
  const script =
    "require('argon2').hash('x', { memoryCost: 64, timeCost: 2, parallelism: 1 }).catch(() => process.exit(1))";
  return (await runCommand(process.execPath, ['-e', script], { cwd: root })).code === 0;
}
