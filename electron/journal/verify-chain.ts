import { createChainJoin, type JournalGap } from './chain-join';
import { openJournalFiles } from './journal-files';
import { openBody, type JournalKey } from './line-cipher';
import { scanSegment } from './segment-scan';
import { listSegments } from './segment-writer';

/** What a check of the whole journal found. `whole`: no line is missing, exchanged or unreadable. */
export interface ChainReport {
  readonly whole: boolean;
  readonly lines: number;
  readonly head: string;
  readonly gaps: readonly JournalGap[];
  readonly breaks: readonly number[];
  readonly unreadable: readonly number[];
  /** Bytes of a cut-off last line, the normal trace of a power cut. */
  readonly tornBytes: number;
}

/** Checks hashes, numbers and seals of every line in a journal folder, changing nothing. */
export async function verifyChain(folder: string, key: JournalKey, chainSeed: string): Promise<ChainReport> {
  const files = await openJournalFiles(folder);
  const unreadable: number[] = [];
  const join = createChainJoin(chainSeed, ({ raw }) => {
    if (!openBody(key, raw).ok) unreadable.push(raw.line);
  });
  for (const name of listSegments(await files.list())) join.add(name, scanSegment(await files.read(name)));
  const { head, gaps, breaks, tail } = join.end();
  return {
    whole: gaps.length === 0 && breaks.length === 0 && unreadable.length === 0,
    lines: head.line,
    head: head.hash.toString('hex'),
    gaps,
    breaks,
    unreadable,
    tornBytes: tail?.kind === 'torn' ? tail.bytes.length : 0,
  };
}
