import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { err, ok, type Result } from '../shared/base/result';

/** A held lock; `release` is only for tests and an orderly exit, the system frees it with the process in any case. */
export interface FolderLock {
  readonly release: () => Promise<void>;
}

/**
 * Locks a folder for this process, whoever started it: an abstract unix socket (Linux) or a named pipe (Windows), named by
 * the real path. Unlike a lock file it cannot stay behind after a power cut, and unlike the single-instance lock it also
 * holds against another user, another profile folder or a link to the same data.
 */
export async function lockFolder(
  folder: string,
  platform: NodeJS.Platform,
): Promise<Result<FolderLock, { kind: 'heldByOther' }>> {
  const name = lockName(await realpath(folder), platform);
  const server = createServer((socket) => socket.destroy());
  try {
    await listen(server, name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return err({ kind: 'heldByOther' });
    throw error;
  }
  // The lock alone must not keep a process alive that has nothing else to do.
  server.unref();
  return ok({ release: () => close(server) });
}

/** Name of the socket or pipe of a folder. Windows paths are the same in any case. */
export function lockName(realPath: string, platform: NodeJS.Platform): string {
  const identity = platform === 'win32' ? realPath.toLowerCase() : realPath;
  const hash = createHash('sha256').update(identity).digest('hex').slice(0, 40);
  return platform === 'win32' ? `\\\\.\\pipe\\quay-mot-cua-${hash}` : `\0quay-mot-cua-${hash}`;
}

function listen(server: Server, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(name, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
