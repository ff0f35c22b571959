import { randomBytes } from 'node:crypto';
import { mkdir, realpath } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Instant } from '../shared/base/time';
import { PROTOCOL_VERSION } from '../shared/sync/protocol';
import { lockDataFolder } from './data-folder-lock';
import { openDatabase, type Database } from './database/open-database';
import { revokeDevice } from './devices';
import { newEnrolCode, putEnrolCode, type EnrolGrant } from './enrolment';
import { openGivenNumbers } from './leases-given';
import { findHighestGiven } from './leases-book';
import { openLog, type ServerLog } from './log';
import { createMergedFeeds } from './merged-feeds';
import { takeOnlineSubmissions, type OnlineSubmission } from './online-submissions';
import { openPackageShelf } from './packages';
import { loadSampleData } from './sample-data/load-sample-data';
import { createNonces } from './security/nonces';
import { createReplayGuard } from './security/replay-guard';
import { openSigningKey } from './security/signing-key';
import { buildServerApp } from './server-app';
import type { ServerContext } from './server-context';
import { openServerEpoch, writeCleanStopMark } from './server-epoch';
import { createWakeUp } from './wake-up';

/** How to run a server. */
export interface ServerOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** PostgreSQL address; left out: embedded PGlite below `dataDir`; `memory:`: embedded and kept nowhere. */
  readonly databaseUrl?: string;
  /** Folder of the server's key, marks and embedded database. Made when absent; one server at a time. */
  readonly dataDir: string;
  readonly sampleData: boolean;
  readonly now: () => Instant;
  /** Folder with `procedures.json`, `calendar.json`, `units.json`; the installer's packages by default. */
  readonly packagesDir?: string;
  /** The database was restored from a backup: begins a new epoch. */
  readonly restored?: boolean;
  /** Where log lines go; nowhere when left out. */
  readonly logStream?: { write: (line: string) => void };
}

/** A running server and what its operator may do with it. */
export interface RunningServer {
  readonly url: string;
  readonly serverEpoch: string;
  readonly durable: boolean;
  readonly engine: 'pglite' | 'postgres';
  /** Id of the key that signs receipts and packages. */
  readonly keyId: string;
  /** Makes a one-time enrolment code and gives it. */
  readonly issueEnrolCode: (grant: EnrolGrant) => Promise<string>;
  readonly revokeDevice: (deviceId: string) => Promise<void>;
  /** Hands over submissions of the portal to a receiving unit. */
  readonly submitOnline: (unitId: string, submissions: readonly OnlineSubmission[]) => Promise<void>;
  /** Finishes requests under way, closes the database and leaves the mark of a clean stop. Safe to call twice. */
  readonly stop: () => Promise<void>;
}

const installerPackages = fileURLToPath(new URL('../build/packages/', import.meta.url));
const NONCE_SECRET_BYTES = 32;
const EPOCH_BYTES = 12;

async function buildContext(options: ServerOptions, database: Database, log: ServerLog): Promise<ServerContext> {
  const { dataDir, now } = options;
  const { db, durable, engine } = database;
  const key = await openSigningKey(dataDir);
  const given = await openGivenNumbers(dataDir, now);
  if (options.restored === true) await given.skip(await findHighestGiven(db));
  const newEpoch = randomBytes(EPOCH_BYTES).toString('base64url');
  return {
    ...{ db, engine, durable, key, given, log, now, randomBytes: (count) => randomBytes(count) },
    serverEpoch: await openServerEpoch({ db, durable, dataDir, newEpoch, restored: options.restored ?? false }),
    shelf: await openPackageShelf(options.packagesDir ?? installerPackages, key),
    nonces: createNonces(randomBytes(NONCE_SECRET_BYTES), now),
    replay: createReplayGuard(now),
    wakeUp: createWakeUp(),
    mergedFeeds: createMergedFeeds(),
  };
}

async function listen(app: FastifyInstance, { host, port }: ServerOptions): Promise<string> {
  await app.listen({ host, port });
  const address = app.server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${name}:${String(address.port)}`;
}

const SWEEP_MS = 100;
/** Time for requests under way; far below the patience of whoever asked the server to stop. */
const GRACE_MS = 3_000;

/**
 * Finishes what is under way. A connection that falls idle only after the close began (a long poll just woken) would
 * otherwise be held open for its whole keep-alive time, and one that never asked anything (a browser's spare) for ever:
 * a server that does not stop is killed, and a killed one begins a new epoch.
 */
async function closeApp(app: FastifyInstance): Promise<void> {
  const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS);
  const end = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
    clearTimeout(end);
  }
}

interface OpenParts {
  readonly app: FastifyInstance;
  readonly context: ServerContext;
  readonly database: Database;
  readonly releaseFolder: () => Promise<void>;
}

/** Order matters: sleepers first, or requests would be waited for; the mark last, or it would vouch for a torn close. */
async function stopParts({ app, context, database, releaseFolder }: OpenParts, dataDir: string): Promise<void> {
  context.log.life('stopping', {});
  context.wakeUp.stop();
  await closeApp(app);
  await database.close();
  await writeCleanStopMark(dataDir, context.serverEpoch);
  await releaseFolder();
  context.log.life('stopped', {});
}

function describeServer(parts: OpenParts, url: string, dataDir: string): RunningServer {
  const { context } = parts;
  const { serverEpoch, durable, engine, db } = context;
  let stopped: Promise<void> | undefined;
  return {
    ...{ url, serverEpoch, durable, engine, keyId: context.key.keyId },
    issueEnrolCode: async (grant) => {
      const code = newEnrolCode(context.randomBytes);
      await putEnrolCode(db, code, grant);
      return code;
    },
    revokeDevice: (deviceId) => revokeDevice(db, deviceId, context.now()),
    submitOnline: async (unitId, submissions) => {
      await takeOnlineSubmissions(context, unitId, submissions);
    },
    stop: () => (stopped ??= stopParts(parts, dataDir)),
  };
}

async function openServer(options: ServerOptions, releaseFolder: () => Promise<void>): Promise<RunningServer> {
  const { dataDir } = options;
  const log = openLog(options.logStream ?? { write: () => undefined }, options.logStream ? 'info' : 'silent');
  const database = await openDatabase(
    options.databaseUrl === undefined ? { dataDir } : { dataDir, databaseUrl: options.databaseUrl },
  );
  try {
    const context = await buildContext(options, database, log);
    if (options.sampleData) await loadSampleData(context);
    const app = buildServerApp(context);
    const url = await listen(app, options);
    const { engine, durable, serverEpoch } = context;
    log.life('started', { engine, durable, serverEpoch, protocol: PROTOCOL_VERSION });
    return describeServer({ app, context, database, releaseFolder }, url, dataDir);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * Starts a server in this process and resolves when it answers. Throws when its folder is in use, the database cannot be
 * reached, a package is malformed or the port is taken; nothing is left open then.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  await mkdir(options.dataDir, { recursive: true });
  const dataDir = await realpath(options.dataDir);
  const lock = await lockDataFolder(dataDir);
  if (!lock.ok) throw new Error('another server is using this data folder');
  try {
    return await openServer({ ...options, dataDir }, lock.value.release);
  } catch (error) {
    await lock.value.release();
    throw error;
  }
}
