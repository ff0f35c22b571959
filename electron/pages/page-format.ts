import { z } from 'zod';
import { uuidV7Schema } from '../../shared/base/ids';
import { err, ok, type Result } from '../../shared/base/result';
import { instantSchema } from '../../shared/base/time';
import { pageSchema } from '../../shared/domain/actions/action-parts';

/** Seals and opens bytes; a frame moved to another place does not open. */
export interface PageSeal {
  readonly seal: (context: string, plaintext: Uint8Array) => Uint8Array;
  readonly open: (context: string, sealed: Uint8Array) => Result<Uint8Array, { readonly kind: string }>;
}

/** Where a page belongs, kept in the file itself so that unattached pages are found again after the store was lost. */
export const pageHeadSchema = z.object({
  draftId: uuidV7Schema,
  paperId: z.string().min(1).max(60),
  /** Place in the scan run, 0, 1, 2 … */
  order: z.int().min(0).max(100_000),
  at: instantSchema,
});
/** See {@link pageHeadSchema}. */
export type PageHead = z.infer<typeof pageHeadSchema>;

const endSchema = z.object({ page: pageSchema, chunks: z.int().min(1) });
/** Last frame: what the page is, and how many chunks come before. */
export type PageEnd = z.infer<typeof endSchema>;

/** First bytes of a page file. */
export const PAGE_MAGIC = Buffer.from('QMCPAGE1', 'ascii');
/** Plain bytes in one chunk: bounds the memory that one page takes whatever its size. */
export const CHUNK_BYTES = 256 * 1024;
/** No frame is longer: a damaged length must not make us ask for gigabytes. */
export const MAX_FRAME_BYTES = CHUNK_BYTES + 4096;

/**
 * A page file is `magic · head · chunk … chunk · end · length of end(4)`; every part but the magic is a frame
 * `length(4) · sealed bytes`. Each frame is sealed for its place, so a file cut, spliced or renamed does not open.
 */
export function buildFrame(sealed: Uint8Array): Buffer {
  const frame = Buffer.alloc(4 + sealed.length);
  frame.writeUInt32BE(sealed.length, 0);
  frame.set(sealed, 4);
  return frame;
}

/** Associated data of a frame. */
export function frameContext(pageId: string, place: 'head' | 'end' | number): string {
  return `page:${pageId}:${String(place)}`;
}

/** Seals head or end. */
export function sealJson(seal: PageSeal, context: string, value: PageHead | PageEnd): Buffer {
  return buildFrame(seal.seal(context, Buffer.from(JSON.stringify(value), 'utf8')));
}

/** Opens the head frame. */
export function openHead(seal: PageSeal, pageId: string, sealed: Uint8Array): Result<PageHead, { kind: 'damaged' }> {
  return openJson(seal.open(frameContext(pageId, 'head'), sealed), pageHeadSchema);
}

/** Opens the end frame. */
export function openEnd(seal: PageSeal, pageId: string, sealed: Uint8Array): Result<PageEnd, { kind: 'damaged' }> {
  return openJson(seal.open(frameContext(pageId, 'end'), sealed), endSchema);
}

function openJson<T>(opened: Result<Uint8Array, unknown>, schema: z.ZodType<T>): Result<T, { kind: 'damaged' }> {
  if (!opened.ok) return err({ kind: 'damaged' });
  const parsed = schema.safeParse(JSON.parse(Buffer.from(opened.value).toString('utf8')));
  return parsed.success ? ok(parsed.data) : err({ kind: 'damaged' });
}
