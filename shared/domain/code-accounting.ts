import type { LocalDay } from '../base/time';
import { canonicalCode } from './code-search';
import type { CodeLease, CodeLeaseReturn } from './code-lease';
import { formatOfficialCode } from './dossier-code';

/** What is known to have happened to codes. Codes may be spelt in any way and told any number of times. */
export interface CodeClaims {
  /** Put on a dossier: on a slip that is out, whatever the province says of it. */
  readonly used: readonly { readonly code: string; readonly dossierId: string }[];
  readonly voided: readonly { readonly code: string; readonly reason: string }[];
  /** Printed on the slips of a paper kit. */
  readonly kits: readonly { readonly kitId: string; readonly codes: readonly string[] }[];
  readonly returned: readonly CodeLeaseReturn[];
}

/** What may have taken numbers that nobody claims. */
export interface LeaseCircumstances {
  /** Trusted day of the account: a code carries its day, so what is left of earlier days has expired. */
  readonly today: LocalDay;
  /** The device that held the lease is lost and cannot be asked. */
  readonly deviceLost: boolean;
  /** First day on which the agency no longer exists (merger): its leases from that day on are void. */
  readonly agencyEndedOn?: LocalDay | undefined;
}

/** What became of one number. `kitId`: the slip of that kit was filled in or spoilt. */
export type CodeFate =
  | { readonly fate: 'used'; readonly dossierId: string; readonly kitId: string | null }
  | { readonly fate: 'void'; readonly reason: string; readonly kitId: string | null }
  | { readonly fate: 'agencyEnded' | 'returned' | 'expired' | 'lost' | 'free' }
  | { readonly fate: 'kit'; readonly kitId: string };

/** Name of a fate. `void` and `agencyEnded` are one in {@link LeaseAccount.counts}: void with a reason. */
export type FateName = Exclude<CodeFate['fate'], 'agencyEnded'>;

/** A number that more than one claim names, with all of them: shown to somebody, never settled silently. */
export interface DoubleUse {
  readonly code: string;
  readonly number: number;
  readonly dossierIds: readonly string[];
  readonly voidReasons: readonly string[];
  readonly kitIds: readonly string[];
  readonly returned: boolean;
}

/** Every number of a lease, exactly once, and what does not fit. */
export interface LeaseAccount {
  readonly lease: CodeLease;
  readonly numbers: readonly (CodeFate & { readonly number: number; readonly code: string })[];
  /** Sums to the size of the block. */
  readonly counts: Readonly<Record<FateName, number>>;
  readonly doubles: readonly DoubleUse[];
}

interface ClaimsOfCode {
  readonly dossierIds: Set<string>;
  readonly voidReasons: Set<string>;
  readonly kitIds: Set<string>;
}

type ClaimIndex = ReadonlyMap<string, ClaimsOfCode>;

function indexClaims(claims: CodeClaims): ClaimIndex {
  const index = new Map<string, ClaimsOfCode>();
  const of = (code: string): ClaimsOfCode => {
    const key = canonicalCode(code);
    const known = index.get(key) ?? { dossierIds: new Set(), voidReasons: new Set(), kitIds: new Set() };
    index.set(key, known);
    return known;
  };
  for (const { code, dossierId } of claims.used) of(code).dossierIds.add(dossierId);
  for (const { code, reason } of claims.voided) of(code).voidReasons.add(reason);
  for (const { kitId, codes } of claims.kits) for (const code of codes) of(code).kitIds.add(kitId);
  return index;
}

function findUnclaimedFate(lease: CodeLease, around: LeaseCircumstances): CodeFate {
  if (around.agencyEndedOn !== undefined && lease.day >= around.agencyEndedOn) return { fate: 'agencyEnded' };
  if (around.deviceLost) return { fate: 'lost' };
  return { fate: lease.day < around.today ? 'expired' : 'free' };
}

