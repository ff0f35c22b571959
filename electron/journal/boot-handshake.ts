import type { HandshakeAnswer } from '../../shared/ipc/messages';

/** What the page's store says of itself; `generation` null when it is empty or new. */
export interface StoreClaim {
  readonly generation: string | null;
  readonly appliedLine: number;
}

/** What main knows of the journal. */
export interface JournalClaim {
  readonly generation: string;
  readonly lastLine: number;
  readonly damagedLines: number;
  /** The journal holds something a store would show. */
  readonly hasContent: boolean;
  /** Records were kept in this folder before, whether or not they are there now. */
  readonly used: boolean;
}

/**
 * Tells a wiped store from a first run, and a lost journal from both.
 * A store that knows more than the journal stays as it is, read-only: it may be the only copy.
 */
export function decideHandshake(store: StoreClaim, journal: JournalClaim): HandshakeAnswer {
  const { generation, lastLine, damagedLines } = journal;
  return { verdict: decideVerdict(store, journal), generation, lastLine, damagedLines };
}

function decideVerdict(store: StoreClaim, journal: JournalClaim): HandshakeAnswer['verdict'] {
  const holdsRecords = store.generation !== null && store.appliedLine > 0;
  if (!journal.hasContent && journal.used) return 'journalBehind';
  if (store.generation === journal.generation) return store.appliedLine > journal.lastLine ? 'journalBehind' : 'ready';
  if (journal.hasContent) return 'wiped';
  return holdsRecords ? 'journalBehind' : 'firstRun';
}
