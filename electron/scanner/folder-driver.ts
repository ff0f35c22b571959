import type { Stats } from 'node:fs';
import { access, lstat, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { checkScanFile, isSameState, readScanFile } from './scan-file';
import type { RejectReason, ScanEvent, ScannerDriver } from './scanner-driver';
import type { TakenFiles } from './taken-files';

/** What the watched folder needs from outside. */
export interface FolderDriverPorts {
  readonly folder: string;
  /** Name the officer sees. */
  readonly name: string;
  readonly maxBytes: number;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Sentence put beside a file that was set aside. */
  readonly explain: (reason: RejectReason) => string;
  readonly taken: TakenFiles;
  readonly removeFile: (path: string) => Promise<void>;
  /** Makes the removal of a file last, where the folder's disk can. */
  readonly flushFolder: (folder: string) => Promise<void>;
}

/** Subfolder of the watched folder for files that are no pages, each with a note beside it. */
export const REJECTED_FOLDER = 'khong-doc-duoc';

/** Time between two looks at a file. Shares give no notice of changes, so looking twice is the only way. */
const POLL_MS = 500;
/** A file without its end that nobody wrote to for so long will not be finished any more. */
const ABANDONED_MS = 30_000;

interface Candidate {
  readonly name: string;
  readonly path: string;
  readonly stats: Stats;
}

/**
 * A folder that a scanner, a phone or a share drops files into. A file is taken when two looks agree and it is whole by
 * its first and last bytes; it is removed only after its page was sealed and flushed, because the scan folder is not
 * sealed. A file still being written is waited for while it grows and otherwise left where it is, so nothing half-written
 * becomes a page.
 */
export function createFolderDriver(ports: FolderDriverPorts): ScannerDriver {
  const sourceId = `folder:${ports.folder}`;
  return {
    kind: 'folder',
    sources: async () => {
      await mkdir(ports.folder, { recursive: true });
      const waiting = (await listFiles(ports)).length;
      return [{ id: sourceId, kind: 'folder', name: ports.name, waiting }];
    },
    scan: (_request, signal) => scanFolder(ports, signal),
  };
}

async function* scanFolder(ports: FolderDriverPorts, signal: AbortSignal): AsyncGenerator<ScanEvent> {
  await removeLeftOver(ports);
  let before = new Map<string, Candidate>();
  let isDone = false;
  while (!isDone && !signal.aborted) {
    const files = await listFiles(ports);
    const stable = files.filter((file) => isStable(before.get(file.name), file));
    const left: Candidate[] = [];
    for (const file of stable) {
      // Asked before each file: `abort` may come while the one before is being kept.
      if (isAborted(signal)) return;
      const event = await judge(ports, file);
      if (event === undefined) left.push(file);
      else yield event;
    }
    // Over when nothing is there but files that stand still unfinished: those are left for the next run.
    isDone = files.length === left.length;
    before = new Map(files.map((file) => [file.name, file]));
    if (!isDone) await ports.wait(POLL_MS);
  }
}

function isStable(before: Candidate | undefined, now: Candidate): boolean {
  return before !== undefined && isSameState(before.stats, now.stats);
}

/** A function, because the compiler would otherwise take the first answer for good. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

async function judge(ports: FolderDriverPorts, file: Candidate): Promise<ScanEvent | undefined> {
  const check = await checkScanFile(file.path, file.stats.size, ports.maxBytes).catch(ignoreHeld);
  // Held closed by its writer, or gone: nothing to judge yet.
  if (check === undefined) return undefined;
  const isAbandoned = ports.now() - file.stats.mtimeMs > ABANDONED_MS;
  if ((check === 'empty' || check === 'incomplete') && !isAbandoned) return undefined;
  const reject = (reason: RejectReason): Promise<void> => setAside(ports, file, reason);
  if (check !== 'page') {
    const reason = check === 'empty' ? 'incomplete' : check;
    await reject(reason);
    return { type: 'rejected', name: file.name, reason };
  }
  return {
    type: 'page',
    name: file.name,
    content: () => readScanFile(file.path),
    taking: (pageId) => ports.taken.begin(file, pageId),
    taken: () => removeTaken(ports, file),
    reject,
  };
}

/** Files whose pages are kept and which are still there: the app was killed, or another program held them. */
async function removeLeftOver(ports: FolderDriverPorts): Promise<void> {
  for (const file of await listAll(ports)) {
    if (await ports.taken.isTaken(file)) await removeTaken(ports, file);
  }
}

/** A file that cannot be removed now stays known as taken, so it is never taken twice and goes at the next run. */
async function removeTaken(ports: FolderDriverPorts, file: Candidate): Promise<void> {
  const now = await lstat(file.path).catch(ignoreMissing);
  // Another file came under this name meanwhile: that one is no page yet.
  if (now === undefined || isSameState(now, file.stats)) {
    const isGone = await ports.removeFile(file.path).then(() => true, ignoreHeld);
    if (isGone !== true) return;
    await ports.flushFolder(ports.folder).catch(ignoreUnflushable);
  }
  await ports.taken.end(file);
}

async function setAside(ports: FolderDriverPorts, file: Candidate, reason: RejectReason): Promise<void> {
  const moved = await moveInto(ports, REJECTED_FOLDER, file.name);
  await writeFile(`${moved}.ly-do.txt`, `${ports.explain(reason)}\n`);
}

async function moveInto(ports: FolderDriverPorts, subfolder: string, name: string): Promise<string> {
  const folder = join(ports.folder, subfolder);
  await mkdir(folder, { recursive: true });
  const target = await findFreeName(folder, name);
  await rename(join(ports.folder, name), target);
  return target;
}

async function findFreeName(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = parse(name);
  for (let n = 1; ; n += 1) {
    const path = join(folder, n === 1 ? name : `${stem} (${String(n)})${ext}`);
    const isTaken = await access(path).then(
      () => true,
      () => false,
    );
    if (!isTaken) return path;
  }
}

/** Files waiting to be taken. */
async function listFiles(ports: FolderDriverPorts): Promise<Candidate[]> {
  const files = await listAll(ports);
  const taken = await Promise.all(files.map((file) => ports.taken.isTaken(file)));
  return files.filter((_, index) => taken[index] !== true);
}

/** Files in the order of their names with numbers counted (`trang2` before `trang10`). Links are no files. */
async function listAll(ports: FolderDriverPorts): Promise<Candidate[]> {
  const byName = new Intl.Collator('vi', { numeric: true });
  const names = (await readdir(ports.folder)).filter((name) => !isTemporary(name)).sort(byName.compare);
  const files: Candidate[] = [];
  for (const name of names) {
    const path = join(ports.folder, name);
    const stats = await lstat(path).catch(ignoreMissing);
    if (stats?.isFile() === true) files.push({ name, path, stats });
  }
  return files;
}

/** The writer may rename or remove its file between two of our looks. */
function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

/** Another program has the file (a scanner, a virus scanner), or it is a link: left alone, not a fault. */
function ignoreHeld(error: unknown): undefined {
  const codes = ['EBUSY', 'EPERM', 'EACCES', 'ENOENT', 'ELOOP'];
  if (error instanceof Error && 'code' in error && codes.includes(String(error.code))) return undefined;
  throw error;
}

/** Network shares cannot all flush a folder; the note of taken files then tells a file that came back from a new one. */
function ignoreUnflushable(error: unknown): void {
  const codes = ['EINVAL', 'ENOTSUP', 'EPERM', 'EACCES', 'EIO', 'EBADF'];
  if (!(error instanceof Error && 'code' in error && codes.includes(String(error.code)))) throw error;
}

function isTemporary(name: string): boolean {
  return (
    name.startsWith('.') || name.startsWith('~') || /\.(?:tmp|part|partial|crdownload|lock|ly-do\.txt)$/iu.test(name)
  );
}
