import { createHash } from 'node:crypto';
import { seedHash } from './line-format';
import type { PlacedLine, SegmentScan, SegmentTail } from './segment-scan';

/** Lines that are missing between two whole ones. `beforeLine` null: the damage is the end of the journal. */
export interface JournalGap {
  readonly afterLine: number;
  readonly beforeLine: number | null;
  readonly lines: number;
  /** Unreadable bytes found there; 0 when a whole stretch is gone. */
  readonly bytes: number;
}

/** A line that counts, with the segment that holds it. */
export interface ChainedLine extends PlacedLine {
  readonly segment: string;
}

/** Last line and the hash the next one must name. */
export interface ChainHead {
  readonly line: number;
  readonly hash: Buffer;
}

/** Joins segments to one history. */
export interface ChainJoin {
  /** Takes the next segment in the order of names. */
  readonly add: (segment: string, scan: SegmentScan) => void;
  /** Ends the history: hands out the last line and says where it stands. `tail` is that of the last segment. */
  readonly end: () => {
    readonly head: ChainHead;
    readonly gaps: readonly JournalGap[];
    readonly breaks: readonly number[];
    readonly tail: SegmentTail | null;
  };
}

/**
 * Joins segments line by line and hands each line that counts to `visit`, in order.
 * A line found again in a later segment supersedes the earlier copy: the journal writes a line anew when the disk refused to
 * vouch for the first copy. Therefore one line is always held back until its follower is there.
 */
export function createChainJoin(chainSeed: string, visit: (line: ChainedLine) => void): ChainJoin {
  let base: ChainHead = { line: 0, hash: seedHash(chainSeed) };
  let held: ChainedLine | undefined;
  let lastTail: SegmentTail | null = null;
  let damagedEnd: Buffer | undefined;
  const gaps: JournalGap[] = [];
  const breaks: number[] = [];

  const settle = (): void => {
    if (held === undefined) return;
    const { line, previous, hash } = held.raw;
    if (line > base.line + 1) {
      gaps.push({ afterLine: base.line, beforeLine: line, lines: line - base.line - 1, bytes: held.badBefore });
    } else if (!previous.equals(base.hash)) breaks.push(line);
    base = { line, hash };
    visit(held);
    held = undefined;
  };
  const take = (placed: ChainedLine): void => {
    const newest = held?.raw.line ?? base.line;
    if (placed.raw.line < newest || placed.raw.line === base.line) {
      breaks.push(placed.raw.line);
      return;
    }
    const supersedes = held?.raw.line === placed.raw.line;
    const badBefore = supersedes ? (held?.badBefore ?? 0) : placed.badBefore;
    if (!supersedes) settle();
    held = { ...placed, badBefore };
  };
  return {
    add: (segment, scan) => {
      // Bytes behind the last whole line of an earlier segment matter only if lines turn out to be missing there.
      let carried = lastTail?.bytes.length ?? 0;
      for (const placed of scan.lines) {
        take({ ...placed, segment, badBefore: placed.badBefore + carried });
        carried = 0;
      }
      lastTail = scan.tail;
      // An empty segment behind a damaged end does not heal it.
      if (scan.tail?.kind === 'damaged') damagedEnd = scan.tail.bytes;
      else if (scan.lines.length > 0) damagedEnd = undefined;
    },
    end: () => {
      settle();
      if (damagedEnd === undefined) return { head: base, gaps, breaks, tail: lastTail };
      gaps.push({ afterLine: base.line, beforeLine: null, lines: 1, bytes: damagedEnd.length });
      // The damaged line keeps its number: the next line names the hash of what is left of it.
      const hash = createHash('sha256').update(damagedEnd).digest();
      return { head: { line: base.line + 1, hash }, gaps, breaks, tail: lastTail };
    },
  };
}
