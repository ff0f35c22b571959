import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import type { ServerPlace } from './province-server';

/** A copy of a server's database, as a nightly backup makes one. */
export interface DatabaseCopy {
  /** Puts the copy in the place of the present database. */
  readonly putBack: () => Promise<void>;
}

async function runAdmin(databaseUrl: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client(Object.assign(new URL(databaseUrl), { pathname: '/postgres' }).toString());
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function copyPostgres(databaseUrl: string): Promise<DatabaseCopy> {
  const name = new URL(databaseUrl).pathname.slice(1);
  const copy = `${name}_copy`;
  await runAdmin(databaseUrl, `create database ${copy} template ${name}`);
  onTestFinished(() => runAdmin(databaseUrl, `drop database if exists ${copy} with (force)`));
  return {
    putBack: () =>
      runAdmin(databaseUrl, `drop database ${name} with (force)`, `create database ${name} template ${copy}`),
  };
}

async function copyFolder(dataDir: string): Promise<DatabaseCopy> {
  const [live, copy] = [join(dataDir, 'pglite'), join(dataDir, 'pglite-copy')];
  await cp(live, copy, { recursive: true });
  return {
    putBack: async () => {
      await rm(live, { recursive: true });
      await cp(copy, live, { recursive: true });
    },
  };
}

/** Copies the database of a stopped server. */
export function copyDatabase({ dataDir, databaseUrl }: ServerPlace): Promise<DatabaseCopy> {
  return databaseUrl === undefined ? copyFolder(dataDir) : copyPostgres(databaseUrl);
}

/** Leaves a stopped server nothing: an empty folder and an empty database. */
export async function emptyServer({ dataDir, databaseUrl }: ServerPlace): Promise<void> {
  for (const name of await readdir(dataDir)) await rm(join(dataDir, name), { recursive: true });
  if (databaseUrl === undefined) return;
  const name = new URL(databaseUrl).pathname.slice(1);
  await runAdmin(databaseUrl, `drop database ${name} with (force)`, `create database ${name}`);
}
