import { z } from 'zod';
import { localDaySchema, type LocalDay } from '../base/time';
import { formatOfficialCode } from './dossier-code';

/** Dải mã: numbers `from`…`to` of one agency and day, granted by the server to one device. Official codes come only from here. */
export const codeLeaseSchema = z.object({
  leaseId: z.string().min(1).max(60),
  agencyId: z.string().max(60),
  day: localDaySchema,
  from: z.int().min(1).max(999_999),
  to: z.int().min(1).max(999_999),
});
/** See {@link codeLeaseSchema}. */
export type CodeLease = z.infer<typeof codeLeaseSchema>;

/**
 * What a code is taken from. `usedCodes` holds every code this device ever put on a dossier *or voided*, read from the
 * journal: the pointer into a lease is derived, never stored, so a lost store cannot make a number come twice.
 */
export interface CodeSupply {
  readonly leases: readonly CodeLease[];
  readonly usedCodes: ReadonlySet<string>;
  readonly agencyId: string;
  /** Trusted day of reception; a code never carries another day. */
  readonly day: LocalDay;
}

/** Leases of the agency, lowest numbers first. Same grant heard twice gives the same order, hence the same next code. */
function leasesOf(supply: CodeSupply): CodeLease[] {
  return supply.leases
    .filter((lease) => lease.agencyId === supply.agencyId && lease.from <= lease.to)
    .sort((a, b) => a.from - b.from || (a.leaseId < b.leaseId ? -1 : 1));
}

/** Next official code of the day, or `undefined` when the leases are dry: the dossier then gets a temporary number. */
export function decideNextCode(supply: CodeSupply): { readonly value: string; readonly leaseId: string } | undefined {
  for (const lease of leasesOf(supply)) {
    if (lease.day !== supply.day) continue;
    for (let number = lease.from; number <= lease.to; number += 1) {
      const value = formatOfficialCode({ agencyId: lease.agencyId, day: lease.day, number });
      if (!supply.usedCodes.has(value)) return { value, leaseId: lease.leaseId };
    }
  }
  return undefined;
}

/**
 * Codes left: `today` = free codes of `supply.day`; `lastDay` = last day, not before `supply.day`, that still has a free
 * code. Overlapping grants count once.
 */
export function countCodesLeft(supply: CodeSupply): { readonly today: number; readonly lastDay: LocalDay | null } {
  const free = new Set<string>();
  let lastDay: LocalDay | null = null;
  for (const lease of leasesOf(supply)) {
    if (lease.day < supply.day) continue;
    for (let number = lease.from; number <= lease.to; number += 1) {
      const value = formatOfficialCode({ agencyId: lease.agencyId, day: lease.day, number });
      if (supply.usedCodes.has(value)) continue;
      if (lease.day === supply.day) free.add(value);
      if (lastDay === null || lease.day > lastDay) lastDay = lease.day;
    }
  }
  return { today: free.size, lastDay };
}
