import { ok, type Result } from '../../shared/base/result';
import { toLocalDay, type Instant, type LocalDay } from '../../shared/base/time';
import type { CodeLease } from '../../shared/domain/code-lease';
import type { SyncFailure } from '../../shared/ipc/messages';
import type { ProvincialClient } from './provincial-client';

/** Codes held ahead, and where new grants are written. */
export interface LeasePorts {
  readonly client: Pick<ProvincialClient, 'leases'>;
  /** Agencies this device may receive for. */
  readonly agencies: () => readonly string[];
  /** Unused codes of an agency on a day. */
  readonly codesLeft: (agencyId: string, day: LocalDay) => number;
  readonly knownLeaseIds: () => ReadonlySet<string>;
  readonly appendLeases: (leases: readonly CodeLease[]) => Promise<Result<unknown, unknown>>;
  readonly now: () => Instant;
}

/** Days ahead that an office can stay without a line and still hand out official codes. */
const DAYS_AHEAD = 5;
/** Codes a counter is given per day; asked again when half are used. */
const CODES_PER_DAY = 60;

const DAY_MS = 86_400_000;

/** Asks for codes of today and the next days wherever fewer than half are left. */
export async function keepLeases(ports: LeasePorts): Promise<Result<number, SyncFailure>> {
  const days = Array.from({ length: DAYS_AHEAD }, (_, index) => toLocalDay(ports.now() + index * DAY_MS));
  let granted = 0;
  for (const agencyId of ports.agencies()) {
    const short = days.filter((day) => ports.codesLeft(agencyId, day) < CODES_PER_DAY / 2);
    if (short.length === 0) continue;
    const answer = await ports.client.leases({ agencyId, days: short, size: CODES_PER_DAY });
    if (!answer.ok) return answer;
    const known = ports.knownLeaseIds();
    const fresh = answer.value.leases.filter((lease) => !known.has(lease.leaseId) && lease.agencyId === agencyId);
    if (fresh.length > 0) await ports.appendLeases(fresh);
    granted += fresh.length;
  }
  return ok(granted);
}
