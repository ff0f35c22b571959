import { app, type Event, type Session, type WebContents } from 'electron';
import type { Log } from './log';
import { APP_ORIGIN, DEAD_PROXY, ENGINE_SWITCHES, isOwnPage, isOwnUrl, isPermitted } from './security-policy';

/** Sets the switches of the engine; only before `ready`. */
export function setEngineSwitches(): void {
  for (const [name, value] of ENGINE_SWITCHES) {
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
}

/**
 * Guards every page this process will ever make: no navigation, window, web view, dialog for certificates or devices.
 * Registered on `web-contents-created`, so a window made in any other way is guarded too.
 */
export function guardPages(log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    guardPage(contents, log);
  });
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
  // Unhandled, the first certificate that fits would be sent.
  app.on('select-client-certificate', (event, _contents, _url, _list, callback) => {
    event.preventDefault();
    callback();
  });
  app.on('login', (event, _contents, _details, _auth, callback) => {
    event.preventDefault();
    callback();
  });
}

function guardPage(contents: WebContents, log: Log): void {
  const stop = (reason: string) => (event: { readonly preventDefault: () => void }) => {
    event.preventDefault();
    log('pageStopped', { reason });
  };
  const stopForeign = (reason: string) => (details: Event<{ url: string }>) => {
    if (!isOwnPage(details.url)) stop(reason)(details);
  };
  contents.on('will-navigate', stopForeign('navigation'));
  contents.on('will-frame-navigate', stopForeign('frameNavigation'));
  contents.on('will-redirect', stopForeign('redirect'));
  contents.on('will-attach-webview', stop('webview'));
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    stop('bluetooth')(event);
    callback('');
  });
  contents.setWindowOpenHandler(() => {
    log('pageStopped', { reason: 'window' });
    return { action: 'deny' };
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Closes a session: permissions, devices, downloads, and every request that is not answered by this process. */
export async function guardSession(
  session: Session,
  options: { readonly devTools: boolean; readonly log: Log },
): Promise<void> {
  guardPermissions(session);
  session.webRequest.onBeforeRequest((details, callback) => {
    const isOwn = isOwnUrl(details.url, options.devTools);
    if (!isOwn) options.log('requestStopped', { reason: details.resourceType });
    callback({ cancel: !isOwn });
  });
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  // -2: refuse. The page's session never speaks TLS.
  session.setCertificateVerifyProc((_request, callback) => {
    callback(-2);
  });
  session.setSpellCheckerEnabled(false);
  await session.setProxy(DEAD_PROXY);
}

function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, callback, details) => {
    const isOurs = details.isMainFrame && isOwnPage(details.requestingUrl) && isOwnPage(contents.getURL());
    callback(isOurs && isPermitted(permission, APP_ORIGIN));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => isPermitted(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, callback) => {
    callback({ confirmed: false });
  });
  session.setDisplayMediaRequestHandler((_request, callback) => {
    callback({});
  });
  session.on('select-hid-device', (event, _details, callback) => {
    event.preventDefault();
    callback();
  });
  session.on('select-usb-device', (event, _details, callback) => {
    event.preventDefault();
    callback();
  });
  session.on('select-serial-port', (event, _ports, _contents, callback) => {
    event.preventDefault();
    callback('');
  });
}
