import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { migrate } from './migrate';
import type { Tables } from './tables';

/** The server's SQL port: one query builder over both engines. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly engine: 'pglite' | 'postgres';
  /** True only where a commit survives a power cut: PostgreSQL with `fsync` and `synchronous_commit` on. */
  readonly durable: boolean;
  readonly close: () => Promise<void>;
}

/** Where the data lies. Without `databaseUrl` an embedded PGlite below `dataDir`; `memory:` keeps nothing. */
export interface DatabasePlace {
  readonly databaseUrl?: string;
  readonly dataDir: string;
}

const POOL_SIZE = 10;

function openPostgres(connectionString: string): Kysely<Tables> {
  // The driver hands `bigint` out as text to spare big values; ours stay below 2^53.
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, (text: string) => Number(text));
  const pool = new pg.Pool({ connectionString, max: POOL_SIZE, types });
  // An idle connection cut by the database must not end the process; the next query reports the trouble.
  pool.on('error', () => undefined);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

async function openPglite(place: DatabasePlace): Promise<Kysely<Tables>> {
  const folder = join(place.dataDir, 'pglite');
  if (place.databaseUrl !== 'memory:') await mkdir(folder, { recursive: true });
  const pglite = await PGlite.create(place.databaseUrl === 'memory:' ? 'memory://' : folder);
  return new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
}

async function readSetting(db: Kysely<Tables>, name: string): Promise<string> {
  const { rows } = await sql<{ value: string }>`select current_setting(${name}) as value`.execute(db);
  return rows[0]?.value ?? '';
}

async function isDurable(db: Kysely<Tables>): Promise<boolean> {
  const fsync = await readSetting(db, 'fsync');
  const commit = await readSetting(db, 'synchronous_commit');
  return fsync === 'on' && (commit === 'on' || commit === 'remote_apply');
}

/** Opens and migrates the database. Throws when it cannot be reached or migrated: the server then does not start. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const url = place.databaseUrl;
  const engine = url === undefined || url === 'memory:' ? 'pglite' : 'postgres';
  const db = engine === 'pglite' ? await openPglite(place) : openPostgres(url ?? '');
  const close = (): Promise<void> => db.destroy();
  try {
    await migrate(db);
    // PGlite never syncs its files, whatever its settings say (measured), so it is never asked.
    return { db, engine, durable: engine === 'postgres' && (await isDurable(db)), close };
  } catch (error) {
    await close();
    throw error;
  }
}
