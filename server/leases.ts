import type { Kysely, Transaction } from 'kysely';
import type { z } from 'zod';
import { err, ok, type Result } from '../shared/base/result';
import { fromLocal, toLocalDay, type Instant, type LocalDay } from '../shared/base/time';
import type { CodeLease } from '../shared/domain/code-lease';
import { CODE_NUMBER_MAX } from '../shared/domain/dossier-code';
import { findUnitInCharge, isSameOffice, type MergingUnits } from '../shared/domain/unit-succession';
import type { leaseRequestSchema } from '../shared/sync/protocol';
import type { Tables } from './database/tables';
import type { Device } from './devices';
import { findLeasesOfDay, findReturns, lockCounter, SERVER_BLOCK_START, type HeldLease } from './leases-book';
import type { GivenNumbers } from './leases-given';
import { learnLeases } from './leases-reported';
import { noteReturns } from './leases-returned';
import { problem, type Problem } from './problem';

/** Days a lease may be asked for, seen from the server's present: a device's calendar can be a little off. */
const DAYS_BACK = 7;
const DAYS_AHEAD = 60;
const DAY_MS = 86_400_000;

/** Numbers of an agency and day that are spent: on a dossier, voided, or printed on the slips of a paper kit. */
async function findSpent(
  db: Transaction<Tables>,
  { agencyId, day }: { agencyId: string; day: LocalDay },
): Promise<ReadonlySet<number>> {
  const numbers: number[] = [];
  for (const table of ['dossier_codes', 'kit_codes'] as const) {
    const rows = await db
      .selectFrom(table)
      .select('number')
      .where('agency_id', '=', agencyId)
      .where('day', '=', day)
      .execute();
    numbers.push(...rows.flatMap(({ number }) => number ?? []));
  }
  return new Set(numbers);
}

/** Numbers of these leases that are neither spent nor given back, as far as the server knows. */
async function countFree(
  db: Transaction<Tables>,
  leases: readonly HeldLease[],
  agencyAndDay: { agencyId: string; day: LocalDay },
): Promise<number> {
  if (leases.length === 0) return 0;
  const spent = await findSpent(db, agencyAndDay);
  const ids = leases.map((lease) => lease.leaseId);
  const returned = await findReturns(db, ids);
  const isBack = (leaseId: string, number: number): boolean =>
    returned.some((range) => range.leaseId === leaseId && range.from <= number && number <= range.to);
  return leases.reduce((free, { leaseId, from, to }) => {
    const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    return free + numbers.filter((number) => !spent.has(number) && !isBack(leaseId, number)).length;
  }, 0);
}

interface TopUp {
  readonly device: Device;
  readonly agencyId: string;
  readonly day: LocalDay;
  readonly size: number;
  readonly leaseId: string;
  readonly now: Instant;
  readonly given: GivenNumbers;
}

/** First number from which `count` in a row are in no lease. */
function findGap(leases: readonly HeldLease[], first: number, count: number): number {
  let from = first;
  for (const lease of leases) {
    if (lease.to < from) continue;
    if (lease.from >= from + count) break;
    from = lease.to + 1;
  }
  return from;
}

/** Brings the free numbers a device holds for one day up to `size`. Asked again without use in between, it grants nothing. */
async function topUp(db: Transaction<Tables>, input: TopUp): Promise<readonly CodeLease[]> {
  const { device, agencyId, day, given } = input;
  const { nextNo } = await lockCounter(db, agencyId, day);
  const all = await findLeasesOfDay(db, agencyId, day);
  const held = all.filter((lease) => lease.deviceId === device.deviceId);
  const series = { series: 'lease', agencyId, day } as const;
  const wanted = input.size - (await countFree(db, held, { agencyId, day }));
  const from = findGap(all, Math.max(nextNo, given.firstFree(series)), wanted);
  const missing = Math.min(wanted, SERVER_BLOCK_START - from);
  if (missing > 0) {
    const to = from + missing - 1;
    // Before the commit: the note may know of numbers that were never given, never the other way round.
    await given.raise(series, to + 1);
    await writeLease(db, input, { from, to });
    held.push({ leaseId: input.leaseId, agencyId, day, from, to, deviceId: device.deviceId });
  }
  return held.map(({ leaseId, from: first, to }) => ({ leaseId, agencyId, day, from: first, to }));
}

