import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openJournal, type Journal, type JournalOptions } from '../../electron/journal/journal';
import { openJournalFiles, type AppendFile, type JournalFiles } from '../../electron/journal/journal-files';
import { createEnvelope } from '../../electron/keys/envelope';
import type { JournalBody, JournalEntry } from '../../shared/domain/journal-entry';

/** A key that never changes, so that a folder can be opened again. */
export const journalKey = createEnvelope({ id: 1, bytes: new Uint8Array(32).fill(7) });
export const CHAIN_SEED = 'seed-of-tests';

/** A folder that is gone after the test. */
export async function makeTempFolder(name = 'journal'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `qmc-${name}-`));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The n-th line of a test: an access, the smallest body there is. */
export function buildNote(n: number, filling = ''): JournalBody {
  return { kind: 'access', entries: [{ at: n, officerId: `officer-${String(n)}`, what: 'viewed', detail: filling }] };
}

export interface OpenedJournal {
  readonly journal: Journal;
  readonly entries: readonly JournalEntry[];
}

/** Opens a journal that must open, with everything it hands out while opening. */
export async function openTestJournal(
  folder: string,
  options: Partial<Pick<JournalOptions, 'files' | 'segmentBytes'>> = {},
): Promise<OpenedJournal> {
  const entries: JournalEntry[] = [];
  const opened = await openJournal({
    folder,
    key: journalKey,
    chainSeed: CHAIN_SEED,
    onEntry: (entry) => entries.push(entry),
    ...options,
  });
  if (!opened.ok) throw new Error(`journal did not open: ${opened.error.kind}`);
  onTestFinished(() => opened.value.close());
  return { journal: opened.value, entries };
}

/** Appends that must succeed. */
export async function appendNotes(journal: Journal, from: number, to: number): Promise<void> {
  for (let n = from; n <= to; n += 1) {
    const done = await journal.append(buildNote(n));
    if (!done.ok) throw new Error(`note ${String(n)} was not written: ${done.error.kind}`);
  }
}

/** Changes bytes of a file the way a bad disk would. */
export async function alterFile(path: string, alter: (bytes: Buffer) => Buffer): Promise<void> {
  await writeFile(path, alter(await readFile(path)));
}

/** What may go wrong with the next operations; every entry is used up by one call. */
export interface DiskFaults {
  readonly write: (string | undefined)[];
  readonly datasync: (string | undefined)[];
  readonly create: (string | undefined)[];
}

/** Real files whose operations fail as told. A failing write leaves half of its bytes behind. */
export async function openFaultyFiles(folder: string, faults: DiskFaults): Promise<JournalFiles> {
  const files = await openJournalFiles(folder);
  const raise = (code: string | undefined): void => {
    if (code !== undefined) throw Object.assign(new Error(code), { code });
  };
  const wrap = (file: AppendFile): AppendFile => ({
    ...file,
    write: async (bytes) => {
      const fault = faults.write.shift();
      await file.write(fault === undefined ? bytes : bytes.subarray(0, bytes.length >> 1));
      raise(fault);
    },
    datasync: async () => {
      raise(faults.datasync.shift());
      await file.datasync();
    },
  });
  return {
    ...files,
    create: async (name) => {
      raise(faults.create.shift());
      return wrap(await files.create(name));
    },
    openEnd: async (name) => wrap(await files.openEnd(name)),
  };
}
