import { BehaviorSubject, Subject, type Observable } from 'rxjs';
import { err, ok, type Result } from '../../shared/base/result';
import type { DesktopBridge } from '../../shared/ipc/contract';
import type { ApplyFailure } from './apply-dossiers';
import type { CatchUpFailure, JournalApplier, Progress } from './apply-journal';
import { bootRecords, type BootedRecords, type BootFailure } from './boot-records';
import { closeStores, guardStore, type StorePlace, type Stores } from './open-stores';
import { createProjectionClient, type ProjectionClient, type ProjectionHost } from './projection-client';
import { feedProjection, keepSnapshot, openProjection, type FeedSource } from './projection-feed';
import { setRecordsStatus, useRecordsStatus } from './records-status.store';
import type { RecordKeys } from './sealing';

/** Everything a session of the store is made from. */
export interface SessionInput {
  readonly desktop: DesktopBridge;
  readonly keys: RecordKeys;
  readonly place: StorePlace;
  readonly startProjection: () => ProjectionHost;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** The open store as queries and commands use it. */
export interface LiveRecords {
  readonly desktop: DesktopBridge;
  readonly keys: RecordKeys;
  readonly stores: Stores;
  readonly applier: JournalApplier;
  readonly projection: ProjectionClient;
  /** Fires whenever search and counts may answer differently. */
  readonly projectionChanged: Observable<void>;
  /** False when the journal lost lines the store knows: nothing may be applied or recorded until somebody looked. */
  readonly follows: boolean;
}

/** From unlocking to locking. `live` is empty while the databases are being reopened. */
export interface RecordsSession {
  readonly input: SessionInput;
  readonly projection: ProjectionClient;
  readonly projectionChanged: Subject<void>;
  readonly live: BehaviorSubject<LiveRecords | undefined>;
  /** Settles when the projection holds the whole store. */
  fed: Promise<void>;
  snapshotLine: number;
  ended: boolean;
  ending: Promise<void> | undefined;
  recovering: boolean;
  rebuilds: number;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** A second unreadable value after a rebuild is no damage on disk: rebuilding again would not help. */
const MAX_REBUILDS = 1;
/** Fewer changed lines than this are read again faster than a snapshot is written while somebody waits for the lock. */
const SNAPSHOT_LINES = 500;

async function startProjection(session: RecordsSession, { stores, applier, answer }: BootedRecords): Promise<void> {
  const { generation } = answer;
  const { appliedLine } = applier.state();
  const source: FeedSource = {
    stores,
    client: session.projection,
    key: session.input.keys.records,
    generation,
    appliedLine,
  };
  const standsAt = await openProjection(source);
  if (!standsAt.ok) return;
  session.snapshotLine = standsAt.value;
  session.fed = feedProjection(source, standsAt.value).then((fed) => {
    if (!fed.ok || session.ended) return;
    setRecordsStatus({ searchReady: true });
    session.projectionChanged.next();
  });
}

async function boot(session: RecordsSession, distrust: boolean): Promise<Result<BootedRecords, BootFailure>> {
  const { desktop, keys, place } = session.input;
  const booted = await bootRecords({
    desktop,
    keys,
    place,
    distrust,
    onWritten: (rows) => {
      if (rows.length === 0) return;
      void session.projection.call('putRows', rows);
      session.projectionChanged.next();
    },
  });
  if (!booted.ok) return booted;
  const { stores, applier, answer } = booted.value;
  const follows = answer.verdict !== 'journalBehind';
  setRecordsStatus({
    phase: follows ? 'applying' : 'readOnly',
    damagedLines: answer.damagedLines,
    searchReady: false,
    failure: null,
  });
  await startProjection(session, booted.value);
  const { projection, projectionChanged } = session;
  session.live.next({ desktop, keys, stores, applier, projection, projectionChanged, follows });
  return booted;
}

async function finishRestoring(session: RecordsSession, { applier, projection }: LiveRecords): Promise<void> {
  if (!applier.state().restoring) return;
  await session.fed;
  const held = await projection.call('size', null);
  const online = await projection.call('summarise', [{ statuses: [1], channel: 'online' }]);
  const saved = await applier.saveState({ restoring: false });
  if (!saved.ok || !held.ok || session.ended) return;
  setRecordsStatus({ restored: held.value, restoredOnline: online.ok ? (online.value[0]?.dossiers ?? 0) : 0 });
}

async function refreshSnapshot(session: RecordsSession, live: LiveRecords): Promise<void> {
  const { appliedLine } = live.applier.state();
  if (appliedLine - session.snapshotLine < SNAPSHOT_LINES || !useRecordsStatus.getState().searchReady) return;
  const kept = await keepSnapshot({ stores: live.stores, client: live.projection }, appliedLine);
  if (kept.ok) session.snapshotLine = appliedLine;
}

/** Opens databases and projection. Nothing stays open when it fails. */
export async function startSession(
  input: SessionInput,
): Promise<Result<{ session: RecordsSession; booted: BootedRecords }, BootFailure>> {
  const session: RecordsSession = {
    input,
    projection: createProjectionClient(input.startProjection()),
    projectionChanged: new Subject(),
    live: new BehaviorSubject<LiveRecords | undefined>(undefined),
    fed: Promise.resolve(),
    snapshotLine: 0,
    ended: false,
    ending: undefined,
    recovering: false,
    rebuilds: 0,
  };
  const booted = await boot(session, false);
  if (booted.ok) return ok({ session, booted: booted.value });
  session.projection.close();
  setRecordsStatus({
    phase: 'failed',
    failure: booted.error.kind === 'storeFailed' ? booted.error.name : booted.error.kind,
  });
  return booted;
}

/** Applies what the journal has more than the store; reopens the store when it fails. */
export async function followJournal(session: RecordsSession): Promise<Result<Progress, CatchUpFailure>> {
  const live = session.live.value;
  if (live === undefined) return err({ kind: 'storeFailed', name: 'reopening' });
  const { appliedLine } = live.applier.state();
  if (!live.follows) return ok({ appliedLine, lastLine: appliedLine });
  const result = await live.applier.catchUp((progress) => {
    if (!session.ended) setRecordsStatus({ progress });
  });
  if (session.ended) return result;
  if (!result.ok) {
    reportFailure(session, result.error);
    return result;
  }
  setRecordsStatus({ phase: 'ready', progress: null, failure: null });
  await finishRestoring(session, live);
  await recountDates(session);
  await refreshSnapshot(session, live);
  return result;
}

/** Lets the dates in the store follow the rules the page holds. The officer works on meanwhile. */
export async function recountDates(session: RecordsSession): Promise<void> {
  const live = session.live.value;
  if (live?.follows !== true) return;
  const recounted = await live.applier.recount();
  // What moved lies in no snapshot any more.
  if (recounted.ok && recounted.value > 0) session.snapshotLine = Number.NEGATIVE_INFINITY;
  if (!recounted.ok && !session.ended) reportFailure(session, recounted.error);
}

/** Tells that the store failed; it is reopened in the background until it follows the journal again. */
export function reportFailure(session: RecordsSession, failure: CatchUpFailure | ApplyFailure): void {
  if (session.ended || session.recovering) return;
  if (failure.kind === 'tailFailed') {
    // Main did not answer: nothing is wrong with the store, the next line that comes tries again.
    setRecordsStatus({ phase: 'behind', failure: failure.error.kind });
    return;
  }
  session.recovering = true;
  setRecordsStatus({ phase: 'behind', failure: failure.kind === 'storeFailed' ? failure.name : failure.kind });
  void recover(session, failure.kind === 'sealDamaged');
}

async function recover(session: RecordsSession, rebuild: boolean): Promise<void> {
  if (rebuild) session.rebuilds += 1;
  if (session.rebuilds > MAX_REBUILDS) {
    setRecordsStatus({ phase: 'failed', failure: 'sealDamaged' });
    return;
  }
  const broken = session.live.value;
  session.live.next(undefined);
  if (broken !== undefined) await guardStore(() => closeStores(broken.stores));
  for (let wait = FIRST_WAIT_MS; !session.ended; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    await session.input.wait(wait);
    if (isEnded(session)) return;
    const booted = await boot(session, rebuild);
    if (booted.ok) break;
    setRecordsStatus({ failure: booted.error.kind === 'storeFailed' ? booted.error.name : booted.error.kind });
  }
  session.recovering = false;
  if (isEnded(session)) await closeLive(session);
  else await followJournal(session);
}

/** Read anew: the session may end during any wait. */
function isEnded(session: RecordsSession): boolean {
  return session.ended;
}

async function closeLive(session: RecordsSession): Promise<void> {
  const live = session.live.value;
  session.live.next(undefined);
  if (live !== undefined) await guardStore(() => closeStores(live.stores));
}

async function close(session: RecordsSession): Promise<void> {
  const live = session.live.value;
  if (live?.follows === true) {
    await live.applier.keepPlace();
    await refreshSnapshot(session, live);
  }
  session.projection.close();
  await closeLive(session);
  session.live.complete();
}

/** Keeps a snapshot if it is worth it and closes everything; asked again, it waits for the same end. */
export function endSession(session: RecordsSession): Promise<void> {
  session.ended = true;
  session.ending ??= close(session);
  return session.ending;
}
