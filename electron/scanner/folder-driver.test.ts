import { appendFile, mkdtemp, readdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFolderDriver, REJECTED_FOLDER, TAKEN_FOLDER } from './folder-driver';
import type { ScanEvent, ScannerDriver } from './scanner-driver';

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(3000, 1), Buffer.from([0xff, 0xd9])]);
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n');

let folder: string;
let polls: number;
let onPoll: (poll: number) => Promise<void>;
let driver: ScannerDriver;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scan-'));
  polls = 0;
  onPoll = () => Promise.resolve();
  driver = createFolderDriver({
    folder,
    name: 'Thư mục máy quét',
    maxBytes: 10_000,
    now: Date.now,
    // Time passes by polls here: what a writer does meanwhile is done in between.
    wait: () => onPoll((polls += 1)),
    explain: (reason) => `lý do: ${reason}`,
  });
});

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
      for await (const chunk of event.content()) bytes += chunk.length;
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
  it('takes pages in the order of their numbers and moves them away', async () => {
    for (const name of ['trang10.jpg', 'trang2.jpg', 'trang1.JPG']) await put(name, jpeg);
    await put('đơn.pdf', pdf);
    expect((await driver.sources())[0]).toMatchObject({ kind: 'folder', waiting: 4 });
    expect((await scan()).pages.map(([name]) => name)).toEqual(['đơn.pdf', 'trang1.JPG', 'trang2.jpg', 'trang10.jpg']);
    expect((await readdir(join(folder, TAKEN_FOLDER))).sort()).toEqual([
      'trang1.JPG',
      'trang10.jpg',
      'trang2.jpg',
      'đơn.pdf',
    ]);
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

  it('keeps both files when one of the same name was taken before', async () => {
    for (let i = 0; i < 2; i += 1) {
      await put('scan.jpg', jpeg);
      await scan();
    }
    expect((await readdir(join(folder, TAKEN_FOLDER))).sort()).toEqual(['scan (2).jpg', 'scan.jpg']);
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
