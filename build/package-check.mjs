import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

// Only these folders of node_modules belong in the packaged app (see `files` in electron-builder.yml).
const ALLOWED_MODULES = new Set(['argon2', '@phc/format', 'node-gyp-build']);
/** @type {readonly (readonly [name: keyof typeof import('@electron/fuses').FuseV1Options, on: boolean])[]} */
const FUSES = [
  ['RunAsNode', false],
  ['EnableCookieEncryption', true],
  ['EnableNodeOptionsEnvironmentVariable', false],
  ['EnableNodeCliInspectArguments', false],
  ['OnlyLoadAppFromAsar', true],
  ['LoadBrowserProcessSpecificV8Snapshot', false],
  ['GrantFileProtocolExtraPrivileges', false],
];

/**
 * Looks into an unpacked app and names everything that must not be shipped so: a fuse in the wrong
 * state, a development default app, a foreign module, a missing part.
 *
 * @param {string} executable its path
 * @returns {Promise<string[]>} complaints; none when the app is as it should be
 */
export async function findPackageFaults(executable) {
  const folder = dirname(executable);
  const archive = join(folder, 'resources', 'app.asar');
  if (!existsSync(archive)) {
    return [`${archive} is missing`];
  }
  const faults = await findFuseFaults(executable);
  if (existsSync(join(folder, 'resources', 'default_app.asar'))) {
    faults.push('the default app of the development runtime is still there');
  }
  const { listPackage } = await import('@electron/asar');
  const files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  return [...faults, ...findForeignModules(files), ...findMissingParts(files)];
}

/** @param {string} executable */
async function findFuseFaults(executable) {
  const { FuseState, FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
  const wire = await getCurrentFuseWire(executable);
  return FUSES.filter(([name, on]) => wire[FuseV1Options[name]] !== (on ? FuseState.ENABLE : FuseState.DISABLE)).map(
    ([name, on]) => `the fuse ${name} must be ${on ? 'on' : 'off'}`,
  );
}

/** @param {readonly string[]} files */
function findForeignModules(files) {
  const names = files.map((path) => /^\/node_modules\/((?:@[^/]+\/)?[^/@]+)\//.exec(path)?.[1]);
  const foreign = new Set(names.filter((name) => name !== undefined && !ALLOWED_MODULES.has(name)));
  return [...foreign].map((name) => `the module ${name} does not belong in the app`);
}

/** @param {readonly string[]} files */
function findMissingParts(files) {
  const parts = [
    /^\/out\/app\/main\/main\.cjs$/,
    /^\/out\/app\/preload\/preload\.cjs$/,
    /^\/out\/app\/renderer\/index\.html$/,
    /^\/out\/app\/resources\/packages\/.+\.json$/,
    /^\/out\/app\/resources\/fonts\/Tinos_400Regular\.ttf$/,
    /^\/node_modules\/argon2\/prebuilds\/.+\.node$/,
  ];
  return parts.filter((part) => !files.some((path) => part.test(path))).map((part) => `no file matches ${part}`);
}
