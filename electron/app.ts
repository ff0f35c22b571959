import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';
import { buildUuidV7 } from '../shared/base/ids';
import type { LocalDay } from '../shared/base/time';
import { getDesk, openDesk } from './desk';
import { buildDeskPorts, type Send } from './desk-ports';
import { watchDesktop } from './desktop';
import { hasRoomForPages, startDiskGuard } from './disk/disk-guard';
import type { Behind, Entrance } from './entrance';
import { createAnswerCall } from './ipc/answer-call';
import { buildHandlers } from './ipc/handlers/build-handlers';
import { sendEvent } from './ipc/register';
import { createMachines } from './machines';
import type { Parts } from './parts';
import { createPreviews } from './previews';
import type { ProcessFaults } from './process-faults';
import { findStanding, type Standing } from './place';
import { APP_ORIGIN } from './security-policy';
import { createSession, type Session } from './session';
import { todayOf, type Stores, type StoresPorts } from './stores';
import { reloadInNewProcess } from './window';

const PREVIEWS_HELD = 4;

/** The window and its owner of faults, and the session of this process once it is there: parts made before it ask through this. */
interface Held {
  readonly window: BrowserWindow;
  readonly faults: ProcessFaults;
  session: Session | undefined;
}

/** Joins all parts behind the entrance and lets the officer in. */
export async function startApp(storesPorts: StoresPorts, stores: Stores, entrance: Entrance): Promise<void> {
  const held: Held = { window: entrance.window, faults: entrance.faults, session: undefined };
  const parts = await joinParts(storesPorts, stores, held);
  // Closed in the meantime: nothing was opened yet, and the app is on its way out.
  if (held.window.isDestroyed()) return;
  watchDesktop(parts, { now: storesPorts.now, window: held.window });
  entrance.join(standBehind(parts, storesPorts, held));
  await entrance.loaded;
}

function createSend(held: Held): Send {
  return (name, data) => {
    if (!held.window.isDestroyed()) sendEvent(held.window.webContents, name, data);
  };
}

function standingOf({ reference, place }: Stores, day: LocalDay): Standing | undefined {
  return findStanding(reference.reference(day).units, place.find(), day);
}

async function joinParts(storesPorts: StoresPorts, stores: Stores, held: Held): Promise<Parts> {
  const { launch, now } = storesPorts;
  const send = createSend(held);
  const { faults } = held;
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
    place: stores.place,
    reference: stores.reference,
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
    standing: () => standingOf(stores, todayOf(now)),
    openDesk: (dataKey) => openDesk(deskPorts, dataKey),
    isBusy: () => machines.runs.isRunning() || machines.papers.isPrinting(),
    wait: (ms) => wait(ms),
    reloadPage: () => {
      previews.clear();
      void reloadInNewProcess(held.window);
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

/** What answers the requests and calls of the page: nothing of a dossier unless somebody is signed in. */
function standBehind(parts: Parts, storesPorts: StoresPorts, held: Held): Behind {
  const { launch, session, guard, previews } = parts;
  return {
    pages: () => (session.signedIn() === null ? null : (session.desk()?.pages ?? null)),
    previews,
    hasRoom: () => hasRoomForPages(guard.room()),
    onPageGone: session.notePageGone,
    answerCall: createAnswerCall({
      handlers: buildHandlers(parts, storesPorts, createSend(held)),
      mainFrame: () => (held.window.isDestroyed() ? undefined : held.window.webContents.mainFrame),
      ownOrigin: APP_ORIGIN,
      isUnlocked: () => session.signedIn() !== null,
      monotonic: () => performance.now(),
      log: launch.log,
      newRef: launch.newRef,
    }),
  };
}

function newId(now: () => number): string {
  return buildUuidV7(now(), randomBytes(10));
}
