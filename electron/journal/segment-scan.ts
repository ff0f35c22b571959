import { LINE_MAGIC, readLineAt, type RawLine } from './line-format';

/** A whole line and where it starts in its segment. */
export interface PlacedLine {
  readonly offset: number;
  /** Bytes right before it that are no line. */
  readonly badBefore: number;
  readonly raw: RawLine;
}

/**
 * Bytes after the last whole line. `torn`: the write was cut off (a normal trace of a power cut or kill). `damaged`: a line
 * was whole once and its bytes were changed.
 */
export interface SegmentTail {
  readonly kind: 'torn' | 'damaged';
  readonly offset: number;
  readonly bytes: Buffer;
}

/** What a segment holds. */
export interface SegmentScan {
  readonly lines: readonly PlacedLine[];
  readonly tail: SegmentTail | null;
}

/** Length of a run of zeros that says "blocks never written" rather than "bytes changed". */
const ZERO_RUN = 16;

/** Finds all whole lines of a segment, also those behind a damaged stretch. Changes nothing. */
export function scanSegment(bytes: Buffer): SegmentScan {
  const lines: PlacedLine[] = [];
  let badBefore = 0;
  let offset = 0;
  while (offset < bytes.length) {
    const reading = readLineAt(bytes, offset);
    if (reading.kind === 'line') {
      lines.push({ offset, badBefore, raw: reading.raw });
      badBefore = 0;
      offset += reading.raw.length;
      continue;
    }
    const next = findNextLine(bytes, offset + 1);
    if (next === undefined) {
      const rest = bytes.subarray(offset);
      return { lines, tail: { kind: classifyTail(rest, reading.kind), offset, bytes: rest } };
    }
    badBefore = next - offset;
    offset = next;
  }
  return { lines, tail: null };
}

function findNextLine(bytes: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf(LINE_MAGIC, from); at >= 0; at = bytes.indexOf(LINE_MAGIC, at + 1)) {
    if (readLineAt(bytes, at).kind === 'line') return at;
  }
  return undefined;
}

function classifyTail(rest: Buffer, reading: 'incomplete' | 'bad'): SegmentTail['kind'] {
  if (reading === 'incomplete') return 'torn';
  // After a power cut a file may have grown while its last blocks still hold zeros.
  const run = Buffer.alloc(Math.min(ZERO_RUN, rest.length));
  const zeros = rest.subarray(0, run.length).equals(run) || rest.subarray(rest.length - run.length).equals(run);
  return zeros ? 'torn' : 'damaged';
}
