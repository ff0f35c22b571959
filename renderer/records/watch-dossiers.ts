import { auditTime, concatMap, EMPTY, exhaustMap, interval, merge, Observable, startWith, switchMap } from 'rxjs';
import { err, ok, type Result } from '../../shared/base/result';
import type { Instant } from '../../shared/base/time';
import type { CalendarEntry } from '../../shared/domain/calendar-rows';
import type { LatePeriod } from '../../shared/domain/late-lists';
import { findRecords, watchRecords, type LiveRecords, type RecordsClosed } from './open-records';
import { guardStore, type StoreFailure } from './open-stores';
import type { ProjectionFailure } from './projection-client';
import { MAX_CHANGES, readChanges, readPage, toStored, type FeedFailure } from './projection-feed';
import type { StoredDossier } from './projection-protocol';
import type { SimulatedMoves, WatchReport, WatchStart } from './watch-table';

/** What the leader's screens know: how far reading has come, or the report with the instant it was made. */
export type Watched =
  | { readonly phase: 'reading'; readonly read: number }
  | { readonly phase: 'ready'; readonly report: WatchReport; readonly madeAt: Instant }
  | { readonly phase: 'failed' };

/** What is watched under which rules. */
export interface WatchInput extends WatchStart {
  readonly period: LatePeriod;
  readonly now: () => Instant;
}

/** Small slices: the worker answers searches in between. */
const SLICE = 50;
/** Acts of a burst are read together. */
const SETTLE_MS = 1_000;
const MINUTE_MS = 60_000;

interface Reading {
  readonly live: LiveRecords;
  readonly input: WatchInput;
  readonly onRead: (read: number) => void;
  readonly isGone: () => boolean;
  /** A tick of the clock: where nothing moved, nothing is told. */
  readonly isTick: boolean;
}

async function send(
  { live, input, onRead, isGone }: Reading,
  docs: readonly StoredDossier[],
  before = 0,
): Promise<Result<null, ProjectionFailure>> {
  for (let start = 0; start < docs.length && !isGone(); start += SLICE) {
    const slice = docs.slice(start, start + SLICE);
    const sent = await live.projection.call('watchStored', { docs: slice, now: input.now() });
    if (!sent.ok) return sent;
    onRead(before + start + slice.length);
  }
  return ok(null);
}

/** Answers how many dossiers were looked at. */
async function sendAll(reading: Reading): Promise<Result<number, FeedFailure>> {
  let afterId = '';
  let read = 0;
  while (!reading.isGone()) {
    const page = await guardStore(() => readPage(reading.live.stores, afterId));
    if (!page.ok) return page;
    const sent = await send(reading, page.value, read);
    if (!sent.ok) return sent;
    read += page.value.length;
    const last = page.value.at(-1);
    if (last === undefined) return ok(read);
    afterId = last.id;
  }
  return ok(read);
}

async function sendChanges(reading: Reading, since: number): Promise<Result<number, FeedFailure>> {
  const { live, input } = reading;
  const changes = await guardStore(() => readChanges(live.stores, since));
  if (!changes.ok) return changes;
  if (changes.value.length >= MAX_CHANGES) return sendAll(reading);
  const stale = await live.projection.call('watchStale', { now: input.now() });
  if (!stale.ok) return stale;
  const aged = await readStored(live, stale.value);
  if (!aged.ok) return aged;
  const moved = [...changes.value, ...aged.value];
  const sent = await send(reading, moved);
  return sent.ok ? ok(moved.length) : sent;
}

async function readStored(live: LiveRecords, ids: readonly string[]): Promise<Result<StoredDossier[], StoreFailure>> {
  if (ids.length === 0) return ok([]);
  const found = await guardStore(() => live.stores.dossiers.findByIds([...ids]).exec());
  return found.ok ? ok([...found.value.values()].map(toStored)) : found;
}

/** Null: nothing has moved since the last report. */
async function read(reading: Reading): Promise<Result<Watched | null, FeedFailure>> {
  const { live, input } = reading;
  const { key, reference, packages, ownUnits, period } = input;
  // Addresses decide nothing here, and are large.
  const rules = packages.filter((pack) => pack.kind !== 'addresses');
  const since = await live.projection.call('watchOpen', { key, reference, packages: rules, ownUnits });
  if (!since.ok) return since;
  // Read before the dossiers are: what changes meanwhile is read again.
  const line = live.applier.state().appliedLine;
  const sent = since.value === 0 ? await sendAll(reading) : await sendChanges(reading, since.value);
  if (!sent.ok) return sent;
  if (reading.isGone() || (reading.isTick && since.value > 0 && sent.value === 0)) return ok(null);
  const madeAt = input.now();
  const report = await live.projection.call('watchReport', { period, line });
  return report.ok ? ok({ phase: 'ready', report: report.value, madeAt }) : report;
}

/** One reading; what it has come to on the way, then its result. Ends early when nobody listens any more. */
function readOnce(live: LiveRecords, input: WatchInput, isTick: boolean): Observable<Watched> {
  return new Observable((subscriber) => {
    const onRead = (done: number): void => {
      subscriber.next({ phase: 'reading', read: done });
    };
    void read({ live, input, onRead, isGone: () => subscriber.closed, isTick }).then((result) => {
      // The next tick tries again; what is shown stays true of its time.
      const told: Watched | null = result.ok ? result.value : isTick ? null : { phase: 'failed' };
      if (told !== null) subscriber.next(told);
      subscriber.complete();
    });
  });
}

/**
 * The leader's lists, again whenever dossiers changed, and every minute for what time alone moves. The first reading goes
 * over every dossier, slice by slice in the worker; later ones only over what changed.
 */
export function watchDossiers(input: WatchInput): Observable<Watched> {
  return watchRecords().pipe(
    switchMap((live) => {
      if (live === undefined) return EMPTY;
      const changes = live.projectionChanged.pipe(auditTime(SETTLE_MS), startWith(undefined));
      return merge(
        changes.pipe(concatMap(() => readOnce(live, input, false))),
        interval(MINUTE_MS).pipe(exhaustMap(() => readOnce(live, input, true))),
      );
    }),
  );
}

/** Which open dossiers would move if these days were off too. Nothing is changed. */
export function simulateDaysOff(
  days: readonly CalendarEntry[],
): Promise<Result<SimulatedMoves, ProjectionFailure | RecordsClosed>> {
  const live = findRecords();
  return live === undefined
    ? Promise.resolve(err({ kind: 'recordsClosed' }))
    : live.projection.call('watchSimulate', days);
}
