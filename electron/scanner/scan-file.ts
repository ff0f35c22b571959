import { constants, type Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { RejectReason } from './scanner-driver';

/** Verdict on a file by its first and last bytes. `empty` may still be written to. */
export type FileCheck = 'page' | 'empty' | RejectReason;

interface Format {
  readonly head: Buffer;
  /** What the last bytes must hold when the file is whole. */
  readonly end: Buffer;
}

const formats: readonly Format[] = [
  { head: Buffer.from([0xff, 0xd8, 0xff]), end: Buffer.from([0xff, 0xd9]) },
  { head: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), end: Buffer.from('IEND', 'ascii') },
  { head: Buffer.from('%PDF-', 'ascii'), end: Buffer.from('%%EOF', 'ascii') },
];
const HEAD_BYTES = 8;
/** Writers pad and append; PDF readers look for the end mark in the last kilobyte too. */
const TAIL_BYTES = 1024;

/** Judges a file without reading it whole; a link is never followed. */
export async function checkScanFile(path: string, size: number, maxBytes: number): Promise<FileCheck> {
  if (size === 0) return 'empty';
  if (size > maxBytes) return 'tooLarge';
  const handle = await openPlainFile(path);
  try {
    const head = await readAt(handle, 0, Math.min(HEAD_BYTES, size));
    const format = formats.find((candidate) => head.subarray(0, candidate.head.length).equals(candidate.head));
    if (format === undefined) return 'unsupported';
    const tail = await readAt(handle, Math.max(0, size - TAIL_BYTES), Math.min(TAIL_BYTES, size));
    return tail.includes(format.end) ? 'page' : 'incomplete';
  } finally {
    await handle.close();
  }
}

/** Streams a file that must not be a link. */
export async function* readScanFile(path: string): AsyncGenerator<Buffer> {
  const handle = await openPlainFile(path);
  // The stream closes the handle at its end and when the reader stops early.
  for await (const chunk of handle.createReadStream()) yield chunk as Buffer;
}

/** Two looks at a file agree: nobody has written to it in between. */
export function isSameState(a: Stats, b: Stats): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs;
}

function openPlainFile(path: string): Promise<FileHandle> {
  // The constant is missing on Windows, where making a link takes an administrator.
  const noFollow = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW;
  return open(path, constants.O_RDONLY | noFollow);
}

async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, at);
  return buffer.subarray(0, bytesRead);
}
