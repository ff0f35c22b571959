import { mkdir, open, readdir, readFile, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/** A segment open for writing at its end. */
export interface AppendFile {
  /** Writes all bytes at the end; they may not be on the disk yet. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Resolves when everything written is on the disk. */
  readonly datasync: () => Promise<void>;
  readonly truncate: (length: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The file operations the journal needs, bound to its folder. All throw the system's error. */
export interface JournalFiles {
  readonly list: () => Promise<readonly string[]>;
  readonly read: (name: string) => Promise<Buffer>;
  /** Bytes of a stretch; shorter than `length` when the file ends before. */
  readonly readAt: (name: string, offset: number, length: number) => Promise<Buffer>;
  /** Makes a new file; fails when the name is taken. */
  readonly create: (name: string) => Promise<AppendFile>;
  readonly openEnd: (name: string) => Promise<AppendFile>;
  readonly remove: (name: string) => Promise<void>;
  /** Makes creations and removals in the folder durable. */
  readonly syncFolder: () => Promise<void>;
}

/** File operations on a real folder, which is made when missing. */
export async function openJournalFiles(folder: string): Promise<JournalFiles> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    list: () => readdir(folder),
    read: (name) => readFile(join(folder, name)),
    readAt: (name, offset, length) => withFile(join(folder, name), (handle) => readStretch(handle, offset, length)),
    create: async (name) => wrapHandle(await open(join(folder, name), 'ax', 0o600)),
    openEnd: async (name) => wrapHandle(await open(join(folder, name), 'a', 0o600)),
    remove: (name) => unlink(join(folder, name)),
    syncFolder: async () => {
      // Windows has no folder handles to flush; NTFS journals the directory itself.
      if (process.platform !== 'win32') await withFile(folder, (handle) => handle.sync());
    },
  };
}

function wrapHandle(handle: FileHandle): AppendFile {
  return {
    write: (bytes) => writeAll(handle, bytes),
    datasync: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    close: () => handle.close(),
  };
}

/** Without `appendFile`, which takes half as long again for what is mostly one short write. */
async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.length) written += (await handle.write(bytes, written)).bytesWritten;
}

async function withFile<T>(path: string, use: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r');
  try {
    return await use(handle);
  } finally {
    await handle.close();
  }
}

async function readStretch(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
