import type { Kysely, Selectable, Transaction } from 'kysely';
import type { LocalDay } from '../shared/base/time';
import type { CodeLease, CodeLeaseReturn } from '../shared/domain/code-lease';
import type { LeasesTable, Tables } from './database/tables';

/** First number of the block that the server keeps for codes it assigns itself; leases end before it. */
export const SERVER_BLOCK_START = 900_001;

/** A lease with the device that holds it. */
export type HeldLease = CodeLease & { readonly deviceId: string };

/** A lease as its row tells it. */
export function toLease(row: Selectable<LeasesTable>): HeldLease {
  const { lease_id, agency_id, day, from_no, to_no, device_id } = row;
  return { leaseId: lease_id, agencyId: agency_id, day, from: from_no, to: to_no, deviceId: device_id };
}

/** Leases by id. */
export async function findLeases(db: Kysely<Tables>, leaseIds: readonly string[]): Promise<readonly HeldLease[]> {
  if (leaseIds.length === 0) return [];
  return (await db.selectFrom('leases').selectAll().where('lease_id', 'in', leaseIds).execute()).map(toLease);
}

/** Ranges of leases that were given back. */
export async function findReturns(
  db: Kysely<Tables>,
  leaseIds: readonly string[],
): Promise<readonly CodeLeaseReturn[]> {
  if (leaseIds.length === 0) return [];
  const rows = await db.selectFrom('lease_returns').selectAll().where('lease_id', 'in', leaseIds).execute();
  return rows.map(({ lease_id, from_no, to_no }) => ({ leaseId: lease_id, from: from_no, to: to_no }));
}

/** Leases of an agency and day, lowest numbers first. */
export async function findLeasesOfDay(
  db: Kysely<Tables>,
  agencyId: string,
  day: LocalDay,
): Promise<readonly HeldLease[]> {
  const ofDay = db.selectFrom('leases').selectAll().where('agency_id', '=', agencyId).where('day', '=', day);
  return (await ofDay.orderBy('from_no').execute()).map(toLease);
}

/** Locks the counter of an agency and day, making it at its first use. Everything else about the day waits behind it. */
export async function lockCounter(
  db: Transaction<Tables>,
  agencyId: string,
  day: LocalDay,
): Promise<{ nextNo: number; nextServerNo: number }> {
  const row = { agency_id: agencyId, day, next_server_no: SERVER_BLOCK_START };
  await db
    .insertInto('lease_counters')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const counter = await db
    .selectFrom('lease_counters')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('day', '=', day)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { nextNo: counter.next_no, nextServerNo: counter.next_server_no };
}

/** First numbers behind everything the database knows to be given, by series, whatever agency and day. */
export async function findHighestGiven(
  db: Kysely<Tables>,
): Promise<{ readonly lease: number; readonly server: number }> {
  return db
    .selectFrom('lease_counters')
    .select((row) => [
      row.fn.coalesce(row.fn.max('next_no'), row.lit(1)).as('lease'),
      row.fn.coalesce(row.fn.max('next_server_no'), row.lit(SERVER_BLOCK_START)).as('server'),
    ])
    .executeTakeFirstOrThrow();
}
