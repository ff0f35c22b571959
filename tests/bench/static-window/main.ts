import { join } from 'node:path';
import { app, protocol, session } from 'electron';
import { createProtocolHandler } from '../../../electron/app-protocol';
import { createPreviews } from '../../../electron/previews';
import { guardSession, setEngineSwitches } from '../../../electron/security';
import { APP_PRIVILEGES, APP_SCHEME } from '../../../electron/security-policy';
import { loadPage, openWindow } from '../../../electron/window';

// The least an app of this kind can do: one window that paints a static page through the app's own protocol handler.
const files = join(import.meta.dirname, '..');
const [data = ''] = process.argv
  .filter((argument) => argument.startsWith('--data-dir='))
  .map((argument) => argument.slice(11));
const log = (): void => undefined;
app.setPath('userData', data);
// As the app does: enforcing the sandbox would undo the switch that root must give.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: APP_PRIVILEGES }]);
setEngineSwitches();

async function start(): Promise<void> {
  await app.whenReady();
  await guardSession(session.defaultSession, { devTools: true, log });
  const handle = createProtocolHandler({
    root: join(files, 'page'),
    pages: () => null,
    previews: createPreviews(1),
    hasRoom: () => false,
    now: Date.now,
    log,
    newRef: () => '',
  });
  protocol.handle(APP_SCHEME, handle);
  const window = openWindow({ preload: join(files, 'preload/preload.cjs'), devTools: true, icon: '', title: 'static' });
  await loadPage(window);
}

void start();
