import type { Transaction } from 'kysely';
import type { Instant } from '../shared/base/time';
import type { CodeLeaseReturn } from '../shared/domain/code-lease';
import type { Tables } from './database/tables';
import type { Device } from './devices';
import { findLeases } from './leases-book';

/** Ranges a device gives back. */
export interface LeaseReturnReport {
  readonly device: Device;
  readonly agencyId: string;
  readonly returned: readonly CodeLeaseReturn[];
  readonly now: Instant;
}

/**
 * Notes the ranges that lie in a lease of this device and agency; others are passed over. A number given back is nobody's to
 * give out again: it only stops counting as free.
 */
export async function noteReturns(tx: Transaction<Tables>, report: LeaseReturnReport): Promise<void> {
  const { device, agencyId, returned, now } = report;
  const leases = await findLeases(tx, [...new Set(returned.map((range) => range.leaseId))]);
  const own = new Map(
    leases
      .filter((lease) => lease.deviceId === device.deviceId && lease.agencyId === agencyId)
      .map((lease) => [lease.leaseId, lease]),
  );
  const rows = returned.flatMap(({ leaseId, from, to }) => {
    const lease = own.get(leaseId);
    const isInside = lease !== undefined && lease.from <= from && from <= to && to <= lease.to;
    return isInside ? [{ lease_id: leaseId, from_no: from, to_no: to, returned_at: now }] : [];
  });
  if (rows.length === 0) return;
  await tx
    .insertInto('lease_returns')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
