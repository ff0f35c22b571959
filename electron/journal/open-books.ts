import { ok, type Result } from '../../shared/base/result';
import type { Instant } from '../../shared/base/time';
import type { HandshakeAnswer } from '../../shared/ipc/messages';
import { createAppendDoor, type AppendDoor, type DoorPorts } from './append-door';
import { decideHandshake, type StoreClaim } from './boot-handshake';
import { openGeneration, type GenerationError, type GenerationFile } from './generation-file';
import { openJournal, type Journal, type JournalOpenError, type JournalOptions } from './journal';
import { codeOf } from './system-error';
import { createJournalIndex, type JournalIndex } from './journal-index';
import { createTrustedClock, type TrustedClock } from './trusted-clock';

/** Everything that keeps records of a device, opened and joined. */
export interface Books {
  readonly journal: Journal;
  readonly index: JournalIndex;
  readonly clock: TrustedClock;
  readonly door: AppendDoor;
  readonly handshake: (store: StoreClaim) => HandshakeAnswer;
  /** Writes what is still collected and closes the journal. */
  readonly close: () => Promise<void>;
}

/** What opening the books needs. */
export interface BooksOptions extends Pick<
  DoorPorts,
  'ids' | 'reference' | 'session' | 'device' | 'reportFault' | 'later'
> {
  /** Folder of the generation file. */
  readonly dataFolder: string;
  readonly journal: Omit<JournalOptions, 'onEntry'>;
  readonly wall: () => Instant;
  /** Milliseconds of a clock nobody can set. */
  readonly monotonic: () => number;
}

/** Opens generation, journal and index, and the door in front of them. */
export async function openBooks(options: BooksOptions): Promise<Result<Books, GenerationError | JournalOpenError>> {
  const generation = await openGeneration({
    folder: options.dataFolder,
    newId: () => options.ids.next(options.wall()),
  });
  if (!generation.ok) return generation;
  const index = createJournalIndex({ deviceId: options.device.deviceId, readLines: (lines) => readLines(lines) });
  const opened = await openJournal({ ...options.journal, onEntry: index.apply });
  if (!opened.ok) return opened;
  const journal = opened.value;
  const { readLines } = journal;
  index.noteGaps(journal.damage().gaps);
  const clock = createTrustedClock({
    wall: options.wall,
    monotonic: options.monotonic,
    lastKnownTime: index.lastKnownTime,
  });
  const door = createAppendDoor({ ...options, journal, index, clock });
  const used = keepMarked({ index, generation: generation.value, reportFault: options.reportFault });
  used.check();
  door.onGrow(used.check);
  return ok({
    journal,
    index,
    clock,
    door,
    handshake: (store) =>
      decideHandshake(store, {
        generation: generation.value.generation,
        lastLine: journal.head().line,
        damagedLines: journal.damage().lines,
        hasContent: index.hasContent(),
        used: generation.value.used(),
      }),
    close: async () => {
      await door.flushAccess();
      await used.settled();
      await journal.close();
    },
  });
}

/** Marks the folder as used as soon as there is a record. The record itself is safe already: a mark that failed is tried again. */
function keepMarked(parts: {
  readonly index: JournalIndex;
  readonly generation: GenerationFile;
  readonly reportFault: (code: string) => string;
}): {
  readonly check: () => void;
  readonly settled: () => Promise<void>;
} {
  let marking: Promise<void> = Promise.resolve();
  return {
    check: () => {
      if (!parts.index.hasContent() || parts.generation.used()) return;
      marking = parts.generation.markUsed().catch((error: unknown) => {
        parts.reportFault(codeOf(error));
      });
    },
    settled: () => marking,
  };
}
