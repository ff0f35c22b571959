import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../../shared/base/result';
import type { JournalBody, JournalEntry } from '../../shared/domain/journal-entry';
import { createChainJoin, type ChainHead, type ChainedLine, type JournalGap } from './chain-join';
import { openJournalFiles, type JournalFiles } from './journal-files';
import { openBody, sealBody, type JournalKey } from './line-cipher';
import { encodeLine, readLineAt } from './line-format';
import { createLinePlaces, joinStretches, type LinePlace, type LinePlaces } from './line-places';
import { scanSegment, type SegmentTail } from './segment-scan';
import { createSegmentWriter, listSegments, type AppendError, type SegmentWriter } from './segment-writer';
import { createSerialQueue, type SerialQueue } from './serial-queue';
import { codeOf } from './system-error';

/** Segments end here; a purge works by whole segments. */
export const SEGMENT_BYTES = 8 * 1024 * 1024;

/** What could not be read. Nothing damaged is ever overwritten; everything else stays usable. */
export interface JournalDamage {
  /** Lines that are lost or do not open. */
  readonly lines: number;
  readonly gaps: readonly JournalGap[];
  /** Lines that do not follow from the one before them: something was exchanged or put back. */
  readonly breaks: readonly number[];
  /** Bytes of a cut-off last line that was put aside at this opening. */
  readonly tornBytes: number;
}

/** Why the journal cannot be opened. `wrongKey`: it is whole, but none of it opens. */
export type JournalOpenError = { readonly kind: 'wrongKey' } | { readonly kind: 'diskFailed'; readonly code: string };

/** The sealed, append-only record of everything that happened on this device. */
export interface Journal {
  /** One line, one fsync. Resolves after the fsync; a line that failed counts as never written. */
  readonly append: (body: JournalBody) => Promise<Result<{ readonly line: number }, AppendError>>;
  /** Readable entries after `afterLine`, oldest first. */
  readonly read: (afterLine: number, limit: number) => Promise<readonly JournalEntry[]>;
  /** The named lines, in order of number; unreadable and unknown ones are left out. */
  readonly readLines: (lines: readonly number[]) => Promise<readonly JournalEntry[]>;
  /** Last line and its hash (hex): the head of the chain that a leader signs. */
  readonly head: () => { readonly line: number; readonly hash: string };
  readonly damage: () => JournalDamage;
  /** Ends after everything handed in so far; later appends fail. */
  readonly close: () => Promise<void>;
}

/** What opening needs. `files` and `segmentBytes` are told by tests only. */
export interface JournalOptions {
  readonly folder: string;
  readonly key: JournalKey;
  /** Binds the chain to the installation. */
  readonly chainSeed: string;
  /** Called for each readable entry while the journal is opened, in order. */
  readonly onEntry?: (entry: JournalEntry) => void;
  readonly files?: JournalFiles;
  readonly segmentBytes?: number;
}

interface Loaded {
  readonly places: LinePlaces;
  readonly head: ChainHead;
  readonly damage: JournalDamage;
  readonly tail: SegmentTail | null;
  readonly names: readonly string[];
  /** Whole bytes of the newest segment; undefined when it must not be continued. */
  readonly resume: { readonly name: string; readonly length: number } | undefined;
}

/** Opens the journal of a folder, reading all of it once. A cut-off last line is put aside; nothing else is changed. */
export async function openJournal(options: JournalOptions): Promise<Result<Journal, JournalOpenError>> {
  try {
    const files = options.files ?? (await openJournalFiles(options.folder));
    const loaded = await loadJournal(files, options);
    if (loaded === undefined) return err({ kind: 'wrongKey' });
    await putTailAside(files, loaded);
    return ok(buildJournal({ files, options, loaded }));
  } catch (error) {
    const code = codeOf(error);
    // Without a system code it is a fault of ours, not of the disk.
    if (code === 'UNKNOWN') throw error;
    return err({ kind: 'diskFailed', code });
  }
}

