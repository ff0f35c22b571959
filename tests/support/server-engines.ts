import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startServer, type RunningServer, type ServerOptions } from '../../server/http';
import type { Role } from '../../shared/domain/officer';
import { createServerDevice, type ServerDevice } from './server-device';

/** PostgreSQL to test against; databases are made in it and dropped again. */
const postgresUrl = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** One engine to run the same tests on. `open` makes an empty database and gives its address. */
export interface TestEngine {
  readonly name: 'pglite' | 'postgres';
  readonly durable: boolean;
  readonly open: () => Promise<{ readonly databaseUrl: string; readonly drop: () => Promise<void> }>;
}

const pglite: TestEngine = {
  name: 'pglite',
  durable: false,
  open: () => Promise.resolve({ databaseUrl: 'memory:', drop: () => Promise.resolve() }),
};

async function runAdmin(statement: string): Promise<void> {
  const client = new pg.Client(postgresUrl);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const postgres: TestEngine = {
  name: 'postgres',
  durable: true,
  open: async () => {
    const name = `qmc_test_${randomBytes(6).toString('hex')}`;
    await runAdmin(`create database ${name}`);
    const databaseUrl = Object.assign(new URL(postgresUrl), { pathname: `/${name}` }).toString();
    return { databaseUrl, drop: () => runAdmin(`drop database ${name} with (force)`) };
  },
};

function answers(address: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(address.port || '5432'), address.hostname);
    const finish = (open: boolean) => () => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', finish(true)).once('error', finish(false)).setTimeout(2_000, finish(false));
  });
}

/** PGlite always, PostgreSQL when one answers at `TEST_DATABASE_URL` (127.0.0.1:5432) and lets us make a database. */
export async function findEngines(): Promise<readonly TestEngine[]> {
  if (!(await answers(new URL(postgresUrl)))) return [pglite];
  try {
    await runAdmin('select 1');
    return [pglite, postgres];
  } catch {
    // Somebody else's database: not ours to test on.
    return [pglite];
  }
}

/** A server on an engine, in this process, with everything to clean up behind it. */
export interface TestServer {
  readonly server: RunningServer;
  readonly dataDir: string;
  readonly logLines: string[];
  /** An enrolled device of `H41.26`, counter `quay-1`, unless said otherwise. */
  readonly addDevice: (place?: Partial<DevicePlace>) => Promise<ServerDevice>;
  /** Stops and starts again on the same data. */
  readonly restart: () => Promise<RunningServer>;
  readonly close: () => Promise<void>;
}

/** Where a test device stands and what it may do. */
export interface DevicePlace {
  readonly unitId: string;
  readonly counterId: string;
  readonly receivesFor: readonly string[];
  readonly roles: readonly Role[];
}

const usualPlace: DevicePlace = {
  unitId: 'H41.26',
  counterId: 'quay-1',
  receivesFor: [],
  roles: ['intakeOfficer', 'supervisor'],
};

export async function openTestServer(
  engine: TestEngine,
  // `onDisk`: an embedded database that is still there after a restart.
  options: Partial<Pick<ServerOptions, 'now' | 'sampleData' | 'packagesDir'>> & { readonly onDisk?: boolean } = {},
): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'qmc-server-'));
  const database = await engine.open();
  const logLines: string[] = [];
  const logStream = { write: (line: string) => void logLines.push(line) };
  const start = (): Promise<RunningServer> =>
    startServer({
      ...{ host: '127.0.0.1', port: 0, dataDir, logStream },
      ...(options.onDisk === true && engine.name === 'pglite' ? {} : { databaseUrl: database.databaseUrl }),
      ...{ sampleData: options.sampleData ?? false, now: options.now ?? (() => Date.now()) },
      ...(options.packagesDir === undefined ? {} : { packagesDir: options.packagesDir }),
    });
  const state = { server: await start() };
  return {
    get server() {
      return state.server;
    },
    dataDir,
    logLines,
    addDevice: async (place) => {
      const { unitId, counterId, receivesFor, roles } = { ...usualPlace, ...place };
      const expiresAt = (options.now ?? Date.now)() + 3_600_000;
      const code = await state.server.issueEnrolCode({ unitId, counterId, receivesFor, roles, expiresAt });
      const device = createServerDevice(state.server.url);
      const answer = await device.enrol(code, { unitId, counterId });
      if (answer.status !== 200) throw new Error(`enrol: ${JSON.stringify(answer)}`);
      return device;
    },
    restart: async () => {
      await state.server.stop();
      state.server = await start();
      return state.server;
    },
    close: async () => {
      await state.server.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