async function writeLease(db: Transaction<Tables>, input: TopUp, range: { from: number; to: number }): Promise<void> {
  const { device, agencyId, day, leaseId, now } = input;
  await db
    .insertInto('leases')
    .values({
      ...{ lease_id: leaseId, device_id: device.deviceId, agency_id: agencyId, day },
      ...{ from_no: range.from, to_no: range.to, granted_at: now },
    })
    .execute();
  await db
    .updateTable('lease_counters')
    .set({ next_no: range.to + 1 })
    .where('agency_id', '=', agencyId)
    .where('day', '=', day)
    .execute();
}

/** What a grant rests on apart from the request itself. */
export interface GrantInput {
  readonly db: Kysely<Tables>;
  readonly device: Device;
  readonly request: z.infer<typeof leaseRequestSchema>;
  readonly now: Instant;
  readonly given: GivenNumbers;
  /** Units as they stand on a day, mergers included. */
  readonly unitsOn: (day: LocalDay) => MergingUnits;
  readonly newLeaseId: () => string;
}

/**
 * Days for which a device may be given codes of an agency: those on which the agency has the affairs of a unit the device was
 * enrolled for. None of a merged agency from its last day on; those of the successor already before, for the days to come.
 */
function listGrantDays({ device, request, unitsOn }: GrantInput): readonly LocalDay[] {
  const isInCharge = (unitId: string, day: LocalDay): boolean =>
    findUnitInCharge(unitsOn(day), unitId, day) === request.agencyId;
  return request.days.filter((day) => [...device.scope].some((unitId) => isInCharge(unitId, day)));
}

/** Whether a device has to do with an agency at all: its own, one it receives for, or one of the same office. */
function isOwnAgency({ device, request, unitsOn, now }: GrantInput): boolean {
  const units = unitsOn(toLocalDay(now));
  return [...device.scope].some((unitId) => isSameOffice(units, unitId, request.agencyId));
}

/**
 * Takes in what the device says it holds and gives back, then grants codes for the days asked and answers every lease the
 * device holds for them, old and new. For a day on which the agency has been merged it answers none. 403 for an agency the
 * device may not receive for, 400 for a day out of reach.
 */
export async function grantLeases(input: GrantInput): Promise<Result<readonly CodeLease[], Problem>> {
  const { db, device, request, now, given, newLeaseId } = input;
  const { agencyId, size } = request;
  if (!isOwnAgency(input)) return err(problem(403, 'foreignUnit'));
  // Sorted, so that two requests lock the days in the same order and never wait for each other in a ring.
  const days = [...new Set(request.days)].sort();
  const reachable = days.every((day) => {
    const start = fromLocal(day, '00:00');
    return Number.isFinite(start) && start > now - DAYS_BACK * DAY_MS && start < now + DAYS_AHEAD * DAY_MS;
  });
  if (!reachable) return err(problem(400, 'dayOutOfReach'));
  const leases = await db.transaction().execute(async (tx) => {
    await learnLeases(tx, { device, agencyId, held: request.held ?? [], now });
    await noteReturns(tx, { device, agencyId, returned: request.returned ?? [], now });
    const granted: CodeLease[] = [];
    const open = new Set(listGrantDays(input));
    for (const day of days.filter((one) => open.has(one))) {
      granted.push(...(await topUp(tx, { device, agencyId, day, size, leaseId: newLeaseId(), now, given })));
    }
    return granted;
  });
  return ok(leases);
}

/** Next number of the server's own block for an agency and day; `undefined` when the block is used up. */
export async function takeServerNumber(
  db: Transaction<Tables>,
  given: GivenNumbers,
  { agencyId, day }: { readonly agencyId: string; readonly day: LocalDay },
): Promise<number | undefined> {
  const { nextServerNo } = await lockCounter(db, agencyId, day);
  const series = { series: 'server', agencyId, day } as const;
  const number = Math.max(nextServerNo, given.firstFree(series));
  if (number > CODE_NUMBER_MAX) return undefined;
  await given.raise(series, number + 1);
  await db
    .updateTable('lease_counters')
    .set({ next_server_no: number + 1 })
    .where('agency_id', '=', agencyId)
    .where('day', '=', day)
    .execute();
  return number;
}
