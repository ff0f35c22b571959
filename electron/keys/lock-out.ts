import { z } from 'zod';
import { ok, type Result } from '../../shared/base/result';
import { instantSchema, type Instant } from '../../shared/base/time';
import { openCheckedFile, type CheckedFileError } from './checked-file';

/** Wrong passwords before the first waiting time. */
export const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;

const stateSchema = z.object({
  /** Wrong tries in a row, by officer. */
  wrong: z.record(z.string(), z.int().min(0)),
  /** The waiting time under way: its length and the wall clock at its start. */
  wait: z.object({ ms: z.int().min(0), from: instantSchema }).nullable(),
});
type LockOutState = z.infer<typeof stateSchema>;

/** Counts wrong passwords and makes everybody wait. Every change is on disk before it is answered. */
export interface LockOut {
  /** End of the waiting time by the wall clock, null when one may try. */
  readonly blockedUntil: () => Instant | null;
  /** Notes a try before it is judged: whoever kills the app in the middle has used it up. Answers what is left. */
  readonly noteTry: (officerId: string) => Promise<{ readonly triesLeft: number; readonly until: Instant | null }>;
  /** The secret was right: the officer's count starts anew. */
  readonly noteSuccess: (officerId: string) => Promise<void>;
}

/** Length of the wait after the n-th wrong try: none before the fifth, then 30 s doubling up to 15 min. */
export function waitAfter(wrongTries: number): number {
  if (wrongTries < FREE_TRIES) return 0;
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(20, wrongTries - FREE_TRIES));
}

/**
 * Opens the lock-out of a data folder. A wait goes on after a restart. While the process lives it is measured by the
 * monotonic clock alone; after a restart by the wall clock, which when set back starts the wait again.
 */
export async function openLockOut(options: {
  readonly folder: string;
  readonly now: () => Instant;
  /** Milliseconds of a clock nobody can set. */
  readonly monotonic: () => number;
}): Promise<Result<LockOut, CheckedFileError>> {
  // A damaged count must not keep people from their work for ever; they wait once, as long as the longest wait.
  const ifDamaged: LockOutState = { wrong: {}, wait: { ms: LONGEST_WAIT_MS, from: options.now() } };
  const file = await openCheckedFile({
    folder: options.folder,
    name: 'lock-out',
    format: 1,
    schema: stateSchema,
    ifDamaged,
  });
  if (!file.ok) return file;
  const { save } = file.value;
  let state: LockOutState = file.value.content ?? { wrong: {}, wait: null };
  let endsAt = options.monotonic() + remainingAtStart(state, options.now());

  const blockedUntil = (): Instant | null => {
    const left = endsAt - options.monotonic();
    return left > 0 ? options.now() + Math.ceil(left) : null;
  };
  const keep = async (next: LockOutState): Promise<void> => {
    state = next;
    await save(next);
  };
  if (state.wait !== null && options.now() < state.wait.from) {
    await keep({ ...state, wait: { ...state.wait, from: options.now() } });
  }

  return ok({
    blockedUntil,
    noteTry: async (officerId) => {
      const wrong = (state.wrong[officerId] ?? 0) + 1;
      const ms = waitAfter(wrong);
      if (ms > 0) endsAt = options.monotonic() + ms;
      await keep({
        wrong: { ...state.wrong, [officerId]: wrong },
        wait: ms > 0 ? { ms, from: options.now() } : state.wait,
      });
      return { triesLeft: Math.max(0, FREE_TRIES - wrong), until: blockedUntil() };
    },
    noteSuccess: async (officerId) => {
      endsAt = options.monotonic();
      const others = Object.entries(state.wrong).filter(([id]) => id !== officerId);
      await keep({ wrong: Object.fromEntries(others), wait: null });
    },
  });
}

function remainingAtStart(state: LockOutState, now: Instant): number {
  if (state.wait === null) return 0;
  const passed = Math.max(0, now - state.wait.from);
  return Math.max(0, state.wait.ms - passed);
}
