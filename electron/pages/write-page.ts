import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { err, ok, type Result } from '../../shared/base/result';
import type { PageRef } from '../../shared/domain/actions/action-parts';
import { MAX_PAGE_BYTES, SNIFF_BYTES, sniffMime, type PageMime } from './page-content';
import {
  buildFrame,
  CHUNK_BYTES,
  frameContext,
  PAGE_MAGIC,
  sealJson,
  type PageHead,
  type PageSeal,
} from './page-format';

/** Why content is no page; nothing of it is kept. */
export type PageRefused = { readonly kind: 'empty' } | { readonly kind: 'unsupported' } | { readonly kind: 'tooLarge' };

/** Writes the sealed form of `source` to an open file and flushes it. The handle stays open. */
export async function writeSealed(
  handle: FileHandle,
  page: { readonly pageId: string; readonly head: PageHead; readonly seal: PageSeal },
  source: AsyncIterable<Uint8Array>,
): Promise<Result<PageRef, PageRefused>> {
  const { pageId, head, seal } = page;
  const hash = createHash('sha256');
  let mime: PageMime | undefined;
  let bytes = 0;
  let chunks = 0;
  await handle.write(Buffer.concat([PAGE_MAGIC, sealJson(seal, frameContext(pageId, 'head'), head)]));
  for await (const chunk of regroup(source)) {
    mime ??= chunk.length < SNIFF_BYTES ? undefined : sniffMime(chunk);
    bytes += chunk.length;
    if (mime === undefined) return err({ kind: 'unsupported' });
    if (bytes > MAX_PAGE_BYTES) return err({ kind: 'tooLarge' });
    hash.update(chunk);
    await handle.write(buildFrame(seal.seal(frameContext(pageId, chunks), chunk)));
    chunks += 1;
  }
  if (mime === undefined) return err({ kind: 'empty' });
  const ref: PageRef = { pageId, sha256: hash.digest('hex'), mime, bytes };
  const end = sealJson(seal, frameContext(pageId, 'end'), { page: ref, chunks });
  const endLength = Buffer.alloc(4);
  endLength.writeUInt32BE(end.length, 0);
  await handle.write(Buffer.concat([end, endLength]));
  await handle.sync();
  return ok(ref);
}

/** Cuts a stream of any pieces into full chunks; only the last may be shorter. */
async function* regroup(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let pending: Uint8Array[] = [];
  let size = 0;
  for await (const piece of source) {
    let rest = piece;
    while (size + rest.length >= CHUNK_BYTES) {
      const taken = CHUNK_BYTES - size;
      yield Buffer.concat([...pending, rest.subarray(0, taken)]);
      rest = rest.subarray(taken);
      pending = [];
      size = 0;
    }
    if (rest.length > 0) pending.push(rest);
    size += rest.length;
  }
  if (size > 0) yield Buffer.concat(pending);
}
