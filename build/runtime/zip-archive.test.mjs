import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { extractZip, listZip } from './zip-archive.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zip-archive-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Writes an archive by the book: local headers with data, central directory, end record. */
async function makeZip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, content, method = 8, mode = 0o644 } of files) {
    const data = method === 8 ? deflateRawSync(content) : Buffer.from(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(content.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), data);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  const path = join(folder, 'a.zip');
  await writeFile(path, Buffer.concat([...parts, ...directory, end]));
  return path;
}

describe('extractZip', () => {
  it('writes the placed entries with content and mode when they are deflated or stored', async () => {
    const zip = await makeZip([
      { name: 'app/run', content: 'x'.repeat(5000), mode: 0o755 },
      { name: 'app/data/plain', content: 'abc', method: 0 },
      { name: 'app/empty', content: '', method: 0 },
      { name: 'app/left-out', content: 'no' },
    ]);
    const place = ({ name }) => (name === 'app/left-out' ? undefined : name.slice(4));
    expect(await extractZip(zip, join(folder, 'out'), place)).toBe(3);
    expect(await readFile(join(folder, 'out/run'), 'utf8')).toBe('x'.repeat(5000));
    expect((await stat(join(folder, 'out/run'))).mode & 0o777).toBe(0o755);
    expect(await readFile(join(folder, 'out/data/plain'), 'utf8')).toBe('abc');
    expect((await stat(join(folder, 'out/empty'))).size).toBe(0);
    expect(existsSync(join(folder, 'out/left-out'))).toBe(false);
  });

  it('refuses when an entry points outside the folder', async () => {
    const zip = await makeZip([{ name: '../evil', content: 'x' }]);
    await expect(extractZip(zip, join(folder, 'out'), ({ name }) => name)).rejects.toThrow('outside');
    expect(existsSync(join(folder, 'evil'))).toBe(false);
  });

  it('refuses when an entry is shorter than the directory says', async () => {
    const path = await makeZip([{ name: 'a', content: 'abcdef', method: 0 }]);
    const bytes = await readFile(path);
    bytes.writeUInt32LE(9, bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    await writeFile(path, bytes);
    await expect(extractZip(path, join(folder, 'out'), ({ name }) => name)).rejects.toThrow('incomplete');
  });
});

describe('listZip', () => {
  it('refuses when the file is no archive', async () => {
    await writeFile(join(folder, 'x'), 'hello');
    await expect(listZip(join(folder, 'x'))).rejects.toThrow('not a zip archive');
  });
});
