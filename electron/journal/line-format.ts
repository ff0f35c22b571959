import { createHash } from 'node:crypto';

/**
 * One journal line on disk:
 * `"QMJ1" · sealed length u32 · line number u64 · previous hash 32 · head check 8 · sealed body · hash 32`, big endian.
 * `hash` = SHA-256 of everything before it, so each line vouches for the whole history. The head check lets a reader trust the
 * length: a cut-off last line (torn by a power cut) is told apart from a line whose bytes were changed.
 */
export const LINE_MAGIC = Buffer.from('QMJ1', 'latin1');
const LENGTH_AT = 4;
const NUMBER_AT = 8;
const PREVIOUS_AT = 16;
const CHECK_AT = 48;
const CHECK_BYTES = 8;
const HASH_BYTES = 32;
/** Bytes before the sealed body. */
export const HEAD_BYTES = CHECK_AT + CHECK_BYTES;

/** A line as found in a segment. `sealed` shares memory with the segment's bytes. */
export interface RawLine {
  readonly line: number;
  readonly previous: Buffer;
  readonly hash: Buffer;
  readonly sealed: Buffer;
  /** Length of the whole line on disk. */
  readonly length: number;
}

/** What lies at an offset: a whole line, the beginning of one, or neither. */
export type LineReading =
  { readonly kind: 'line'; readonly raw: RawLine } | { readonly kind: 'incomplete' } | { readonly kind: 'bad' };

/** Lays a line out for the disk. */
export function encodeLine(input: {
  readonly line: number;
  readonly previous: Uint8Array;
  readonly sealed: Uint8Array;
}): { readonly bytes: Buffer; readonly hash: Buffer } {
  const head = Buffer.alloc(HEAD_BYTES);
  LINE_MAGIC.copy(head, 0);
  head.writeUInt32BE(input.sealed.length, LENGTH_AT);
  head.writeBigUInt64BE(BigInt(input.line), NUMBER_AT);
  head.set(input.previous, PREVIOUS_AT);
  checkOf(head).copy(head, CHECK_AT);
  const hash = createHash('sha256').update(head).update(input.sealed).digest();
  return { bytes: Buffer.concat([head, input.sealed, hash]), hash };
}

/** Reads what lies at `offset`. */
export function readLineAt(bytes: Buffer, offset: number): LineReading {
  const rest = bytes.length - offset;
  if (rest < HEAD_BYTES) return { kind: 'incomplete' };
  const head = bytes.subarray(offset, offset + HEAD_BYTES);
  if (!head.subarray(0, LENGTH_AT).equals(LINE_MAGIC)) return { kind: 'bad' };
  if (!checkOf(head).equals(head.subarray(CHECK_AT))) return { kind: 'bad' };
  const bodyEnd = HEAD_BYTES + head.readUInt32BE(LENGTH_AT);
  const length = bodyEnd + HASH_BYTES;
  if (length > rest) return { kind: 'incomplete' };
  const hash = bytes.subarray(offset + bodyEnd, offset + length);
  const found = createHash('sha256')
    .update(bytes.subarray(offset, offset + bodyEnd))
    .digest();
  if (!found.equals(hash)) return { kind: 'bad' };
  return {
    kind: 'line',
    raw: {
      line: Number(head.readBigUInt64BE(NUMBER_AT)),
      previous: head.subarray(PREVIOUS_AT, CHECK_AT),
      hash,
      sealed: bytes.subarray(offset + HEAD_BYTES, offset + bodyEnd),
      length,
    },
  };
}

/** Associated data of a line's seal: a body sealed for one place in one history opens nowhere else. */
export function lineContext(line: number, previous: Buffer): string {
  return `journal|${String(line)}|${previous.toString('hex')}`;
}

/** Hash that stands before the first line. */
export function seedHash(chainSeed: string): Buffer {
  return createHash('sha256').update(`quay-mot-cua/journal/1|${chainSeed}`).digest();
}

function checkOf(head: Buffer): Buffer {
  return createHash('sha256').update(head.subarray(0, CHECK_AT)).digest().subarray(0, CHECK_BYTES);
}
