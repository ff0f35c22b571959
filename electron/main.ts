import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { app, dialog, Menu, protocol } from 'electron';
import { sayVi, type Message } from '../shared/text/message';
import { startApp } from './app';
import { makeDataFolder, resolveDataFolder } from './data-folder';
import { openEntrance } from './entrance';
import { createRefs } from './fault-ref';
import { lockFolder } from './folder-lock';
import { choosePeopleFolders, findAppFiles, type Launch } from './launch';
import { parseLaunchOptions, type LaunchOptions } from './launch-options';
import { findForbiddenSwitch } from './launch-switches';
import { createLog, describeError } from './log';
import { guardPages, setEngineSwitches } from './security';
import { APP_PRIVILEGES, APP_SCHEME } from './security-policy';
import { openStores } from './stores';
import { createSystemKeyStore } from './system-key-store';

const LOG_BYTES = 2 * 1024 * 1024;

/** Whatever stops the start is told where it can be seen: to a script on its error output, to a person in a window. */
function stopStart(message: Message, options: LaunchOptions | null): void {
  const sentence = sayVi(message);
  process.stderr.write(`${sentence}\n`);
  const isScripted = options === null || options.dataDir !== null || options.provision !== null;
  if (!isScripted) dialog.showErrorBox(sayVi({ key: 'shell.product' }), sentence);
  app.exit(2);
}

/** Everything that must be set before the engine is ready. Synchronous from the first line to the last. */
function prepare(options: LaunchOptions): Launch | undefined {
  const folder = resolveDataFolder(
    { platform: process.platform, homeFolder: homedir(), env: process.env },
    { practice: options.practice, override: options.dataDir },
  );
  makeDataFolder(folder);
  app.setPath('userData', folder.profile);
  app.setPath('sessionData', folder.profile);
  if (!app.requestSingleInstanceLock()) return undefined;
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: APP_PRIVILEGES }]);
  // Root on a test machine must say `--no-sandbox` or no process starts; enforcing the sandbox would undo that switch.
  // Nobody else can talk the app out of it.
  const isRootWithout = process.getuid?.() === 0 && app.commandLine.hasSwitch('no-sandbox');
  if (!isRootWithout) app.enableSandbox();
  setEngineSwitches();
  Menu.setApplicationMenu(null);
  const log = createLog({ folder: folder.log, maxBytes: LOG_BYTES, now: Date.now });
  guardPages(log);
  const people = choosePeopleFolders(options, app.getPath('documents'));
  return { options, folder, files: findAppFiles(import.meta.dirname), ...people, log, newRef: createRefs(randomBytes) };
}

async function start(launch: Launch): Promise<void> {
  await app.whenReady();
  const lock = await lockFolder(launch.folder.root, process.platform);
  if (!lock.ok) {
    stopStart({ key: 'machine.start.folderHeld' }, launch.options);
    return;
  }
  launch.log('started', { version: app.getVersion() });
  const ports = { launch, secretStore: createSystemKeyStore(process.platform), now: Date.now };
  const entrance = await openEntrance(launch, ports.now);
  const stores = await openStores(ports);
  if (!stores.ok) {
    entrance.close();
    stopStart(stores.error, launch.options);
    return;
  }
  // Whoever closed the window in the meantime does not want to come in any more.
  if (!entrance.window.isDestroyed()) await startApp(ports, stores.value, entrance);
}

function launchWith(options: LaunchOptions): void {
  // Asked before anything else happens, and of the installed app only: developers and tests look into their own build.
  const forbidden = app.isPackaged ? findForbiddenSwitch(process.argv, process.platform) : undefined;
  if (forbidden !== undefined) {
    stopStart({ key: 'machine.start.forbiddenSwitch', values: { option: forbidden } }, options);
    return;
  }
  const launch = prepare(options);
  if (launch === undefined) {
    app.exit(0);
    return;
  }
  start(launch).catch((error: unknown) => {
    const ref = launch.newRef();
    launch.log('startFailed', { ref, ...describeError(error) });
    stopStart({ key: 'machine.fault.ref', values: { ref } }, launch.options);
  });
}

const options = parseLaunchOptions(process.argv, process.cwd());
if (options.ok) launchWith(options.value);
else stopStart({ key: 'machine.start.badOption', values: { option: options.error.option } }, null);
