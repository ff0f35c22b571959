import { err, ok, type Result } from '../../shared/base/result';
import type { Action } from '../../shared/domain/actions/action';
import type { JournalEntry } from '../../shared/domain/journal-entry';
import type { DesktopBridge } from '../../shared/ipc/contract';
import type { IpcError } from '../../shared/ipc/messages';
import { applyDossiers, type ApplyFailure, type ApplyTarget, type StateMap } from './apply-dossiers';
import { groupEntries } from './journal-additions';
import { dateRulesKey } from './legal-dates-of';
import type { StoreState } from './local-db';
import { guardStore } from './open-stores';
import { recountDates } from './recount-dates';
import { useReference } from './reference.store';
import { applyUnitDays } from './unit-days';

/** Why the store could not follow the journal. */
export type CatchUpFailure = ApplyFailure | { readonly kind: 'tailFailed'; readonly error: IpcError };

/** How far the store is. */
export interface Progress {
  readonly appliedLine: number;
  readonly lastLine: number;
}

/** Lets the store follow the journal. Jobs run one after the other, in the order they were asked for. */
export interface JournalApplier {
  /** Applies every line after `appliedLine`. Own acts asked for meanwhile go in between its batches. */
  readonly catchUp: (onProgress?: (progress: Progress) => void) => Promise<Result<Progress, CatchUpFailure>>;
  /** Applies the acts of one own journal line at once, so that the screen shows them without a second trip to main. */
  readonly applyOwn: (line: number, actions: readonly Action[]) => Promise<Result<StateMap, ApplyFailure>>;
  /** Counts the dates of open dossiers anew if the rules are others than those they were counted by; how many moved. */
  readonly recount: () => Promise<Result<number, ApplyFailure>>;
  readonly state: () => StoreState;
  readonly saveState: (change: Partial<StoreState>) => Promise<Result<null, ApplyFailure>>;
  /** Writes down how far the store is, if own acts have moved it on since. */
  readonly keepPlace: () => Promise<Result<null, ApplyFailure>>;
}

const TAIL_LINES = 2000;
// During a rebuild several tails are joined, because a dossier's lines lie apart and each write costs a flush.
const BATCH_LINES = 8000;

type Tail = DesktopBridge['records']['tail'];

interface Batch {
  readonly entries: readonly JournalEntry[];
  /** Line up to which the store stands once these entries are applied. */
  readonly upTo: number;
  readonly lastLine: number;
}

async function readBatch(tail: Tail, afterLine: number): Promise<Result<Batch, CatchUpFailure>> {
  const entries: JournalEntry[] = [];
  let upTo = afterLine;
  for (;;) {
    const answer = await tail({ afterLine: upTo, limit: TAIL_LINES });
    if (!answer.ok) return err({ kind: 'tailFailed', error: answer.error });
    entries.push(...answer.value.entries);
    const { lastLine } = answer.value;
    const lastRead = answer.value.entries.at(-1)?.line;
    // Nothing more to read although the journal goes on: the rest are lines that could not be read, told by main.
    upTo = lastRead ?? lastLine;
    if (upTo >= lastLine || entries.length >= BATCH_LINES) return ok({ entries, upTo, lastLine });
  }
}

interface Run {
  readonly target: ApplyTarget;
  readonly tail: Tail;
  /** Where the store stands. */
  state: StoreState;
  /** Where it says it stands: behind after own acts, until the journal's next news. */
  savedLine: number;
}

async function saveState(run: Run, change: Partial<StoreState>): Promise<Result<null, ApplyFailure>> {
  const next = { ...run.state, ...change };
  const saved = await guardStore(() => run.target.stores.local.state.put(next));
  if (!saved.ok) return saved;
  run.state = next;
  run.savedLine = next.appliedLine;
  return ok(null);
}

/** Documents first, then the line: a crash in between only makes the same lines be applied once more. */
async function applyEntries(run: Run, entries: readonly JournalEntry[]): Promise<Result<StateMap, ApplyFailure>> {
  const additions = groupEntries(entries);
  const dossiers = await applyDossiers(run.target, additions.dossiers);
  if (!dossiers.ok) return dossiers;
  const unitDays = await applyUnitDays(run.target, additions.unitDays);
  return unitDays.ok ? dossiers : unitDays;
}

function moveOn(run: Run, appliedLine: number, states: StateMap): void {
  run.state = { ...run.state, appliedLine, witnessId: [...states.keys()].at(-1) ?? run.state.witnessId };
}

async function applyNextBatch(run: Run): Promise<Result<Progress, CatchUpFailure>> {
  const batch = await readBatch(run.tail, run.state.appliedLine);
  if (!batch.ok) return batch;
  const { entries, upTo, lastLine } = batch.value;
  if (upTo > run.state.appliedLine) {
    const states = await applyEntries(run, entries);
    if (!states.ok) return states;
    moveOn(run, upTo, states.value);
  }
  const kept = await keepPlace(run);
  return kept.ok ? ok({ appliedLine: run.state.appliedLine, lastLine }) : kept;
}

async function keepPlace(run: Run): Promise<Result<null, ApplyFailure>> {
  return run.savedLine < run.state.appliedLine ? saveState(run, {}) : ok(null);
}

async function recount(run: Run): Promise<Result<number, ApplyFailure>> {
  const key = dateRulesKey(useReference.getState());
  if (key === null || key === run.state.dateRules) return ok(0);
  const moved = await recountDates(run.target);
  if (!moved.ok) return moved;
  const saved = await saveState(run, { dateRules: key });
  return saved.ok ? moved : saved;
}

/** Runs async jobs one after the other. */
function createQueue(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const result = last.then(job);
    last = result.catch(() => undefined);
    return result;
  };
}

/** Makes the applier of an open store. */
export function createApplier(target: ApplyTarget, tail: Tail, initial: StoreState): JournalApplier {
  const run: Run = { target, tail, state: initial, savedLine: initial.appliedLine };
  const enqueue = createQueue();
  let waiting: Promise<Result<Progress, CatchUpFailure>> | undefined;

  const runToEnd = async (onProgress?: (progress: Progress) => void): Promise<Result<Progress, CatchUpFailure>> => {
    for (;;) {
      const progress = await enqueue(() => {
        waiting = undefined;
        return applyNextBatch(run);
      });
      if (!progress.ok) return progress;
      onProgress?.(progress.value);
      if (progress.value.appliedLine >= progress.value.lastLine) return progress;
    }
  };

  const applyOwn = async (line: number, actions: readonly Action[]): Promise<Result<StateMap, ApplyFailure>> => {
    const applied = await applyEntries(run, [{ line, body: { kind: 'actions', actions: [...actions] } }]);
    // The line number is not flushed by each act: main tells of its line as well, and that catching up does it.
    // Until then a crash only makes the line be applied once more, which changes nothing.
    if (applied.ok && run.state.appliedLine === line - 1) moveOn(run, line, applied.value);
    return applied;
  };

  return {
    // A request that has not begun yet will read everything there is: later ones share it.
    catchUp: (onProgress) => (waiting ??= runToEnd(onProgress)),
    applyOwn: (line, actions) => enqueue(() => applyOwn(line, actions)),
    recount: () => enqueue(() => recount(run)),
    state: () => run.state,
    saveState: (change) => enqueue(() => saveState(run, change)),
    keepPlace: () => enqueue(() => keepPlace(run)),
  };
}
