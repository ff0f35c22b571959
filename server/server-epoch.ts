import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Tables } from './database/tables';
import { findFile, writeDurableFile } from './durable-file';

const MARK = 'clean-stop';

/** What decides whether the data of the last run can still be trusted to be complete. */
export interface EpochInput {
  readonly db: Kysely<Tables>;
  readonly durable: boolean;
  readonly dataDir: string;
  /** Name of a new epoch, random. */
  readonly newEpoch: string;
  /** The operator restored a backup: the epoch must change although the database is durable. */
  readonly restored: boolean;
}

/**
 * The server's epoch for this run. It stays while nothing accepted can have been lost, and is new when a non-durable
 * server starts without the mark of its last clean stop, or after a restore: devices then pull from the start again.
 */
export async function openServerEpoch(input: EpochInput): Promise<string> {
  const mark = await findFile(join(input.dataDir, MARK));
  // Taken away while the server runs; a kill leaves none behind.
  await rm(join(input.dataDir, MARK), { force: true });
  const row = await input.db
    .selectFrom('server_state')
    .select('value')
    .where('name', '=', 'serverEpoch')
    .executeTakeFirst();
  const trusted = input.durable || (mark !== undefined && mark.trim() === row?.value);
  if (row && trusted && !input.restored) return row.value;
  await input.db
    .insertInto('server_state')
    .values({ name: 'serverEpoch', value: input.newEpoch })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: input.newEpoch }))
    .execute();
  return input.newEpoch;
}

/** Leaves the mark of a clean stop. To be written last, after the database was closed. */
export async function writeCleanStopMark(dataDir: string, serverEpoch: string): Promise<void> {
  await writeDurableFile(join(dataDir, MARK), `${serverEpoch}\n`);
}
