import { ok, type Result } from '../shared/base/result';
import { toLocalDay } from '../shared/base/time';
import type { DesktopBridge } from '../shared/ipc/contract';
import type { IpcError, SessionStatus, UnlockedSession, UnlockError } from '../shared/ipc/messages';
import type { BootFailure } from './records/boot-records';
import { closeRecords, openRecords, type OpenedRecords, type OpenRecordsInput } from './records/open-records';
import { followReference, keepReference, loadReference } from './records/reference';
import { useReference } from './records/reference.store';
import { importRecordKeys } from './records/sealing';
import { enterSession, keepTyped, leaveSession, noteSessionStatus, useSession } from './session.store';
import { followJournalGrowth } from './sync/follow-journal';
import { refreshSync, watchSync } from './sync/watch-sync';

/** What a session needs of its page. */
export interface PageSurroundings {
  readonly desktop: DesktopBridge;
  readonly now: () => number;
  /** Parts of the store a test brings; the page brings none. */
  readonly records?: Omit<OpenRecordsInput, 'desktop' | 'keys'>;
}

/** Why nobody could start to work. */
export type EnterError = UnlockError | IpcError | BootFailure;

const DAY_CHECK_MS = 60_000;

async function enter(page: PageSurroundings, unlocked: UnlockedSession): Promise<Result<OpenedRecords, EnterError>> {
  const keys = await importRecordKeys(unlocked.keys);
  // Rules first: the dates of every dossier the store takes in are counted by them.
  await loadReference(page.desktop, toLocalDay(page.now()));
  const opened = await openRecords({ ...page.records, desktop: page.desktop, keys });
  if (!opened.ok) return opened;
  await keepReference();
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
  await closeRecords();
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

/**
 * Connects the page with main, once, when it is loaded: session, journal, sync status, rules and the change of day. The
 * returned function disconnects.
 */
export async function connectSession(page: PageSurroundings): Promise<Result<() => void, IpcError>> {
  const { desktop } = page;
  const today = (): string => toLocalDay(page.now());
  const stops = [
    desktop.on('sessionChanged', (status) => {
      const wasUnlocked = useSession.getState().phase === 'unlocked';
      // Main locked by itself: idle, suspended, or too many wrong PINs.
      if (wasUnlocked && status.phase !== 'unlocked') void leave(page);
      noteSessionStatus(status);
    }),
    followJournalGrowth(desktop),
    watchSync(desktop),
    followReference(desktop, today),
  ];
  const timer = setInterval(() => {
    const { day } = useReference.getState();
    if (day !== null && day !== today()) void loadReference(desktop, today());
  }, DAY_CHECK_MS);
  const stop = (): void => {
    clearInterval(timer);
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