/** Reads everything; `undefined` when there are lines and none of them opens. */
async function loadJournal(
  files: JournalFiles,
  options: Pick<JournalOptions, 'key' | 'chainSeed' | 'onEntry'>,
): Promise<Loaded | undefined> {
  const places = createLinePlaces();
  let opened = 0;
  let unreadable = 0;
  const visit = (placed: ChainedLine): void => {
    const body = openBody(options.key, placed.raw);
    if (!body.ok) {
      unreadable += 1;
      return;
    }
    opened += 1;
    places.add({ line: placed.raw.line, segment: placed.segment, offset: placed.offset, length: placed.raw.length });
    options.onEntry?.({ line: placed.raw.line, body: body.value });
  };
  const join = createChainJoin(options.chainSeed, visit);
  const names = listSegments(await files.list());
  let length = 0;
  for (const name of names) {
    const bytes = await files.read(name);
    length = bytes.length;
    join.add(name, scanSegment(bytes));
  }
  const { head, gaps, breaks, tail } = join.end();
  if (opened === 0 && unreadable > 0) return undefined;
  const lastName = names.at(-1);
  const lost = gaps.reduce((sum, gap) => sum + gap.lines, 0);
  const tornBytes = tail?.kind === 'torn' ? tail.bytes.length : 0;
  const mayResume = lastName !== undefined && tail?.kind !== 'damaged';
  return {
    places,
    head,
    tail,
    names,
    damage: { lines: lost + unreadable, gaps, breaks, tornBytes },
    resume: mayResume ? { name: lastName, length: length - tornBytes } : undefined,
  };
}

/** Nobody was told that a cut-off line was saved, but it is evidence: it is kept beside before the end is made clean. */
async function putTailAside(files: JournalFiles, loaded: Loaded): Promise<void> {
  const { tail, resume } = loaded;
  if (tail?.kind !== 'torn' || resume === undefined) return;
  const id = createHash('sha256').update(tail.bytes).digest('hex').slice(0, 8);
  const aside = `torn-${resume.name.replace('.qmj', '')}-${String(tail.offset)}-${id}.bin`;
  if (!(await files.list()).includes(aside)) {
    const copy = await files.create(aside);
    await copy.write(tail.bytes);
    await copy.datasync();
    await copy.close();
    await files.syncFolder();
  }
  const segment = await files.openEnd(resume.name);
  await segment.truncate(resume.length);
  await segment.datasync();
  await segment.close();
}

interface JournalParts {
  readonly files: JournalFiles;
  readonly options: JournalOptions;
  readonly loaded: Loaded;
}

function buildJournal({ files, options, loaded }: JournalParts): Journal {
  const { places } = loaded;
  const queue: SerialQueue = createSerialQueue();
  const writer: SegmentWriter = createSegmentWriter({
    files,
    lastName: loaded.names.at(-1),
    resume: loaded.resume,
    segmentBytes: options.segmentBytes ?? SEGMENT_BYTES,
  });
  let { head } = loaded;
  let rotten = 0;
  let closed = false;

  const append = async (body: JournalBody): Promise<Result<{ line: number }, AppendError>> => {
    if (closed) return err({ kind: 'diskFailed', code: 'CLOSED' });
    const place = { line: head.line + 1, previous: head.hash };
    const { bytes, hash } = encodeLine({ ...place, sealed: sealBody(options.key, place, body) });
    const written = await writer.write(bytes);
    if (!written.ok) return written;
    places.add({ line: place.line, ...written.value, length: bytes.length });
    head = { line: place.line, hash };
    return ok({ line: place.line });
  };
  const load = async (wanted: readonly LinePlace[]): Promise<readonly JournalEntry[]> => {
    const { entries, missing } = await loadPlaces(files, options.key, wanted);
    rotten += missing;
    return entries;
  };
  return {
    append: (body) => queue.run(() => append(body)),
    read: (afterLine, limit) => load(places.after(afterLine, limit)),
    readLines: (lines) => load(lines.flatMap((line) => places.find(line) ?? [])),
    head: () => ({ line: head.line, hash: head.hash.toString('hex') }),
    damage: () => ({ ...loaded.damage, lines: loaded.damage.lines + rotten }),
    close: () =>
      queue.run(async () => {
        closed = true;
        await writer.close();
      }),
  };
}

/** Reads lines back, checking each again: a disk may rot after the journal was opened. */
async function loadPlaces(
  files: JournalFiles,
  key: JournalKey,
  wanted: readonly LinePlace[],
): Promise<{ readonly entries: readonly JournalEntry[]; readonly missing: number }> {
  const entries: JournalEntry[] = [];
  for (const stretch of joinStretches(wanted)) {
    const bytes = await files.readAt(stretch.segment, stretch.offset, stretch.length);
    for (const place of stretch.places) {
      const reading = readLineAt(bytes, place.offset - stretch.offset);
      if (reading.kind !== 'line') continue;
      const body = openBody(key, reading.raw);
      if (body.ok) entries.push({ line: place.line, body: body.value });
    }
  }
  return { entries, missing: wanted.length - entries.length };
}
