import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildUuidV7 } from '../../shared/base/ids';
import { commitFile, flushFolder, isDiskFull } from '../durable-file';
import { createEnvelope } from '../keys/envelope';
import { MAX_PAGE_BYTES } from './page-content';
import { openPageFiles, type PageFiles, type PageFilesPorts } from './page-files';

const seal = createEnvelope({ id: 1, bytes: Buffer.alloc(32, 5) });
const jpeg = (size: number): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(size)]);
const idOf = (n: number): string => buildUuidV7(1_767_000_000_000 + n, Buffer.alloc(10, n));
const head = { draftId: idOf(200), paperId: 'to-khai', order: 3, at: 1_767_000_000_000 };

async function openFiles(changes: Partial<PageFilesPorts> = {}): Promise<{ files: PageFiles; folder: string }> {
  const folder = changes.folder ?? (await mkdtemp(join(tmpdir(), 'pages-')));
  return {
    folder,
    files: await openPageFiles({ folder, seal, commit: commitFile, flushFolder, isDiskFull, ...changes }),
  };
}

async function readAll(files: PageFiles, pageId: string): Promise<Buffer> {
  const opened = await files.open(pageId);
  if (!opened.ok) throw new Error(opened.error.kind);
  const chunks: Buffer[] = [];
  for await (const chunk of opened.value.content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function listNames(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).filter((name) => name.includes('.'));
}

/** Program of a process that writes one page and stops for ever right before or after the file gets its name. */
const writeAndHang = `
  import { Readable } from 'node:stream';
  import { commitFile, flushFolder, isDiskFull } from '../durable-file.ts';
  import { createEnvelope } from '../keys/envelope.ts';
  import { openPageFiles } from './page-files.ts';
  const [folder, pageId, stopAt] = process.argv.slice(1);
  const hang = () => {
    process.stdout.write('reached');
    setInterval(() => undefined, 1000);
    return new Promise(() => undefined);
  };
  const commit = async (temporary, path) => {
    if (stopAt === 'beforeRename') await hang();
    await commitFile(temporary, path);
    await hang();
  };
  const seal = createEnvelope({ id: 1, bytes: Buffer.alloc(32, 5) });
  const files = await openPageFiles({ folder, seal, commit, flushFolder, isDiskFull });
  const content = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500_000, 7)]);
  await files.write(pageId, { draftId: pageId, paperId: 'to-khai', order: 0, at: 0 }, Readable.from([content]));
`;

describe('page files', () => {
  it('give back any content byte for byte however it arrives', async () => {
    const { files } = await openFiles();
    let n = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 4, max: 700_000 }),
        fc.integer({ min: 1, max: 400_000 }),
        async (size, step) => {
          const content = jpeg(size);
          const pieces = Array.from({ length: Math.ceil(content.length / step) }, (_, i) =>
            content.subarray(i * step, (i + 1) * step),
          );
          n += 1;
          const written = await files.write(idOf(n), head, Readable.from(pieces));
          expect(written).toMatchObject({
            ok: true,
            value: {
              bytes: content.length,
              mime: 'image/jpeg',
              sha256: createHash('sha256').update(content).digest('hex'),
            },
          });
          expect((await readAll(files, idOf(n))).equals(content)).toBe(true);
        },
      ),
      { numRuns: 25, seed: 11 },
    );
  });

  it('hold nothing of the content in clear', async () => {
    const { files, folder } = await openFiles();
    const content = Buffer.concat([jpeg(10), Buffer.from('Nguyễn Thị Hoa 040188002345'.repeat(20))]);
    await files.write(idOf(1), head, Readable.from([content]));
    const [name = ''] = await listNames(folder);
    const raw = await readFile(join(folder, name));
    expect(raw.includes('Nguyễn')).toBe(false);
    expect(raw.includes('to-khai')).toBe(false);
  });

  it('are listed with their draft when the store was lost', async () => {
    const { files, folder } = await openFiles();
    await files.write(idOf(2), { ...head, order: 1 }, Readable.from([jpeg(9)]));
    await files.write(idOf(1), head, Readable.from([jpeg(9)]));
    const { files: again } = await openFiles({ folder });
    const listed = await again.list();
    expect(listed.damaged).toBe(0);
    expect(listed.pages.map((page) => [page.page.pageId, page.head.order, page.head.draftId])).toEqual([
      [idOf(1), 3, head.draftId],
      [idOf(2), 1, head.draftId],
    ]);
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['unsupported', Buffer.from('<svg onload=alert(1)>')],
    ['unsupported', Buffer.from([0xff, 0xd8])],
    ['unsupported', Buffer.from('  %PDF-1.7')],
  ])('refuse content that is %s and keep nothing of it', async (kind, content) => {
    const { files, folder } = await openFiles();
    expect(await files.write(idOf(1), head, Readable.from([content]))).toEqual({ ok: false, error: { kind } });
    expect(await listNames(folder)).toEqual([]);
  });

  it('refuse a page that is too large without reading it to the end', async () => {
    const { files, folder } = await openFiles();
    let given = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      yield await Promise.resolve(jpeg(0));
      for (;;) {
        given += 1_000_000;
        yield Buffer.alloc(1_000_000);
      }
    }
    expect(await files.write(idOf(1), head, endless())).toEqual({ ok: false, error: { kind: 'tooLarge' } });
    expect(given).toBeLessThan(MAX_PAGE_BYTES + 3_000_000);
    expect(await listNames(folder)).toEqual([]);
  });

  it('never overwrite a page', async () => {
    const { files } = await openFiles();
    const first = jpeg(50);
    await files.write(idOf(1), head, Readable.from([first]));
    expect(await files.write(idOf(1), head, Readable.from([jpeg(60)]))).toEqual({
      ok: false,
      error: { kind: 'exists' },
    });
    expect((await readAll(files, idOf(1))).equals(first)).toBe(true);
  });

  it.each(['../../etc/passwd', 'x', idOf(1).toUpperCase(), ''])('refuse the id %s', async (pageId) => {
    const { files } = await openFiles();
    expect(await files.write(pageId, head, Readable.from([jpeg(9)]))).toEqual({
      ok: false,
      error: { kind: 'badPage' },
    });
    expect(await files.open(pageId)).toEqual({ ok: false, error: { kind: 'notFound' } });
  });

  it('say the disk is full and keep nothing when it is', async () => {
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    const { files, folder } = await openFiles({ commit: () => Promise.reject(full) });
    expect(await files.write(idOf(1), head, Readable.from([jpeg(9)]))).toEqual({
      ok: false,
      error: { kind: 'diskFull' },
    });
    expect(await listNames(folder)).toEqual([]);
  });

  it('do not open when any byte was changed, cut or added, or the file was renamed', async () => {
    const { files, folder } = await openFiles();
    await files.write(idOf(1), head, Readable.from([jpeg(300_000)]));
    const [name = ''] = await listNames(folder);
    const path = join(folder, name);
    const whole = await readFile(path);
    const damages = [
      ...[0, 9, 40, 400, 200_000, 290_000, whole.length - 60, whole.length - 2].map((at) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ 1;
        return changed;
      }),
      whole.subarray(0, whole.length - 1),
      whole.subarray(0, 20),
      Buffer.alloc(0),
      Buffer.concat([whole, Buffer.from([0])]),
    ];
    for (const damaged of damages) {
      await writeFile(path, damaged);
      await expect(readAll(files, idOf(1))).rejects.toThrow('damaged');
    }
    await writeFile(path, whole);
    await rename(path, path.replace(idOf(1), idOf(2)));
    expect(await files.open(idOf(2))).toEqual({ ok: false, error: { kind: 'damaged' } });
    expect(await files.list()).toEqual({ pages: [], damaged: 1 });
  });

  it('show the page whole or not at all when the process is killed while writing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pages-'));
    // Opening removes what an earlier crash left, so the one that must leave something comes last.
    for (const [index, stopAt] of ['afterRename', 'beforeRename'].entries()) {
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', '--input-type=module', '-e', writeAndHang, folder, idOf(index), stopAt],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
          cwd: import.meta.dirname,
        },
      );
      await once(child.stdout, 'data');
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    expect((await listNames(folder)).filter((name) => name.endsWith('.tmp'))).toHaveLength(1);
    const { files } = await openFiles({ folder });
    expect((await files.list()).pages.map((page) => page.page.pageId)).toEqual([idOf(0)]);
    expect((await readAll(files, idOf(0))).length).toBe(500_004);
    expect((await listNames(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    await rm(folder, { recursive: true });
  });
});
