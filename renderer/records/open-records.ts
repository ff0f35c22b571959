import { BehaviorSubject, of, switchMap, type Observable } from 'rxjs';
import { err, ok, type Result } from '../../shared/base/result';
import type { DesktopBridge } from '../../shared/ipc/contract';
import type { HandshakeAnswer } from '../../shared/ipc/messages';
import type { ApplyFailure } from './apply-dossiers';
import type { CatchUpFailure, Progress } from './apply-journal';
import type { BootFailure } from './boot-records';
import { startProjectionWorker } from './projection-client';
import {
  endSession,
  followJournal,
  recountDates,
  reportFailure,
  startSession,
  type LiveRecords,
  type RecordsSession,
  type SessionInput,
} from './records-session';
import { resetRecordsStatus, setRecordsStatus } from './records-status.store';

export type { LiveRecords } from './records-session';

/** What unlocking hands over; the rest is the page's own unless a test brings its own. */
export type OpenRecordsInput = Pick<SessionInput, 'desktop' | 'keys'> & Partial<SessionInput>;

/** The store is open; `caughtUp` settles when it holds the whole journal. */
export interface OpenedRecords {
  readonly verdict: HandshakeAnswer['verdict'];
  readonly damagedLines: number;
  readonly caughtUp: Promise<Result<Progress, CatchUpFailure>>;
}

/** Nothing is open: locked, not unlocked yet, or being reopened after a failure. */
export interface RecordsClosed {
  readonly kind: 'recordsClosed';
}

/** The one handle of the open store. */
const handle = new BehaviorSubject<RecordsSession | undefined>(undefined);

/** The page's own databases. The name is frozen with the origin: another one would hide everything. */
function pagePlace(): SessionInput['place'] {
  return { name: 'quay-mot-cua', indexedDb: { indexedDB, IDBKeyRange } };
}

function pageWait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Opens the store after unlocking: handshake with the journal, rebuild if it was wiped, then the lines it lacks. Comes
 * back as soon as work is possible; `caughtUp` and the records status tell the rest.
 */
export async function openRecords(input: OpenRecordsInput): Promise<Result<OpenedRecords, BootFailure>> {
  await closeRecords();
  setRecordsStatus({ phase: 'opening' });
  const started = await startSession({
    desktop: input.desktop,
    keys: input.keys,
    place: input.place ?? pagePlace(),
    startProjection: input.startProjection ?? startProjectionWorker,
    wait: input.wait ?? pageWait,
  });
  if (!started.ok) return started;
  const { session, booted } = started.value;
  handle.next(session);
  return ok({
    verdict: booted.answer.verdict,
    damagedLines: booted.answer.damagedLines,
    caughtUp: followJournal(session),
  });
}

/** Closes the store before locking. Nothing of a dossier stays in the page's data. */
export async function closeRecords(): Promise<void> {
  const session = handle.value;
  if (session === undefined) return;
  await endSession(session);
  // Of several who asked for it the first one clears up; a session opened meanwhile is not touched.
  if (handle.value !== session) return;
  handle.next(undefined);
  resetRecordsStatus();
}

/** Applies what the journal has more than the store. Called whenever the journal grew. */
export async function catchUp(): Promise<Result<Progress, CatchUpFailure | RecordsClosed>> {
  const session = handle.value;
  return session === undefined ? err({ kind: 'recordsClosed' }) : followJournal(session);
}

/** Counts dates anew after the rules changed. Without an open store the next one does it by itself. */
export async function recountOpenDates(): Promise<void> {
  const session = handle.value;
  if (session !== undefined) await recountDates(session);
}

/** The open store; `undefined` when there is none. */
export function findRecords(): LiveRecords | undefined {
  return handle.value?.live.value;
}

/** The bridge of the running session, also while its databases are being reopened. */
export function findSessionDesktop(): DesktopBridge | undefined {
  return handle.value?.input.desktop;
}

/** The open store, again after each reopening: live queries hang on it. */
export function watchRecords(): Observable<LiveRecords | undefined> {
  return handle.pipe(switchMap((session) => (session === undefined ? of(undefined) : session.live)));
}

/** Tells that the store failed in a reader's or writer's hands. */
export function reportStoreFailure(failure: ApplyFailure): void {
  if (handle.value !== undefined) reportFailure(handle.value, failure);
}