/** Use goes before void, void before a kit slip, a kit slip before a return: the paper that is out counts most. */
function findClaimedFate(found: ClaimsOfCode | undefined, returned: boolean): CodeFate | undefined {
  const [kitId = null] = [...(found?.kitIds ?? [])].sort();
  const [dossierId] = [...(found?.dossierIds ?? [])].sort();
  const [reason] = [...(found?.voidReasons ?? [])].sort();
  if (dossierId !== undefined) return { fate: 'used', dossierId, kitId };
  if (reason !== undefined) return { fate: 'void', reason, kitId };
  if (kitId !== null) return { fate: 'kit', kitId };
  return returned ? { fate: 'returned' } : undefined;
}

/** A kit slip that became a dossier, or was spoilt, is one use; every other pair of claims is one too many. */
function isDouble({ dossierIds, voidReasons, kitIds }: ClaimsOfCode, returned: boolean): boolean {
  const ends = dossierIds.size + Math.min(1, voidReasons.size) + (returned ? 1 : 0);
  return ends > 1 || kitIds.size > 1 || (kitIds.size > 0 && returned);
}

function countFates(numbers: readonly CodeFate[]): Record<FateName, number> {
  const counts = { used: 0, void: 0, returned: 0, expired: 0, kit: 0, lost: 0, free: 0 };
  for (const { fate } of numbers) counts[fate === 'agencyEnded' ? 'void' : fate] += 1;
  return counts;
}

/**
 * Accounts for a whole lease: every number is exactly one of used, void, returned, expired, on a kit slip, lost or free, and
 * a number claimed twice is named. Depends on what happened, not on the order in which it was heard. Domain notes §3.2.
 */
export function accountForLease(lease: CodeLease, claims: CodeClaims, around: LeaseCircumstances): LeaseAccount {
  const index = indexClaims(claims);
  const ranges = claims.returned.filter((range) => range.leaseId === lease.leaseId);
  const unclaimed = findUnclaimedFate(lease, around);
  const numbers: (CodeFate & { number: number; code: string })[] = [];
  const doubles: DoubleUse[] = [];
  for (let number = lease.from; number <= lease.to; number += 1) {
    const code = formatOfficialCode({ agencyId: lease.agencyId, day: lease.day, number });
    const found = index.get(code);
    const returned = ranges.some(({ from, to }) => from <= number && number <= to);
    numbers.push({ number, code, ...(findClaimedFate(found, returned) ?? unclaimed) });
    if (found && isDouble(found, returned)) doubles.push(nameDouble({ code, number }, found, returned));
  }
  return { lease, numbers, counts: countFates(numbers), doubles };
}

function nameDouble(of: { code: string; number: number }, found: ClaimsOfCode, returned: boolean): DoubleUse {
  return {
    ...of,
    dossierIds: [...found.dossierIds].sort(),
    voidReasons: [...found.voidReasons].sort(),
    kitIds: [...found.kitIds].sort(),
    returned,
  };
}

/** Neighbouring numbers of the same fate, for a close or a print: `0001–0042 đã dùng`. */
export interface FateRun {
  readonly from: number;
  readonly to: number;
  readonly fate: CodeFate['fate'];
}

/** An account in runs, in order of number. */
export function listRuns(account: Pick<LeaseAccount, 'numbers'>): readonly FateRun[] {
  const runs: FateRun[] = [];
  for (const { number, fate } of account.numbers) {
    const last = runs.at(-1);
    if (last?.fate === fate) runs[runs.length - 1] = { ...last, to: number };
    else runs.push({ from: number, to: number, fate });
  }
  return runs;
}

/** Ranges a device can give back now: what is free, or what a merger made void, never what anybody may hold on paper. */
export function listReturnable(account: LeaseAccount): readonly CodeLeaseReturn[] {
  return listRuns(account)
    .filter(({ fate }) => fate === 'free' || fate === 'agencyEnded')
    .map(({ from, to }) => ({ leaseId: account.lease.leaseId, from, to }));
}

/** Codes on dossiers, voided or on kits that none of the leases covers: another device's, the server's own, or a forgery. */
export function listCodesOutside(leases: readonly CodeLease[], claims: CodeClaims): readonly string[] {
  const covered = new Set<string>();
  for (const { agencyId, day, from, to } of leases) {
    for (let number = from; number <= to; number += 1) covered.add(formatOfficialCode({ agencyId, day, number }));
  }
  return [...indexClaims(claims).keys()].filter((code) => !covered.has(code)).sort();
}
