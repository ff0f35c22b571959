import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { err, ok, type Result } from '../shared/base/result';

/** A held data folder; the system frees it with the process in any case. */
export interface DataFolderLock {
  readonly release: () => Promise<void>;
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

/**
 * Keeps a second server out of a data folder: PGlite takes no lock of its own and two of them destroy the files. An
 * abstract socket (Linux) or named pipe (Windows) named by the real path cannot stay behind after a kill, a lock file can.
 */
export async function lockDataFolder(
  folder: string,
): Promise<Result<DataFolderLock, { readonly kind: 'heldByOther' }>> {
  const name = lockName(await realpath(folder), process.platform);
  const server = createServer((socket) => socket.destroy());
  try {
    await listen(server, name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return err({ kind: 'heldByOther' });
    throw error;
  }
  server.unref();
  return ok({ release: () => close(server) });
}

/** Name of the socket or pipe of a folder. Windows paths are the same in any case. */
export function lockName(realPath: string, platform: NodeJS.Platform): string {
  const identity = platform === 'win32' ? realPath.toLowerCase() : realPath;
  const hash = createHash('sha256').update(identity).digest('hex').slice(0, 40);
  return platform === 'win32' ? `\\\\.\\pipe\\quay-mot-cua-server-${hash}` : `\0quay-mot-cua-server-${hash}`;
}
