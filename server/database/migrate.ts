import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { allMigrations, type SqlMigration } from '../migrations/all-migrations';
import type { Tables } from './tables';

function toKyselyMigration(migration: SqlMigration): Migration {
  return {
    up: async (db) => {
      // One statement at a time: the extended protocol, the only one both engines share, takes no more.
      for (const statement of migration.statements) await sql.raw(statement).execute(db);
    },
  };
}

/** Brings the database to the newest shape, in one transaction and under a lock. Throws when a step fails. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const steps = Object.fromEntries(allMigrations.map((step) => [step.name, toKyselyMigration(step)]));
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(steps) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('migration of the server database failed', { cause: error });
}
