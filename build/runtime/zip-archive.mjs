import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

// Layout: APPNOTE.TXT 6.3.9, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (end).
const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;

/**
 * @typedef {object} ZipEntry
 * @property {string} name path inside the archive with forward slashes; folders end with one
 * @property {number} method
 * @property {number} compressedSize bytes
 * @property {number} size bytes
 * @property {number} headerOffset
 * @property {number} mode Unix permission bits, 0 when the archive holds none
 */

/**
 * Lists an archive below 4 GB. A system `unzip` is not asked for because a bare Debian has none,
 * and a library would unpack all 25,000 files where 70 are wanted.
 *
 * @param {string} path
 * @returns {Promise<ZipEntry[]>}
 */
export async function listZip(path) {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const tail = await readAt(file, Math.max(0, size - END_SIZE - MAX_COMMENT), size);
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || tail.readUInt32LE(end) !== END_SIGNATURE) {
      throw new Error(`${path} is not a zip archive`);
    }
    const start = tail.readUInt32LE(end + 16);
    const directory = await readAt(file, start, start + tail.readUInt32LE(end + 12));
    return readDirectory(directory, tail.readUInt16LE(end + 10));
  } finally {
    await file.close();
  }
}

/** @param {Buffer} directory @param {number} count @returns {ZipEntry[]} */
function readDirectory(directory, count) {
  const entries = [];
  let at = 0;
  while (entries.length < count) {
    if (directory.readUInt32LE(at) !== CENTRAL_SIGNATURE) {
      throw new Error('the zip directory is damaged');
    }
    const nameLength = directory.readUInt16LE(at + 28);
    const rest = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    entries.push({
      name: directory.toString('utf8', at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength),
      method: directory.readUInt16LE(at + 10),
      compressedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      headerOffset: directory.readUInt32LE(at + 42),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
    });
    at += CENTRAL_SIZE + nameLength + rest;
  }
  return entries;
}

/**
 * Unpacks the entries for which `place` gives a path relative to `folder`; the others are left out.
 *
 * @param {string} path
 * @param {string} folder
 * @param {(entry: ZipEntry) => string | undefined} place
 * @returns {Promise<number>} how many files were written
 */
export async function extractZip(path, folder, place) {
  const root = resolve(folder);
  let written = 0;
  for (const entry of await listZip(path)) {
    const relative = entry.name.endsWith('/') ? undefined : place(entry);
    if (relative === undefined) {
      continue;
    }
    const target = resolve(root, relative);
    if (!target.startsWith(root + sep)) {
      throw new Error(`the zip entry ${entry.name} points outside the folder`);
    }
    await mkdir(dirname(target), { recursive: true });
    await extractEntry(path, entry, target);
    await chmod(target, entry.mode === 0 ? 0o644 : entry.mode);
    written += 1;
  }
  return written;
}

/** @param {string} path @param {ZipEntry} entry @param {string} target */
async function extractEntry(path, entry, target) {
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new Error(`the zip entry ${entry.name} uses the unknown method ${entry.method}`);
  }
  const file = await open(path, 'r');
  const header = await readAt(file, entry.headerOffset, entry.headerOffset + LOCAL_SIZE);
  await file.close();
  const start = entry.headerOffset + LOCAL_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (entry.compressedSize === 0) {
    await writeFile(target, '');
    return;
  }
  const sink = createWriteStream(target);
  const source = createReadStream(path, { start, end: start + entry.compressedSize - 1 });
  await (entry.method === STORED ? pipeline(source, sink) : pipeline(source, createInflateRaw(), sink));
  if (sink.bytesWritten !== entry.size) {
    throw new Error(`the zip entry ${entry.name} is incomplete`);
  }
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} start @param {number} end exclusive
 */
async function readAt(file, start, end) {
  const buffer = Buffer.alloc(end - start);
  const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
  if (bytesRead !== buffer.length) {
    throw new Error('the zip archive is cut short');
  }
  return buffer;
}
