import { randomUUID } from 'node:crypto';
import { appendFile, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { flushFolder } from '../durable-file';
import { createFolderDriver, REJECTED_FOLDER } from './folder-driver';
import type { ScanEvent, ScannerDriver } from './scanner-driver';
import { createTakenFiles } from './taken-files';

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(3000, 1), Buffer.from([0xff, 0xd9])]);
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n');

let folder: string;
let polls: number;
let onPoll: (poll: number) => Promise<void>;
let driver: ScannerDriver;
let note: string | undefined;
/** Whether another program has the files open, as a virus scanner may. */
let isHeld: boolean;
/** Names of files by the ids of their sealed pages. */
let sealed: Map<string, string>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scan-'));
  polls = 0;
  onPoll = () => Promise.resolve();
  note = undefined;
  isHeld = false;
  sealed = new Map();
  driver = startDriver();
});

/** The driver of a fresh start of the app: what it knows of the past is the note and the pages. */
function startDriver(): ScannerDriver {
  return createFolderDriver({
    folder,
    name: 'Thư mục máy quét',
    maxBytes: 10_000,
    now: Date.now,
    // Time passes by polls here: what a writer does meanwhile is done in between.
    wait: () => onPoll((polls += 1)),
    explain: (reason) => `lý do: ${reason}`,
    taken: createTakenFiles({
      readNote: () => Promise.resolve(note),
      writeNote: (text) => Promise.resolve(void (note = text)),
      isKept: (pageId) => Promise.resolve(sealed.has(pageId)),
    }),
    removeFile: async (path) => {
      if (isHeld) throw Object.assign(new Error('held by another program'), { code: 'EBUSY' });
      await rm(path);
    },
    flushFolder,
  });
}

/** Runs the driver as a scan run does: each page is read and then reported as taken. */
async function scan(
  signal = new AbortController().signal,
  onPage?: () => void,
): Promise<{ pages: [string, number][]; rejected: ScanEvent[] }> {
  const pages: [string, number][] = [];
  const rejected: ScanEvent[] = [];
  for await (const event of driver.scan({ sourceId: `folder:${folder}` }, signal)) {
    if (event.type === 'rejected') rejected.push(event);
    else {
      let bytes = 0;
      const pageId = randomUUID();
      await event.taking(pageId);
      for await (const chunk of event.content()) bytes += chunk.length;
      sealed.set(pageId, event.name);
      pages.push([event.name, bytes]);
      await event.taken();
      onPage?.();
    }
  }
  return { pages, rejected };
}

const put = (name: string, content: Buffer): Promise<void> => writeFile(join(folder, name), content);
const age = (name: string): Promise<void> => utimes(join(folder, name), new Date(0), new Date(0));

