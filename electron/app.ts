import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { app, protocol, session as engineSessions, type BrowserWindow } from 'electron';
import { buildUuidV7 } from '../shared/base/ids';
import { createProtocolHandler } from './app-protocol';
import { getDesk, openDesk } from './desk';
import { buildDeskPorts, type Send } from './desk-ports';
import { openDesktop } from './desktop';
import { hasRoomForPages, startDiskGuard } from './disk/disk-guard';
import { createAnswerCall } from './ipc/answer-call';
import { buildHandlers } from './ipc/handlers/build-handlers';
import { registerIpc, sendEvent } from './ipc/register';
import type { Launch } from './launch';
import { createMachines } from './machines';
import type { Parts } from './parts';
import { createPreviews } from './previews';
import { watchProcesses, type ProcessFaults } from './process-faults';
import { guardSession } from './security';
import { APP_ORIGIN, APP_SCHEME } from './security-policy';
import { createSession, type Session } from './session';
import { todayOf, type Stores, type StoresPorts } from './stores';
import { reloadInNewProcess } from './window';

const PREVIEWS_HELD = 4;

/** The one window and the session of this process, once they are there: parts made before them ask through this. */
interface Held {
  window: BrowserWindow | undefined;
  session: Session | undefined;
}

/** Joins all parts, opens the window and lets the officer in. Runs once, after the engine is ready. */
export async function startApp(storesPorts: StoresPorts, stores: Stores): Promise<void> {
  const held: Held = { window: undefined, session: undefined };
  const parts = await joinParts(storesPorts, stores, held);
  await openProtocol(parts, storesPorts.now);
  openDoor(parts, storesPorts, held);
  await openDesktop(parts, {
    now: storesPorts.now,
    onWindow: (window) => {
      held.window = window;
    },
  });
}

function createSend(held: Held): Send {
  return (name, data) => {
    if (held.window !== undefined && !held.window.isDestroyed()) sendEvent(held.window.webContents, name, data);
  };
}

function watchFaults({ log, newRef }: Launch, held: Held): ProcessFaults {
  return watchProcesses({
    log,
    newRef,
    window: () => held.window,
    onPageGone: () => held.session?.notePageGone(),
    monotonic: () => performance.now(),
  });
}

async function joinParts(storesPorts: StoresPorts, stores: Stores, held: Held): Promise<Parts> {
  const { launch, now } = storesPorts;
  const send = createSend(held);
  const faults = watchFaults(launch, held);
  const guard = await startDiskGuard({
    folder: launch.folder.root,
    onChange: () => {
      const desk = held.session?.desk();
      if (desk && held.session?.signedIn()) send('syncChanged', desk.sync.status());
    },
    onFault: (error) => faults.report('diskNotMeasured', error),
  });
  const previews = createPreviews(PREVIEWS_HELD);
  const machines = createMachines({
    launch,
    desk: () => getDesk(held.session?.desk()),
    previews,
    hasRoomForPages: () => hasRoomForPages(guard.room()),
    onLanded: (target, page) => {
      send('pageLanded', { ...target, page });
    },
    onPrintJob: (news) => {
      send('printJobChanged', news);
    },
    newId: () => newId(now),
    now,
  });
  const deskPorts = buildDeskPorts({
    launch,
    stores,
    guard,
    faults,
    now,
    newId: () => newId(now),
    session: () => held.session,
    send,
  });
  const session = createSession({
    vault: stores.vault,
    place: stores.place.find,
    units: () => stores.reference.reference(todayOf(now)).units,
    openDesk: (dataKey) => openDesk(deskPorts, dataKey),
    isBusy: () => machines.runs.isRunning() || machines.receipts.isPrinting(),
    wait: (ms) => wait(ms),
    reloadPage: () => {
      previews.clear();
      if (held.window !== undefined) void reloadInNewProcess(held.window);
    },
    onChange: (status) => {
      send('sessionChanged', status);
    },
  });
  held.session = session;
  stores.reference.onChange((kinds) => {
    send('referenceChanged', { kinds });
  });
  return { launch, stores, guard, previews, session, machines };
}

async function openProtocol(parts: Parts, now: () => number): Promise<void> {
  const { launch, session, guard, previews } = parts;
  await guardSession(engineSessions.defaultSession, { devTools: !app.isPackaged, log: launch.log });
  const handle = createProtocolHandler({
    root: launch.files.page,
    pages: () => (session.signedIn() === null ? null : (session.desk()?.pages ?? null)),
    previews,
    hasRoom: () => hasRoomForPages(guard.room()),
    now,
    log: launch.log,
    newRef: launch.newRef,
  });
  protocol.handle(APP_SCHEME, handle);
}

/** Opens the one door between page and main. */
function openDoor(parts: Parts, storesPorts: StoresPorts, held: Held): void {
  const { launch, session } = parts;
  registerIpc(
    createAnswerCall({
      handlers: buildHandlers(parts, storesPorts),
      mainFrame: () => held.window?.webContents.mainFrame,
      ownOrigin: APP_ORIGIN,
      isUnlocked: () => session.signedIn() !== null,
      monotonic: () => performance.now(),
      log: launch.log,
      newRef: launch.newRef,
    }),
  );
}

function newId(now: () => number): string {
  return buildUuidV7(now(), randomBytes(10));
}
