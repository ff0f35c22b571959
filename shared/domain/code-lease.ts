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

/** Numbers `from`…`to` of a lease that the device gave back unused; it never gives them out afterwards. */
export const codeLeaseReturnSchema = z.object({
  leaseId: z.string().min(1).max(60),
  from: z.int().min(1).max(999_999),
  to: z.int().min(1).max(999_999),
});
/** See {@link codeLeaseReturnSchema}. */
export type CodeLeaseReturn = z.infer<typeof codeLeaseReturnSchema>;

/**
 * What a code is taken from. `usedCodes` holds every code this device ever put on a dossier, *voided or printed on a slip of
 * a paper kit*, read from the journal: the pointer into a lease is derived, never stored, so a lost store cannot make a number come twice.
 */
export interface CodeSupply {
  readonly leases: readonly CodeLease[];
  readonly usedCodes: ReadonlySet<string>;
  readonly agencyId: string;
  /** Trusted day of reception; a code never carries another day. */
  readonly day: LocalDay;
  /** Ranges given back. */
  readonly returned?: readonly CodeLeaseReturn[];
}

/** Leases of the agency, lowest numbers first. Same grant heard twice gives the same order, hence the same next code. */
function leasesOf(supply: CodeSupply): CodeLease[] {
  return supply.leases
    .filter((lease) => lease.agencyId === supply.agencyId && lease.from <= lease.to)
    .sort((a, b) => a.from - b.from || (a.leaseId < b.leaseId ? -1 : 1));
}

/** A code taken from a lease. */
export interface LeasedCode {
  readonly value: string;
  readonly leaseId: string;
}

/** Codes of a lease that nobody has and that were not given back, lowest first. */
function* freeCodes(lease: CodeLease, supply: CodeSupply): Generator<LeasedCode> {
  const { leaseId, agencyId, day } = lease;
  const returned = (supply.returned ?? []).filter((range) => range.leaseId === leaseId);
  for (let number = lease.from; number <= lease.to; number += 1) {
    if (returned.some(({ from, to }) => from <= number && number <= to)) continue;
    const value = formatOfficialCode({ agencyId, day, number });
    if (!supply.usedCodes.has(value)) yield { value, leaseId };
  }
}

function* freeCodesOfDay(supply: CodeSupply): Generator<LeasedCode> {
  for (const lease of leasesOf(supply)) if (lease.day === supply.day) yield* freeCodes(lease, supply);
}

/** Next official code of the day, or `undefined` when the leases are dry: the dossier then gets a temporary number. */
export function decideNextCode(supply: CodeSupply): LeasedCode | undefined {
  for (const code of freeCodesOfDay(supply)) return code;
  return undefined;
}

/**
 * Codes for the slips of a paper kit (phiếu dự phòng khi mất điện): the next `count` free codes of the day, each once. Fewer
 * when the leases hold fewer; once in `PaperKitIssued` they belong to {@link CodeSupply.usedCodes}.
 */
export function decideKitCodes(supply: CodeSupply, count: number): readonly LeasedCode[] {
  const chosen = new Map<string, LeasedCode>();
  for (const code of freeCodesOfDay(supply)) {
    if (chosen.size >= count) break;
    // Overlapping grants name a number twice; the first lease keeps it.
    if (!chosen.has(code.value)) chosen.set(code.value, code);
  }
  return [...chosen.values()];
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
    for (const { value } of freeCodes(lease, supply)) {
      if (lease.day === supply.day) free.add(value);
      if (lastDay === null || lease.day > lastDay) lastDay = lease.day;
    }
  }
  return { today: free.size, lastDay };
}

/** Ranges of a lease that nobody has: what a device may give back once the day of the lease is over. */
export function listUnusedRanges(
  lease: CodeLease,
  supply: Pick<CodeSupply, 'usedCodes' | 'returned'>,
): readonly CodeLeaseReturn[] {
  const { leaseId, agencyId, day } = lease;
  const ranges: CodeLeaseReturn[] = [];
  for (const { value } of freeCodes(lease, { ...supply, leases: [lease], agencyId, day })) {
    const number = Number(value.slice(value.lastIndexOf('-') + 1));
    const last = ranges.at(-1);
    if (last?.to === number - 1) ranges[ranges.length - 1] = { ...last, to: number };
    else ranges.push({ leaseId, from: number, to: number });
  }
  return ranges;
}