describe('folder driver', () => {
  it('takes pages in the order of their numbers and leaves nothing of them in clear', async () => {
    for (const name of ['trang10.jpg', 'trang2.jpg', 'trang1.JPG']) await put(name, jpeg);
    await put('đơn.pdf', pdf);
    expect((await driver.sources())[0]).toMatchObject({ kind: 'folder', waiting: 4 });
    expect((await scan()).pages.map(([name]) => name)).toEqual(['đơn.pdf', 'trang1.JPG', 'trang2.jpg', 'trang10.jpg']);
    expect(await readdir(folder)).toEqual([]);
    expect((await driver.sources())[0]?.waiting).toBe(0);
  });

  it('waits for a file that is still being written and takes it whole', async () => {
    await put('a.jpg', jpeg.subarray(0, 1000));
    onPoll = async (poll) => {
      if (poll === 1) await appendFile(join(folder, 'a.jpg'), jpeg.subarray(1000, 2000));
      if (poll === 2) await appendFile(join(folder, 'a.jpg'), jpeg.subarray(2000));
    };
    expect((await scan()).pages).toEqual([['a.jpg', jpeg.length]]);
    expect(polls).toBeGreaterThanOrEqual(3);
  });

  it('leaves a half-written file where it is when its writer pauses, and takes it in a later run', async () => {
    await put('a.jpg', jpeg.subarray(0, 1000));
    await put('empty.jpg', Buffer.alloc(0));
    await put('b.jpg', jpeg);
    expect(await scan()).toEqual({ pages: [['b.jpg', jpeg.length]], rejected: [] });
    await appendFile(join(folder, 'a.jpg'), jpeg.subarray(1000));
    expect((await scan()).pages).toEqual([['a.jpg', jpeg.length]]);
  });

  it.each([
    ['half.jpg', jpeg.subarray(0, 1000), 'incomplete'],
    ['empty.png', Buffer.alloc(0), 'incomplete'],
    ['page.html', Buffer.from('<script>alert(1)</script>'), 'unsupported'],
    ['fake.jpg', Buffer.from('MZ this is a program'), 'unsupported'],
    ['huge.jpg', Buffer.alloc(10_001, 1), 'tooLarge'],
  ])('sets %s aside with its reason when nobody writes to it any more', async (name, content, reason) => {
    await put(name, content);
    await age(name);
    await put('good.jpg', jpeg);
    const { pages, rejected } = await scan();
    expect(pages).toEqual([['good.jpg', jpeg.length]]);
    expect(rejected).toEqual([{ type: 'rejected', name, reason }]);
    const aside = join(folder, REJECTED_FOLDER);
    expect((await readdir(aside)).sort()).toEqual([name, `${name}.ly-do.txt`]);
    expect(await readFile(join(aside, `${name}.ly-do.txt`), 'utf8')).toBe(`lý do: ${reason}\n`);
  });

  it('never follows a link', async () => {
    const secret = join(await mkdtemp(join(tmpdir(), 'secret-')), 's.jpg');
    await writeFile(secret, jpeg);
    await symlink(secret, join(folder, 'a.jpg'));
    expect(await scan()).toEqual({ pages: [], rejected: [] });
  });

  it('ignores files that writers mark as unfinished', async () => {
    for (const name of ['.a.jpg', 'a.jpg.part', 'b.crdownload', '~c.jpg', 'd.tmp']) await put(name, jpeg);
    expect(await scan()).toEqual({ pages: [], rejected: [] });
  });

  it('takes a file again when the same one is dropped again after it was taken', async () => {
    const drop = async (): Promise<void> => {
      await put('scan.jpg', jpeg);
      await age('scan.jpg');
    };
    await drop();
    expect((await scan()).pages).toHaveLength(1);
    await drop();
    driver = startDriver();
    expect((await scan()).pages).toHaveLength(1);
    expect(sealed.size).toBe(2);
  });

  it('leaves a file that took the name of a page while it was being sealed, and takes it next', async () => {
    await put('scan.jpg', jpeg);
    const later = Buffer.concat([jpeg, jpeg]);
    for await (const event of driver.scan({ sourceId: `folder:${folder}` }, AbortSignal.timeout(10_000))) {
      if (event.type !== 'page') throw new Error('a page was expected');
      await event.taking('first');
      sealed.set('first', event.name);
      await put('scan.jpg', later);
      await event.taken();
      break;
    }
    expect((await stat(join(folder, 'scan.jpg'))).size).toBe(later.length);
    expect((await scan()).pages).toEqual([['scan.jpg', later.length]]);
  });

  it.each([
    ['before the page was sealed', false, 1],
    ['after the page was sealed', true, 0],
  ])('loses no page and makes none twice when it was killed %s', async (_when, isSealed, again) => {
    for (const name of ['1.jpg', '2.jpg']) await put(name, jpeg);
    for await (const event of driver.scan({ sourceId: `folder:${folder}` }, AbortSignal.timeout(10_000))) {
      if (event.type !== 'page') throw new Error('a page was expected');
      await event.taking('killed');
      if (isSealed) sealed.set('killed', event.name);
      break;
    }
    expect((await readdir(folder)).sort()).toEqual(['1.jpg', '2.jpg']);
    driver = startDriver();
    expect((await driver.sources())[0]?.waiting).toBe(1 + again);
    expect((await scan()).pages).toHaveLength(1 + again);
    expect([...sealed.values()].sort()).toEqual(['1.jpg', '2.jpg']);
    expect(await readdir(folder)).toEqual([]);
  });

  it('never takes a file twice that could not be removed, and removes it when it can', async () => {
    await put('held.jpg', jpeg);
    isHeld = true;
    expect((await scan()).pages).toHaveLength(1);
    driver = startDriver();
    expect((await scan()).pages).toHaveLength(0);
    isHeld = false;
    expect((await scan()).pages).toHaveLength(0);
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes everything when its note was lost or damaged', async () => {
    note = '{"torn';
    await put('1.jpg', jpeg);
    expect((await scan()).pages).toHaveLength(1);
  });

  it('stops between two pages when it is cancelled and leaves the rest', async () => {
    for (const name of ['1.jpg', '2.jpg', '3.jpg']) await put(name, jpeg);
    const stop = new AbortController();
    const { pages } = await scan(stop.signal, () => {
      stop.abort();
    });
    expect(pages).toHaveLength(1);
    expect((await driver.sources())[0]?.waiting).toBe(2);
  });
});
