import type { Kysely, Selectable, Transaction } from 'kysely';
import type { z } from 'zod';
import { err, ok, type Result } from '../shared/base/result';
import { fromLocal, type Instant, type LocalDay } from '../shared/base/time';
import type { CodeLease } from '../shared/domain/code-lease';
import { CODE_NUMBER_MAX } from '../shared/domain/dossier-code';
import type { leaseRequestSchema } from '../shared/sync/protocol';
import type { LeasesTable, Tables } from './database/tables';
import type { Device } from './devices';
import { problem, type Problem } from './problem';

/** First number of the block that the server keeps for codes it assigns itself; leases end before it. */
export const SERVER_BLOCK_START = 900_001;

/** Days a lease may be asked for, seen from the server's present: a device's calendar can be a little off. */
const DAYS_BACK = 7;
const DAYS_AHEAD = 60;
const DAY_MS = 86_400_000;

/** A lease with the device that holds it. */
export type HeldLease = CodeLease & { readonly deviceId: string };

function toLease(row: Selectable<LeasesTable>): HeldLease {
  const { lease_id, agency_id, day, from_no, to_no, device_id } = row;
  return { leaseId: lease_id, agencyId: agency_id, day, from: from_no, to: to_no, deviceId: device_id };
}

/** Leases by id. */
export async function findLeases(db: Kysely<Tables>, leaseIds: readonly string[]): Promise<readonly HeldLease[]> {
  if (leaseIds.length === 0) return [];
  return (await db.selectFrom('leases').selectAll().where('lease_id', 'in', leaseIds).execute()).map(toLease);
}

/** Locks the counter of an agency and day, making it at its first use. Everything else about the day waits behind it. */
async function lockCounter(
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

/** Numbers of these leases that no accepted action has used or voided, as far as the server knows. */
async function countFree(
  db: Transaction<Tables>,
  leases: readonly HeldLease[],
  agencyAndDay: { agencyId: string; day: LocalDay },
): Promise<number> {
  const { agencyId, day } = agencyAndDay;
  const spent = await db
    .selectFrom('dossier_codes')
    .select('number')
    .where('agency_id', '=', agencyId)
    .where('day', '=', day)
    .execute();
  const spentOf = (lease: HeldLease) =>
    spent.filter(({ number }) => number !== null && lease.from <= number && number <= lease.to);
  return leases.reduce((free, lease) => free + (lease.to - lease.from + 1) - spentOf(lease).length, 0);
}

interface TopUp {
  readonly device: Device;
  readonly agencyId: string;
  readonly day: LocalDay;
  readonly size: number;
  readonly leaseId: string;
  readonly now: Instant;
}

/** Brings the free numbers a device holds for one day up to `size`. Asked again without use in between, it grants nothing. */
async function topUp(db: Transaction<Tables>, input: TopUp): Promise<readonly CodeLease[]> {
  const { device, agencyId, day } = input;
  const { nextNo } = await lockCounter(db, agencyId, day);
  const own = db
    .selectFrom('leases')
    .selectAll()
    .where('device_id', '=', device.deviceId)
    .where('agency_id', '=', agencyId)
    .where('day', '=', day);
  const held = (await own.orderBy('from_no').execute()).map(toLease);
  const missing = Math.min(input.size - (await countFree(db, held, { agencyId, day })), SERVER_BLOCK_START - nextNo);
  if (missing > 0) {
    const row = {
      lease_id: input.leaseId,
      device_id: device.deviceId,
      agency_id: agencyId,
      day,
      from_no: nextNo,
      to_no: nextNo + missing - 1,
    };
    await db
      .insertInto('leases')
      .values({ ...row, granted_at: input.now })
      .execute();
    await db
      .updateTable('lease_counters')
      .set({ next_no: nextNo + missing })
      .where('agency_id', '=', agencyId)
      .where('day', '=', day)
      .execute();
    held.push(toLease({ ...row, granted_at: input.now }));
  }
  return held.map(({ leaseId, from, to }) => ({ leaseId, agencyId, day, from, to }));
}

/** What a grant rests on apart from the request itself. */
export interface GrantInput {
  readonly db: Kysely<Tables>;
  readonly device: Device;
  readonly request: z.infer<typeof leaseRequestSchema>;
  readonly now: Instant;
  readonly newLeaseId: () => string;
}

/**
 * Grants codes for the days asked and answers every lease the device holds for them, old and new. 403 for an agency the
 * device may not receive for, 400 for a day out of reach.
 */
export async function grantLeases({
  db,
  device,
  request,
  now,
  newLeaseId,
}: GrantInput): Promise<Result<readonly CodeLease[], Problem>> {
  const { agencyId, size } = request;
  if (!device.scope.has(agencyId)) return err(problem(403, 'foreignUnit'));
  // Sorted, so that two requests lock the days in the same order and never wait for each other in a ring.
  const days = [...new Set(request.days)].sort();
  const reachable = days.every((day) => {
    const start = fromLocal(day, '00:00');
    return Number.isFinite(start) && start > now - DAYS_BACK * DAY_MS && start < now + DAYS_AHEAD * DAY_MS;
  });
  if (!reachable) return err(problem(400, 'dayOutOfReach'));
  const leases = await db.transaction().execute(async (tx) => {
    const granted: CodeLease[] = [];
    for (const day of days) {
      granted.push(...(await topUp(tx, { device, agencyId, day, size, leaseId: newLeaseId(), now })));
    }
    return granted;
  });
  return ok(leases);
}

/** Next number of the server's own block for an agency and day; `undefined` when the block is used up. */
export async function takeServerNumber(
  db: Transaction<Tables>,
  agencyId: string,
  day: LocalDay,
): Promise<number | undefined> {
  const { nextServerNo } = await lockCounter(db, agencyId, day);
  if (nextServerNo > CODE_NUMBER_MAX) return undefined;
  await db
    .updateTable('lease_counters')
    .set({ next_server_no: nextServerNo + 1 })
    .where('agency_id', '=', agencyId)
    .where('day', '=', day)
    .execute();
  return nextServerNo;
}
