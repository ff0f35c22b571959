import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { uuidV7Schema } from '../../shared/base/ids';
import { err, ok, type Result } from '../../shared/base/result';
import type { PageRef } from '../../shared/domain/actions/action-parts';
import { pageHeadSchema, type PageHead, type PageSeal } from './page-format';
import { readChunks, readFrame, type PageFrame } from './read-page';
import { writeSealed, type PageRefused } from './write-page';

/** Why a page was not kept. */
export type PageWriteError =
  PageRefused | { readonly kind: 'badPage' } | { readonly kind: 'exists' } | { readonly kind: 'diskFull' };
/** Why a page cannot be read. */
export type PageReadError = { readonly kind: 'notFound' } | { readonly kind: 'damaged' };

/** A page as it can be listed without reading its content. */
export interface KeptPage {
  readonly head: PageHead;
  readonly page: PageRef;
}

/** The sealed page files of this installation. */
export interface PageFiles {
  /** Keeps a page: when this answers with success it is on the disk whole, or it was never there. */
  readonly write: (
    pageId: string,
    head: PageHead,
    source: AsyncIterable<Uint8Array>,
  ) => Promise<Result<PageRef, PageWriteError>>;
  /** The page and its content. */
  readonly open: (
    pageId: string,
  ) => Promise<Result<KeptPage & { readonly content: AsyncGenerator<Buffer> }, PageReadError>>;
  /** Every page that can be read, oldest first, and how many cannot. */
  readonly list: () => Promise<{ readonly pages: readonly KeptPage[]; readonly damaged: number }>;
}

/** What the page files need from outside. */
export interface PageFilesPorts {
  readonly folder: string;
  readonly seal: PageSeal;
  /** Makes a finished temporary file the file of that name, durably. */
  readonly commit: (temporary: string, path: string) => Promise<void>;
  readonly flushFolder: (folder: string) => Promise<void>;
  readonly isDiskFull: (error: unknown) => boolean;
}

/** Opens the page files; what a crash left half written is removed. */
export async function openPageFiles(ports: PageFilesPorts): Promise<PageFiles> {
  await removeHalfWritten(ports.folder);
  return {
    write: (pageId, head, source) => writePage(ports, { pageId, head }, source),
    open: (pageId) => openPage(ports, pageId),
    list: () => listPages(ports),
  };
}

/** Folder by the first hex digits of the id: a version 7 id starts with the time, so one folder holds some seven weeks. */
function shardOf(ports: PageFilesPorts, pageId: string): string {
  return join(ports.folder, pageId.slice(0, 4));
}

function pathOf(ports: PageFilesPorts, pageId: string): string {
  return join(shardOf(ports, pageId), `${pageId}.page`);
}

async function writePage(
  ports: PageFilesPorts,
  named: { readonly pageId: string; readonly head: PageHead },
  source: AsyncIterable<Uint8Array>,
): Promise<Result<PageRef, PageWriteError>> {
  const { pageId } = named;
  const head = pageHeadSchema.safeParse(named.head);
  if (!uuidV7Schema.safeParse(pageId).success || !head.success) return err({ kind: 'badPage' });
  const path = pathOf(ports, pageId);
  if (await exists(path)) return err({ kind: 'exists' });
  const temporary = `${path}.tmp`;
  try {
    if ((await mkdir(shardOf(ports, pageId), { recursive: true, mode: 0o700 })) !== undefined) {
      await ports.flushFolder(ports.folder);
    }
    const handle = await open(temporary, 'wx', 0o600);
    try {
      const written = await writeSealed(handle, { pageId, head: head.data, seal: ports.seal }, source);
      if (!written.ok) return await discard(temporary, written);
      await ports.commit(temporary, path);
      return written;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return err({ kind: 'exists' });
    await rm(temporary, { force: true });
    if (ports.isDiskFull(error)) return err({ kind: 'diskFull' });
    throw error;
  }
}

async function discard<E>(temporary: string, answer: E): Promise<E> {
  await rm(temporary, { force: true });
  return answer;
}

async function openPage(
  ports: PageFilesPorts,
  pageId: string,
): Promise<Result<KeptPage & { readonly content: AsyncGenerator<Buffer> }, PageReadError>> {
  if (!uuidV7Schema.safeParse(pageId).success) return err({ kind: 'notFound' });
  const path = pathOf(ports, pageId);
  if (!(await exists(path))) return err({ kind: 'notFound' });
  const frame = await readFrameOf(ports, pageId);
  if (!frame.ok) return frame;
  return ok({ head: frame.value.head, page: frame.value.end.page, content: readChunks(path, frame.value, ports.seal) });
}

async function readFrameOf(ports: PageFilesPorts, pageId: string): Promise<Result<PageFrame, { kind: 'damaged' }>> {
  const handle = await open(pathOf(ports, pageId), 'r');
  try {
    return await readFrame(handle, pageId, ports.seal);
  } finally {
    await handle.close();
  }
}

async function listPages(ports: PageFilesPorts): Promise<{ pages: KeptPage[]; damaged: number }> {
  const ids = (await listFiles(ports.folder))
    .filter((name) => name.endsWith('.page'))
    .map((name) => name.slice(5, -'.page'.length));
  const pages: KeptPage[] = [];
  let damaged = 0;
  for (const pageId of ids.sort()) {
    const frame = await readFrameOf(ports, pageId);
    if (frame.ok) pages.push({ head: frame.value.head, page: frame.value.end.page });
    else damaged += 1;
  }
  return { pages, damaged };
}

async function removeHalfWritten(folder: string): Promise<void> {
  const names = (await listFiles(folder)).filter((name) => name.endsWith('.tmp'));
  await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
}

/** Names `<shard>/<file>` of all page files. */
async function listFiles(folder: string): Promise<string[]> {
  const shards = (await readdir(folder)).filter((name) => /^[0-9a-f]{4}$/u.test(name));
  const lists = await Promise.all(
    shards.map(async (shard) => (await readdir(join(folder, shard))).map((name) => `${shard}/${name}`)),
  );
  return lists.flat();
}

async function exists(path: string): Promise<boolean> {
  return (
    (await stat(path).catch((error: unknown) => (isMissing(error) ? undefined : Promise.reject(error as Error)))) !==
    undefined
  );
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
