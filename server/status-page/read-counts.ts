import type { Kysely } from 'kysely';
import type { Instant } from '../../shared/base/time';
import type { Tables } from '../database/tables';

/** What the status page counts. */
export interface StatusCounts {
  readonly dossiers: number;
  readonly actions: number;
  readonly devices: number;
  readonly quarantined: number;
}

/** Counting reads whole tables, and the page asks for no proof: one count serves everybody for a moment. */
const KEEP_MS = 5_000;

async function readCounts(db: Kysely<Tables>): Promise<StatusCounts> {
  const count = async (table: 'actions' | 'devices' | 'quarantine'): Promise<number> => {
    const row = await db
      .selectFrom(table)
      .select((row) => row.fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    return Number(row.count);
  };
  const dossiers = await db
    .selectFrom('subjects')
    .select((row) => row.fn.countAll().as('count'))
    .where('subject_key', 'like', 'dossier:%')
    .executeTakeFirstOrThrow();
  return {
    dossiers: Number(dossiers.count),
    actions: await count('actions'),
    devices: await count('devices'),
    quarantined: await count('quarantine'),
  };
}

/** A reader of the counts that asks the database at most every few seconds. */
export function createCountReader(db: Kysely<Tables>, now: () => Instant): () => Promise<StatusCounts> {
  let latest: { readonly at: Instant; readonly counts: Promise<StatusCounts> } | undefined;
  return () => {
    if (latest && Math.abs(now() - latest.at) < KEEP_MS) return latest.counts;
    const counts = readCounts(db);
    latest = { at: now(), counts };
    return counts;
  };
}
