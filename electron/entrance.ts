import { app, protocol, session as engineSessions, type BrowserWindow } from 'electron';
import { sayVi } from '../shared/text/message';
import { createProtocolHandler, type ProtocolPorts } from './app-protocol';
import type { AnswerCall } from './ipc/answer-call';
import { registerIpc } from './ipc/register';
import type { Launch } from './launch';
import { watchProcesses, type ProcessFaults } from './process-faults';
import { guardSession } from './security';
import { APP_SCHEME } from './security-policy';
import { loadPage, openWindow } from './window';

/** What the doors are answered from, once it is there. */
export interface Behind {
  readonly pages: ProtocolPorts['pages'];
  readonly previews: ProtocolPorts['previews'];
  readonly hasRoom: () => boolean;
  readonly answerCall: AnswerCall;
  /** The page fell over: its keys are gone. */
  readonly onPageGone: () => void;
}

/** The guarded window with its two doors: `app://` requests and calls. */
export interface Entrance {
  readonly window: BrowserWindow;
  /** Owner of falling processes, from the first moment there is one. */
  readonly faults: ProcessFaults;
  /** Fails when the page cannot be loaded. */
  readonly loaded: Promise<void>;
  /** Puts something behind the doors: calls that came before are answered now. */
  readonly join: (behind: Behind) => void;
  /** Takes the window away without ending the app: the start has failed, and that is still to be told. */
  readonly close: () => void;
}

/**
 * Opens the window before packages, keys and place are read: making a page takes the engine as long as reading them, and it
 * does so in another process. Until something stands behind the doors, calls wait, and nothing but the page's own files is
 * given out.
 */
export async function openEntrance(launch: Launch, now: () => number): Promise<Entrance> {
  await guardSession(engineSessions.defaultSession, { devTools: !app.isPackaged, log: launch.log });
  let behind: Behind | undefined;
  let tellJoined: (joined: Behind) => void = () => undefined;
  const joined = new Promise<Behind>((resolve) => {
    tellJoined = resolve;
  });
  protocol.handle(
    APP_SCHEME,
    createProtocolHandler({
      root: launch.files.page,
      pages: () => behind?.pages() ?? null,
      previews: { take: (id) => behind?.previews.take(id) },
      hasRoom: () => behind?.hasRoom() ?? false,
      now,
      log: launch.log,
      newRef: launch.newRef,
    }),
  );
  registerIpc(async (frame, name, input) => (await joined).answerCall(frame, name, input));
  const opened = openOneWindow(launch);
  const faults = watchProcesses({
    log: launch.log,
    newRef: launch.newRef,
    window: () => (opened.window.isDestroyed() ? undefined : opened.window),
    onPageGone: () => behind?.onPageGone(),
    monotonic: () => performance.now(),
  });
  return {
    ...opened,
    faults,
    join: (parts) => {
      behind = parts;
      tellJoined(parts);
    },
  };
}

function openOneWindow({ files }: Launch): Pick<Entrance, 'window' | 'loaded' | 'close'> {
  let hasFailed = false;
  app.on('window-all-closed', () => {
    if (!hasFailed) app.quit();
  });
  const window = openWindow({
    preload: files.preload,
    devTools: !app.isPackaged,
    icon: files.icon,
    title: sayVi({ key: 'shell.product' }),
  });
  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  const loaded = loadPage(window);
  // Whoever starts the app waits for it later; until then a fault is not nobody's.
  loaded.catch(() => undefined);
  return {
    window,
    loaded,
    close: () => {
      hasFailed = true;
      window.destroy();
    },
  };
}
