import { type Result } from '../shared/base/result';
import { toLocalDay } from '../shared/base/time';
import type { UnlockedSession } from '../shared/ipc/messages';
import type { BootFailure } from './records/boot-records';
import { catchUp, closeRecords, openRecords, type OpenedRecords, type OpenRecordsInput } from './records/open-records';
import { followReference, keepReference, loadReference } from './records/reference';
import { useReference } from './records/reference.store';
import { importRecordKeys } from './records/sealing';
import type { PageSurroundings } from './session';
import { enterSession } from './session.store';
import { followJournalGrowth } from './sync/follow-journal';
import { refreshSync } from './sync/watch-sync';

/**
 * What only somebody at work needs: the store and the rules. The lock screen is there before this module is, which is most of
 * the program.
 */

/** Parts of the store a test brings; the page brings none. */
export type WorkParts = Omit<OpenRecordsInput, 'desktop' | 'keys'>;

const DAY_CHECK_MS = 60_000;

/** Opens rules and store with the keys of the session main has unlocked, and lets the officer in. */
export async function startWork(
  page: PageSurroundings,
  unlocked: UnlockedSession,
): Promise<Result<OpenedRecords, BootFailure>> {
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

/** Closes the store behind somebody who leaves. */
export function endWork(): Promise<void> {
  return closeRecords();
}

/** Follows journal, rules and the change of day while somebody works. The returned function stops. */
export function followWork(page: PageSurroundings): () => void {
  const { desktop } = page;
  const today = (): string => toLocalDay(page.now());
  const stops = [followJournalGrowth(desktop), followReference(desktop, today)];
  const timer = setInterval(() => {
    const { day } = useReference.getState();
    if (day !== null && day !== today()) void loadReference(desktop, today());
  }, DAY_CHECK_MS);
  // What the journal took in between the store's opening and now told nobody.
  void catchUp();
  return () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}
