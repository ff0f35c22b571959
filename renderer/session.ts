import { ok, type Result } from '../shared/base/result';
import type { DesktopBridge } from '../shared/ipc/contract';
import type { IpcError, SessionStatus, UnlockedSession, UnlockError } from '../shared/ipc/messages';
import type { BootFailure } from './records/boot-records';
import type { OpenedRecords } from './records/open-records';
import { keepTyped, leaveSession, noteSessionStatus, useSession } from './session.store';
import { watchSync } from './sync/watch-sync';
import type { WorkParts } from './work';

/** What a session needs of its page. */
export interface PageSurroundings {
  readonly desktop: DesktopBridge;
  readonly now: () => number;
  readonly records?: WorkParts;
}

/** Why nobody could start to work. */
export type EnterError = UnlockError | IpcError | BootFailure;

/** Most of the program: not there before the lock screen is, and fetched while the password is typed. */
const fetchWork = () => import('./work');

/** Fetches ahead what somebody at work needs. */
export async function prepareWork(): Promise<void> {
  await fetchWork();
}

async function enter(page: PageSurroundings, unlocked: UnlockedSession): Promise<Result<OpenedRecords, EnterError>> {
  const { startWork } = await fetchWork();
  return startWork(page, unlocked);
}

/** Unlocks with the officer's password and opens the store. */
export async function unlock(
  page: PageSurroundings,
  secret: { readonly officerId: string; readonly password: string },
): Promise<Result<OpenedRecords, EnterError>> {
  const unlocked = await page.desktop.session.unlock(secret);
  return unlocked.ok ? enter(page, unlocked.value) : unlocked;
}

/** Unlocks again within the running session of main, or changes the officer. */
export async function unlockWithPin(
  page: PageSurroundings,
  secret: { readonly officerId: string; readonly pin: string },
): Promise<Result<OpenedRecords, EnterError>> {
  const unlocked = await page.desktop.session.unlockWithPin(secret);
  return unlocked.ok ? enter(page, unlocked.value) : unlocked;
}

/**
 * The screen is empty at once; what was typed is kept and the store closed behind it. Then main throws the page away: the
 * only sure way to leave nothing of the session in its memory, and main alone can do it in a new process.
 */
async function leave(page: PageSurroundings): Promise<void> {
  const kept = keepTyped();
  leaveSession();
  await kept;
  await (await fetchWork()).endWork();
  await page.desktop.session.left();
}

/** Asks main to lock. It waits for a running scan or print; then its word comes back as `sessionChanged`. */
export function lock(page: PageSurroundings): Promise<Result<null, IpcError>> {
  return page.desktop.session.lock();
}

/** Sets up the practice unit of the installer on a PC without data. */
export async function startPractice(page: PageSurroundings): Promise<Result<SessionStatus, IpcError>> {
  const started = await page.desktop.session.startPractice();
  if (started.ok) noteSessionStatus(started.value);
  return started;
}

/** Follows journal and rules from the moment somebody works; the returned function stops. */
function followWhileWorking(page: PageSurroundings): () => void {
  let isOver = false;
  let stop: (() => void) | undefined;
  const leaveStore = useSession.subscribe(({ phase }) => {
    if (phase !== 'unlocked') return;
    leaveStore();
    void fetchWork().then(({ followWork }) => {
      if (!isOver) stop = followWork(page);
    });
  });
  return () => {
    isOver = true;
    leaveStore();
    stop?.();
  };
}

/**
 * Connects the page with main, once, when it is loaded: session, sync status, and from the first unlocking on journal, rules
 * and the change of day. The returned function disconnects.
 */
export async function connectSession(page: PageSurroundings): Promise<Result<() => void, IpcError>> {
  const { desktop } = page;
  const stops = [
    desktop.on('sessionChanged', (status) => {
      const wasUnlocked = useSession.getState().phase === 'unlocked';
      // Main locked by itself: idle, suspended, or too many wrong PINs.
      if (wasUnlocked && status.phase !== 'unlocked') void leave(page);
      noteSessionStatus(status);
    }),
    watchSync(desktop),
    followWhileWorking(page),
  ];
  const stop = (): void => {
    for (const end of stops) end();
  };
  const status = await desktop.session.status();
  if (!status.ok) {
    stop();
    return status;
  }
  noteSessionStatus(status.value);
  return ok(stop);
}
