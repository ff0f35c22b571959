import type { Kysely } from 'kysely';
import { toLocalDay, type LocalDay } from '../shared/base/time';
import { listOffice, type MergingUnits } from '../shared/domain/unit-succession';
import type { Tables } from './database/tables';
import type { PackageShelf } from './packages';

/** Units of the province as a push or a pull looks at them: mergers decide who may send what, and who sees it. */
export interface Offices {
  /** Registered units. */
  readonly unitIds: ReadonlySet<string>;
  /** As they stand on the server's day. */
  readonly units: MergingUnits;
  readonly today: LocalDay;
  /** Units with a feed. One that was merged before it ever had a PC of this program needs none. */
  readonly withFeed: ReadonlySet<string>;
}

/** The units as they stand now. */
export async function readOffices(
  db: Kysely<Tables>,
  { shelf, now }: { readonly shelf: PackageShelf; readonly now: () => number },
): Promise<Offices> {
  const today = toLocalDay(now());
  const rows = await db.selectFrom('unit_counters').select('unit_id').execute();
  const withFeed = new Set(rows.map((row) => row.unit_id));
  return { unitIds: shelf.unitIds, units: shelf.unitsOn(today), today, withFeed };
}

/** Units that see what concerns a unit: itself and those it is one office with, as far as they have a feed. */
export function listFeedUnits({ units, today, withFeed }: Offices, unitId: string): readonly string[] {
  return [unitId, ...listOffice(units, unitId, today).filter((other) => other !== unitId && withFeed.has(other))];
}
