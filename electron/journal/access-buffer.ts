import type { JournalBody } from '../../shared/domain/journal-entry';

/** One view, print, export or unlock. */
export type AccessEntry = Extract<JournalBody, { kind: 'access' }>['entries'][number];

/** Collects accesses so that looking at ten dossiers costs one fsync, not ten. */
export interface AccessBuffer {
  readonly note: (entry: AccessEntry) => void;
  /** Takes everything collected; the caller gives back what could not be written. */
  readonly take: () => readonly AccessEntry[];
  readonly giveBack: (entries: readonly AccessEntry[]) => void;
}

/** Collected entries from which they are written at once. */
const FULL = 50;
/** Entries kept while the disk refuses them; beyond that the oldest give way, or memory would fill. */
const MOST = 5_000;

/** Makes a buffer. `later` runs the flush after a short while, `now` at once. */
export function createAccessBuffer(flush: { readonly later: () => void; readonly now: () => void }): AccessBuffer {
  let entries: AccessEntry[] = [];
  return {
    note: (entry) => {
      entries.push(entry);
      if (entries.length === 1) flush.later();
      if (entries.length >= FULL) flush.now();
    },
    take: () => {
      const taken = entries;
      entries = [];
      return taken;
    },
    giveBack: (returned) => {
      entries = [...returned, ...entries].slice(-MOST);
    },
  };
}
