import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A TCP port of this machine as a unix socket, which also leads out of a network that has no cable. */
export interface UnixRelay {
  readonly port: number;
  readonly path: string;
  readonly stop: () => Promise<void>;
}

/** Hands everything that comes through a new socket on to a port of this machine. */
export async function startUnixRelay(port: number): Promise<UnixRelay> {
  const folder = await mkdtemp(join(tmpdir(), 'relay-'));
  const path = join(folder, 'socket');
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    near.pipe(far).pipe(near);
    // One end gone, both gone.
    near.on('error', () => far.destroy()).on('close', () => far.destroy());
    far.on('error', () => near.destroy());
  });
  server.listen(path);
  await once(server, 'listening');
  return {
    port,
    path,
    stop: async () => {
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
