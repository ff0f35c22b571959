import { err, ok, type Result } from '../shared/base/result';
import type { IpcError, SessionStatus, UnlockedSession, UnlockError } from '../shared/ipc/messages';
import type { PageSurroundings } from './page-surroundings';
import type { BootFailure } from './records/boot-records';
import type { OpenedRecords } from './records/open-records';
import {
  beginEntering,
  endEntering,
  enterSession,
  keepTyped,
  leaveSession,
  noteSessionStatus,
  useSession,
} from './session.store';
import { refreshSync, watchSync } from './sync/watch-sync';
import type * as WorkModule from './work';

/** Why nobody could start to work. `programDamaged`: a file of the installed program is missing. */
export type EnterError = UnlockError | IpcError | BootFailure | { readonly kind: 'programDamaged' };

type Work = typeof WorkModule;

const DAY_CHECK_MS = 60_000;

/** Most of the program: not there before the lock screen is, and fetched while the password is typed. */
async function fetchWork(): Promise<Result<Work, { readonly kind: 'programDamaged' }>> {
  try {
    return ok(await import('./work'));
  } catch {
    // The page's own files are all there is to fail: whoever unlocks is told.
    return err({ kind: 'programDamaged' });
  }
}

/** Fetches ahead what somebody at work needs. What is missing is told when it is needed. */
export async function prepareWork(): Promise<void> {
  await fetchWork();
}

async function enter(page: PageSurroundings, unlocked: UnlockedSession): Promise<Result<OpenedRecords, EnterError>> {
  beginEntering();
  const work = await fetchWork();
  const opened = work.ok ? await work.value.openWork(page, unlocked) : work;
  const { isEntering } = useSession.getState();
  endEntering();
  if (!isEntering) {
    // Main locked in the meantime; the page is about to be thrown away.
    if (work.ok) await work.value.closeWork();
    return err({ kind: 'locked' });
  }
  if (!opened.ok) return opened;
  const { officer, unit, counter, deviceId, practice } = unlocked;
  enterSession({ officer, unit, counter, deviceId, practice });
  void refreshSync(page.desktop);
  return opened;
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
  const work = await fetchWork();
  if (work.ok) await work.value.closeWork();
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

/** Follows journal, rules and the change of day; the returned function stops. */
function followWork(page: PageSurroundings): () => void {
  const { desktop } = page;
  const tell = (what: (work: Work) => Promise<void>) => (): void => {
    void fetchWork().then((work) => (work.ok ? what(work.value) : undefined));
  };
  const stops = [
    desktop.on(
      'journalGrew',
      tell((work) => work.followJournal()),
    ),
    desktop.on(
      'referenceChanged',
      tell((work) => work.renewRules(page)),
    ),
  ];
  const timer = setInterval(
    tell((work) => work.followDay(page)),
    DAY_CHECK_MS,
  );
  return () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}

/**
 * Connects the page with main, once, when it is loaded: session, journal, sync status, rules and the change of day. The
 * returned function disconnects.
 */
export async function connectSession(page: PageSurroundings): Promise<Result<() => void, IpcError>> {
  const { desktop } = page;
  const stops = [
    desktop.on('sessionChanged', (status) => {
      const { phase, isEntering } = useSession.getState();
      // Main locked by itself: idle, suspended, or too many wrong PINs; perhaps while the store was being opened.
      if ((phase === 'unlocked' || isEntering) && status.phase !== 'unlocked') void leave(page);
      noteSessionStatus(status);
    }),
    watchSync(desktop),
    followWork(page),
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
