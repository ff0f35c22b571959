import { readdir, readFile, readlink } from 'node:fs/promises';

/** `st` of a listening socket in the kernel's tables. */
const LISTENING = '0A';

/** Local addresses (hexadecimal, as the kernel writes them) that a process group listens at over TCP. Linux only. */
export async function findListeningPorts(group: number): Promise<readonly string[]> {
  const sockets = new Set<string>();
  for (const pid of await findMembers(group)) {
    for (const target of await readOpenFiles(pid)) sockets.add(target);
  }
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8')));
  return tables
    .flatMap((table) => table.trim().split('\n').slice(1))
    .map((row) => row.trim().split(/\s+/u))
    .filter(([, , , state, , , , , , inode]) => state === LISTENING && sockets.has(`socket:[${String(inode)}]`))
    .map(([, local = '']) => local);
}

async function findMembers(group: number): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const stats = await Promise.all(
    pids.map(async (pid) => ({ pid, stat: await readFile(`/proc/${pid}/stat`, 'utf8').catch(whenGone('')) })),
  );
  // After the name in brackets: state, parent, group.
  return stats.filter(({ stat }) => Number(/\) \S \d+ (\d+) /u.exec(stat)?.[1]) === group).map(({ pid }) => pid);
}

async function readOpenFiles(pid: string): Promise<readonly string[]> {
  const files = await readdir(`/proc/${pid}/fd`).catch(whenGone<string[]>([]));
  return Promise.all(files.map((file) => readlink(`/proc/${pid}/fd/${file}`).catch(whenGone(''))));
}

/** Processes and files come and go while we look. */
function whenGone<T>(fallback: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH', 'EACCES'].includes(String(error.code))) {
      return fallback;
    }
    throw error;
  };
}
