import { runAsProgram } from './program.mjs';
import { createProgress } from './progress.mjs';
import { runCommand } from './run-command.mjs';

/** @typedef {'runtime' | 'display' | 'papers' | 'printing' | 'tests'} PackageGroup */

// `a|b`: the first name that the distribution knows (Debian 13 renamed the 64-bit-time libraries).
/** @type {Record<PackageGroup, readonly string[]>} */
const GROUPS = {
  runtime: ['libgtk-3-0t64|libgtk-3-0', 'libnss3', 'libasound2t64|libasound2', 'libgbm1', 'libxss1', 'libxtst6'],
  display: ['xvfb'],
  // Reads the papers that the headless main job leaves.
  papers: ['poppler-utils'],
  // A print system for the headless main job to print on.
  printing: ['cups', 'cups-client', 'cups-filters', 'printer-driver-cups-pdf'],
  tests: [
    'poppler-utils',
    'qpdf',
    'cups',
    'cups-client',
    'cups-filters',
    'printer-driver-cups-pdf',
    'iproute2',
    'sane-utils',
    'libsane1',
  ],
};
const APT = ['-o', 'DPkg::Lock::Timeout=400', '-q'];
const APT_MS = 20 * 60_000;

/**
 * Sees to it that the Debian packages of the named groups are installed: installs what is missing
 * as root, otherwise fails with the command to type. Other systems are left alone.
 *
 * @param {readonly PackageGroup[]} groups
 * @param {{ log?: (text: string) => void }} [options]
 * @returns {Promise<string[]>} the packages installed now
 * @throws {Error} when packages are missing and cannot be installed
 */
export async function ensureSystemPackages(groups, { log = createProgress() } = {}) {
  const wanted = groups.flatMap((group) => GROUPS[group]);
  const missing = await missingPackages(wanted);
  if (missing.length === 0) {
    return [];
  }
  if (process.getuid?.() !== 0) {
    throw new Error(`system packages are missing. Install them with:\n  ${commandFor(missing)}`);
  }
  let names = await knownNames(missing);
  if (names === undefined) {
    log('system packages: refreshing the package lists');
    await runApt(['update']);
    names = (await knownNames(missing)) ?? missing.map((entry) => lastName(entry));
  }
  log(`system packages: installing ${names.join(' ')}`);
  await installWithRetry(names);
  return names;
}

/** @param {readonly string[]} entries @returns {Promise<string[]>} none where dpkg is not in charge */
async function missingPackages(entries) {
  if (process.platform !== 'linux') {
    return [];
  }
  const names = entries.flatMap((entry) => entry.split('|'));
  const answer = await runCommand('dpkg-query', ['-W', '-f=${Package} ${Status}\n', ...names]);
  if (answer.code === 127) {
    return [];
  }
  const lines = answer.stdout.split('\n');
  const installed = new Set(lines.filter((line) => line.endsWith(' installed')).map((line) => line.split(' ')[0]));
  return entries.filter((entry) => !entry.split('|').some((name) => installed.has(name)));
}

/**
 * The installable name of each entry; `undefined` when the package lists do not know one of them.
 *
 * @param {readonly string[]} entries
 */
async function knownNames(entries) {
  const candidates = entries.flatMap((entry) => entry.split('|'));
  const { stdout } = await runCommand('apt-cache', ['policy', ...candidates], {
    env: { ...process.env, LC_ALL: 'C' },
  });
  const known = new Set(
    [...stdout.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (?!\(none\))/gm)].map((m) => m[1]),
  );
  const names = entries.flatMap((entry) => entry.split('|').find((name) => known.has(name)) ?? []);
  return names.length === entries.length ? names : undefined;
}

/** @param {readonly string[]} names */
async function installWithRetry(names) {
  const args = ['install', '-y', '--no-install-recommends', ...names];
  const first = await apt(args);
  if (first.code !== 0) {
    // Old package lists name files that the mirror no longer has.
    await runApt(['update']);
    await runApt(args);
  }
}

/** @param {readonly string[]} args */
async function runApt(args) {
  const { code, stderr } = await apt(args);
  if (code !== 0) {
    throw new Error(`apt-get ${args.join(' ')} failed (${code}):\n${stderr.trim()}`);
  }
}

/** @param {readonly string[]} args */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  return runCommand('apt-get', [...APT, ...args], { env, timeoutMs: APT_MS });
}

/** @param {readonly string[]} entries */
function commandFor(entries) {
  const names = entries.map((entry) => lastName(entry)).join(' ');
  return `sudo apt-get install -y --no-install-recommends ${names}`;
}

/** @param {string} entry */
function lastName(entry) {
  return entry.slice(entry.lastIndexOf('|') + 1);
}

/** @param {string} name @returns {name is PackageGroup} */
function isGroup(name) {
  return Object.hasOwn(GROUPS, name);
}

await runAsProgram(import.meta.url, async (args) => {
  const unknown = args.filter((name) => !isGroup(name));
  if (unknown.length > 0) {
    throw new Error(`unknown group ${unknown.join(', ')}; there are ${Object.keys(GROUPS).join(', ')}`);
  }
  await ensureSystemPackages((args.length > 0 ? args : Object.keys(GROUPS)).filter(isGroup));
});
