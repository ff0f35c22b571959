import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withDemoServer } from './demo-server.mjs';

/**
 * Opens the app at a practice counter whose province is a demo server on this machine, and ends with it. Everything lies
 * in one folder and is still there at the next start; deleting the folder begins anew.
 *
 * @param {{ root: string, runtime: import('./runtime/runtime-folder.mjs').ElectronRuntime, log: (text: string) => void }} request
 * @returns {Promise<number>} exit code of the app
 */
export async function openDemo({ root, runtime, log }) {
  const folder = join(root, 'out', 'demo');
  const place = Object.fromEntries(['app', 'server', 'exports', 'scan'].map((name) => [name, join(folder, name)]));
  await mkdir(folder, { recursive: true });
  // The app remembers the address of its province, so the server comes back at the same one.
  const portFile = join(folder, 'port');
  const known = Number((await readFile(portFile, 'utf8').catch(() => '0')).trim());
  return withDemoServer({ root, dataDir: place['server'] ?? '', port: known }, async ({ url, port }) => {
    await writeFile(portFile, String(port));
    const provision = join(folder, 'provision.json');
    await writeFile(provision, JSON.stringify(describeCounter(url), null, 2));
    log(`demo server: ${url}`);
    log(`the app is open; papers go to ${place['exports']}, pages are taken from ${place['scan']}`);
    const options = [
      `--data-dir=${place['app']}`,
      `--provision=${provision}`,
      `--exports-dir=${place['exports']}`,
      `--scan-folder=${place['scan']}`,
    ];
    return runApp(runtime.path, [root, ...options]);
  });
}

/** A practice counter; its officers come with the app. @param {string} serverUrl */
function describeCounter(serverUrl) {
  return {
    unitId: 'H41.26',
    counterId: 'quay-1',
    deviceName: 'Máy thực hành Quầy 1',
    practice: true,
    serverUrl,
    enrolCode: 'DEMO-QUAY-1',
  };
}

/** On a bare X server, without the buses of a desktop, the engine would log one error per bus it looks for. */
function quietSwitches() {
  const isBare = process.platform === 'linux' && !existsSync('/run/dbus/system_bus_socket');
  return isBare ? ['--log-level=3'] : [];
}

/**
 * Stays until the window is closed; a signal to this program closes it too.
 *
 * @param {string} program @param {readonly string[]} args
 */
async function runApp(program, args) {
  // Chromium refuses its sandbox to root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = spawn(program, [...sandbox, ...quietSwitches(), ...args], {
    stdio: 'inherit',
    detached: process.platform !== 'win32',
  });
  // Only the app itself: it closes its journal and ends its own helpers in order.
  const close = () => app.kill('SIGTERM');
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  signals.forEach((signal) => process.on(signal, close));
  try {
    const [code] = await once(app, 'exit');
    return typeof code === 'number' ? code : 0;
  } finally {
    signals.forEach((signal) => process.off(signal, close));
  }
}
