import type { Transaction } from 'kysely';
import type { Tables } from './database/tables';
import { listFeedUnits, readOffices } from './offices';
import { ensureCounters, lockUnits } from './push/unit-locks';
import type { MergedFeeds } from './server-context';

/** Subjects taken over in one transaction, so that counters are not locked for long. */
const SUBJECTS_AT_ONCE = 500;
/** Rows of one statement; PostgreSQL takes 65,535 parameters. */
const ROWS_AT_ONCE = 5_000;

interface Missing {
  readonly subject_key: string;
  readonly last_pos: number;
}

/** Subjects that others of the office see and a unit does not. */
function findMissing(db: Transaction<Tables>, unitId: string, others: readonly string[]): Promise<readonly Missing[]> {
  return db
    .selectFrom('subjects')
    .select(['subject_key', 'last_pos'])
    .where((where) =>
      where.and([
        where.exists(
          where
            .selectFrom('subject_units as theirs')
            .select('theirs.subject_key')
            .whereRef('theirs.subject_key', '=', 'subjects.subject_key')
            .where('theirs.unit_id', 'in', others),
        ),
        where.not(
          where.exists(
            where
              .selectFrom('subject_units as own')
              .select('own.subject_key')
              .whereRef('own.subject_key', '=', 'subjects.subject_key')
              .where('own.unit_id', '=', unitId),
          ),
        ),
      ]),
    )
    .orderBy('subject_key')
    .limit(SUBJECTS_AT_ONCE)
    .execute();
}

async function addToFeed(db: Transaction<Tables>, unitId: string, take: { missing: readonly Missing[]; head: number }) {
  const { missing, head } = take;
  await db
    .insertInto('subject_units')
    .values(missing.map(({ subject_key }) => ({ subject_key, unit_id: unitId })))
    .execute();
  const places = missing.flatMap(({ subject_key, last_pos }) =>
    Array.from({ length: last_pos }, (_, index) => ({ subject_key, pos: index + 1 })),
  );
  const rows = places.map((place, index) => ({ unit_id: unitId, n: head + index + 1, ...place }));
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await db
      .insertInto('feed')
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .execute();
  }
  await db
    .updateTable('unit_counters')
    .set({ feed_n: head + rows.length })
    .where('unit_id', '=', unitId)
    .execute();
}

/** Takes over one part; answers how many subjects it was. All counters of the office are locked: nobody adds to them meanwhile. */
async function takeOver(db: Transaction<Tables>, unitId: string, office: readonly string[]): Promise<number> {
  const heads = await lockUnits(db, new Set(office));
  const others = office.filter((other) => other !== unitId);
  const missing = await findMissing(db, unitId, others);
  if (missing.length > 0) await addToFeed(db, unitId, { missing, head: heads.get(unitId) ?? 0 });
  return missing.length;
}

/**
 * Remembers which feeds are together: a push enters its acts for the whole office, so nothing can be missing again while the
 * office stays the same.
 */
export function createMergedFeeds(): MergedFeeds {
  const joined = new Set<string>();
  return {
    join: async ({ db, shelf, now }, unitId) => {
      const offices = await readOffices(db, { shelf, now });
      const office = listFeedUnits(offices, unitId);
      const key = `${unitId}: ${office.join(' ')}`;
      if (office.length < 2 || joined.has(key)) return;
      if (!offices.withFeed.has(unitId)) await ensureCounters(db, new Set([unitId]));
      let taken: number;
      do taken = await db.transaction().execute((tx) => takeOver(tx, unitId, office));
      while (taken === SUBJECTS_AT_ONCE);
      joined.add(key);
    },
  };
}
