import { type Result } from '../shared/base/result';
import { toLocalDay } from '../shared/base/time';
import type { UnlockedSession } from '../shared/ipc/messages';
import type { PageSurroundings } from './page-surroundings';
import type { BootFailure } from './records/boot-records';
import { catchUp, closeRecords, openRecords, type OpenedRecords } from './records/open-records';
import { keepReference, loadReference } from './records/reference';
import { useReference } from './records/reference.store';
import { importRecordKeys } from './records/sealing';

/**
 * What only somebody at work needs: the store and the rules. The lock screen is there before this module is, which is most of
 * the program.
 */

/** Opens rules and store with the keys of the session main has unlocked. */
export async function openWork(
  page: PageSurroundings,
  unlocked: UnlockedSession,
): Promise<Result<OpenedRecords, BootFailure>> {
  const keys = await importRecordKeys(unlocked.keys);
  // Rules first: the dates of every dossier the store takes in are counted by them.
  await loadReference(page.desktop, toLocalDay(page.now()));
  const opened = await openRecords({ ...page.records, desktop: page.desktop, keys });
  if (opened.ok) await keepReference();
  return opened;
}

/** Closes the store behind somebody who leaves. */
export function closeWork(): Promise<void> {
  return closeRecords();
}

/** Lets the store follow the journal: own acts, receipts and pulled acts all arrive there first. Failures are told by the records status. */
export async function followJournal(): Promise<void> {
  await catchUp();
}

/** Takes in new rules. */
export async function renewRules(page: PageSurroundings): Promise<void> {
  await loadReference(page.desktop, toLocalDay(page.now()));
}

/** Takes in the rules of a new day, once somebody works by those of another. */
export async function followDay(page: PageSurroundings): Promise<void> {
  const { day } = useReference.getState();
  if (day !== null && day !== toLocalDay(page.now())) await renewRules(page);
}
