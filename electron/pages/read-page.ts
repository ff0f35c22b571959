import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { err, ok, type Result } from '../../shared/base/result';
import {
  frameContext,
  MAX_FRAME_BYTES,
  openEnd,
  openHead,
  PAGE_MAGIC,
  type PageEnd,
  type PageHead,
  type PageSeal,
} from './page-format';

/** Head and end of a page file, without its content. */
export interface PageFrame {
  readonly head: PageHead;
  readonly end: PageEnd;
  /** Where the first chunk starts. */
  readonly contentAt: number;
}

/** Reads and opens head and end. */
export async function readFrame(
  handle: FileHandle,
  pageId: string,
  seal: PageSeal,
): Promise<Result<PageFrame, { kind: 'damaged' }>> {
  const magic = await readExactly(handle, 0, PAGE_MAGIC.length);
  if (magic === undefined || !magic.equals(PAGE_MAGIC)) return err({ kind: 'damaged' });
  const sealedHead = await readSealed(handle, PAGE_MAGIC.length);
  if (sealedHead === undefined) return err({ kind: 'damaged' });
  const head = openHead(seal, pageId, sealedHead);
  if (!head.ok) return head;
  const { size } = await handle.stat();
  const endLength = (await readExactly(handle, size - 4, 4))?.readUInt32BE(0);
  if (endLength === undefined || endLength > MAX_FRAME_BYTES) return err({ kind: 'damaged' });
  const sealedEnd = await readSealed(handle, size - 4 - endLength);
  if (sealedEnd === undefined) return err({ kind: 'damaged' });
  const end = openEnd(seal, pageId, sealedEnd);
  if (!end.ok) return end;
  return ok({ head: head.value, end: end.value, contentAt: PAGE_MAGIC.length + 4 + sealedHead.length });
}

/**
 * The content in chunks, each proved before it is given out. Throws when a chunk does not open or the whole is not what
 * the end says: the reader must then drop what it got. Opens the file itself, so a stream nobody reads holds nothing.
 */
export async function* readChunks(path: string, frame: PageFrame, seal: PageSeal): AsyncGenerator<Buffer> {
  const { page, chunks } = frame.end;
  const hash = createHash('sha256');
  let at = frame.contentAt;
  const handle = await open(path, 'r');
  try {
    for (let index = 0; index < chunks; index += 1) {
      const sealed = await readSealed(handle, at);
      const opened = sealed === undefined ? undefined : seal.open(frameContext(page.pageId, index), sealed);
      if (sealed === undefined || opened?.ok !== true) throw new Error('page content is damaged');
      at += 4 + sealed.length;
      hash.update(opened.value);
      yield Buffer.from(opened.value.buffer, opened.value.byteOffset, opened.value.length);
    }
    if (hash.digest('hex') !== page.sha256) throw new Error('page content is damaged');
  } finally {
    await handle.close();
  }
}

async function readSealed(handle: FileHandle, at: number): Promise<Buffer | undefined> {
  const length = (await readExactly(handle, at, 4))?.readUInt32BE(0);
  if (length === undefined || length > MAX_FRAME_BYTES) return undefined;
  return readExactly(handle, at + 4, length);
}

async function readExactly(handle: FileHandle, at: number, length: number): Promise<Buffer | undefined> {
  if (at < 0) return undefined;
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, at + filled);
    if (bytesRead === 0) return undefined;
    filled += bytesRead;
  }
  return buffer;
}
