import { ok, type Result } from '../../shared/base/result';
import { toLocalDay, type Instant, type LocalDay } from '../../shared/base/time';
import type { CodeLease, CodeLeaseReturn } from '../../shared/domain/code-lease';
import type { SyncFailure } from '../../shared/ipc/messages';
import { LEASES_MAX_HELD, LEASES_MAX_RETURNED } from '../../shared/sync/protocol';
import type { ProvincialClient } from './provincial-client';

/** Codes held ahead, and where new grants are written. */
export interface LeasePorts {
  readonly client: Pick<ProvincialClient, 'leases'>;
  /** Agencies this device may receive for on a day: of a merged unit the successor from its first day on. */
  readonly agencies: (day: LocalDay) => readonly string[];
  /** Unused codes of an agency on a day. */
  readonly codesLeft: (agencyId: string, day: LocalDay) => number;
  readonly knownLeaseIds: () => ReadonlySet<string>;
  readonly appendLeases: (leases: readonly CodeLease[]) => Promise<Result<unknown, unknown>>;
  /** Ranges of an agency's leases of days before `day` that nobody has. */
  readonly unusedRanges: (agencyId: string, day: LocalDay) => readonly CodeLeaseReturn[];
  readonly appendReturns: (returned: readonly CodeLeaseReturn[]) => Promise<Result<unknown, unknown>>;
  /** Whether the clock may be trusted: in doubt today may be taken for a day that is over. */
  readonly isClockSure: () => boolean;
  readonly now: () => Instant;
}

/** Days ahead that an office can stay without a line and still hand out official codes. */
const DAYS_AHEAD = 5;
/** Codes a counter is given per day; asked again when half are used. */
const CODES_PER_DAY = 60;

/** Days behind whose codes may still lie here unused. */
const DAYS_BACK = 14;

const DAY_MS = 86_400_000;

/** Asks for codes of today and the next days wherever fewer than half are left, and gives back what past days left over. */
export async function keepLeases(ports: LeasePorts): Promise<Result<number, SyncFailure>> {
  const granted = await askForCodes(ports);
  if (!granted.ok) return granted;
  const given = await giveBack(ports);
  return given.ok ? granted : given;
}

async function askForCodes(ports: LeasePorts): Promise<Result<number, SyncFailure>> {
  const days = Array.from({ length: DAYS_AHEAD }, (_, index) => toLocalDay(ports.now() + index * DAY_MS));
  let granted = 0;
  for (const [agencyId, own] of groupDays(ports, days)) {
    const short = own.filter((day) => ports.codesLeft(agencyId, day) < CODES_PER_DAY / 2);
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

/** Agencies of some days, each with its days. */
function groupDays({ agencies }: LeasePorts, days: readonly LocalDay[]): ReadonlyMap<string, readonly LocalDay[]> {
  const all = [...new Set(days.flatMap((day) => agencies(day)))];
  return new Map(all.map((agencyId) => [agencyId, days.filter((day) => agencies(day).includes(agencyId))]));
}

/**
 * A code carries its day, so what a past day left over is nobody's any more. The province is told first: a range it does not
 * have back is told again, and nothing of a past day is given out meanwhile.
 */
async function giveBack(ports: LeasePorts): Promise<Result<null, SyncFailure>> {
  if (!ports.isClockSure()) return ok(null);
  const today = toLocalDay(ports.now());
  // A merged agency's last codes are given back although nothing is received in its name any more.
  const past = Array.from({ length: DAYS_BACK + 1 }, (_, index) => toLocalDay(ports.now() - index * DAY_MS));
  for (const agencyId of groupDays(ports, past).keys()) {
    const unused = ports.unusedRanges(agencyId, today);
    for (let at = 0; at < unused.length; at += LEASES_MAX_RETURNED) {
      const returned = unused.slice(at, at + LEASES_MAX_RETURNED);
      const told = await ports.client.leases({ agencyId, days: [], size: 1, returned });
      if (!told.ok) return told;
      await ports.appendReturns(returned);
    }
  }
  return ok(null);
}

/**
 * Tells a province that lost its memory which codes this device holds, before it is asked for more and before acts with
 * these codes are sent again: what it does not know it would grant to somebody else, or find fault with.
 */
export async function reportLeases(
  client: Pick<ProvincialClient, 'leases'>,
  leases: readonly CodeLease[],
): Promise<Result<null, SyncFailure>> {
  for (const agencyId of new Set(leases.map((lease) => lease.agencyId))) {
    const held = leases.filter((lease) => lease.agencyId === agencyId);
    for (let at = 0; at < held.length; at += LEASES_MAX_HELD) {
      const part = held.slice(at, at + LEASES_MAX_HELD);
      const told = await client.leases({ agencyId, days: [], size: 1, held: part });
      // An agency this device may not receive for any more: its old codes are the province's to judge.
      if (!told.ok && told.error.kind !== 'auth') return told;
    }
  }
  return ok(null);
}
