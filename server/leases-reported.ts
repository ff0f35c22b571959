import type { Transaction } from 'kysely';
import type { Instant } from '../shared/base/time';
import type { CodeLease } from '../shared/domain/code-lease';
import type { Tables } from './database/tables';
import type { Device } from './devices';
import { findLeasesOfDay, lockCounter, SERVER_BLOCK_START, type HeldLease } from './leases-book';

/** Most numbers of one agency and day that one device is believed to hold: a bad one must not use up the day. */
const BELIEVED_MAX = 5_000;

/** What a device says it was granted before. */
export interface LeaseReport {
  readonly device: Device;
  readonly agencyId: string;
  readonly held: readonly CodeLease[];
  readonly now: Instant;
}

/**
 * Takes back into the book what this server granted before it lost its memory. A range that overlaps a known one is not
 * taken: who reports or asks first keeps it, and the codes of the other one get an issue.
 */
export async function learnLeases(tx: Transaction<Tables>, report: LeaseReport): Promise<void> {
  const { device, agencyId, now } = report;
  const held = report.held.filter((lease) => lease.agencyId === agencyId && isSound(lease));
  // Sorted, so that two requests lock the days in the same order.
  for (const day of [...new Set(held.map((lease) => lease.day))].sort()) {
    await lockCounter(tx, agencyId, day);
    const known: HeldLease[] = [...(await findLeasesOfDay(tx, agencyId, day))];
    for (const lease of held.filter((candidate) => candidate.day === day)) {
      if (!isCredible(lease, known, device.deviceId)) continue;
      const { leaseId, from, to } = lease;
      await tx
        .insertInto('leases')
        .values({
          ...{ lease_id: leaseId, device_id: device.deviceId, agency_id: agencyId, day, from_no: from, to_no: to },
          granted_at: now,
        })
        .onConflict((conflict) => conflict.column('lease_id').doNothing())
        .execute();
      known.push({ ...lease, deviceId: device.deviceId });
    }
  }
}

function isSound({ from, to }: CodeLease): boolean {
  return from <= to && to < SERVER_BLOCK_START;
}

function isCredible(lease: CodeLease, known: readonly HeldLease[], deviceId: string): boolean {
  const believed = known
    .filter((other) => other.deviceId === deviceId)
    .reduce((sum, { from, to }) => sum + to - from + 1, lease.to - lease.from + 1);
  const overlaps = known.some((other) => other.from <= lease.to && lease.from <= other.to);
  return !overlaps && believed <= BELIEVED_MAX;
}
