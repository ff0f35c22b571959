import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The reference server as a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Ends it in order; resolves when it is gone. */
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
}

const root = join(import.meta.dirname, '../..');

/** Starts the server with the practice data on a free (or given) port. Resolves once it listens. */
export async function startServerProcess(options: {
  readonly dataDir: string;
  readonly port?: number;
  readonly databaseUrl?: string;
  /** Address to listen at; this PC alone by default. */
  readonly host?: string;
}): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'server/main.ts')], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(options.port ?? 0),
      HOST: options.host ?? '127.0.0.1',
      DATA_DIR: options.dataDir,
      SAMPLE_DATA: '1',
      ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that a kill reaches the server and not only its loader.
    detached: true,
  });
  const url = await readAddress(child);
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

async function readAddress(child: ChildProcess): Promise<string> {
  const complaints: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString('utf8')));
  const { stdout } = child;
  if (stdout === null) throw new Error('the server has no output');
  for await (const line of createInterface({ input: stdout })) {
    const match = /^listening (http:\/\/\S+)$/.exec(line);
    if (match?.[1] !== undefined) {
      stdout.resume();
      return match[1];
    }
  }
  throw new Error(`the server did not start:\n${complaints.join('')}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, 'exit');
  process.kill(-child.pid, signal);
  await gone;
}
