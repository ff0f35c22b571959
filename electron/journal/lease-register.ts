import type { LocalDay } from '../../shared/base/time';
import type { CodeLease, CodeLeaseReturn } from '../../shared/domain/code-lease';

/** Code leases this device was ever granted, with the journal line that says so. */
export interface LeaseRegister {
  readonly noteLeases: (leases: readonly CodeLease[], line: number) => void;
  readonly noteReturns: (returned: readonly CodeLeaseReturn[]) => void;
  /** Ranges given back, of every lease. */
  readonly returned: () => readonly CodeLeaseReturn[];
  readonly leaseIds: () => ReadonlySet<string>;
  /** Every lease ever granted, in the order heard. */
  readonly heldLeases: () => readonly CodeLease[];
  readonly knowsLease: (lease: CodeLease) => boolean;
  /** Leases of an agency for `day` and later that were granted after a line. */
  readonly grantedAfter: (
    line: number,
    wanted: { readonly agencyId: string; readonly day: LocalDay },
  ) => readonly CodeLease[];
  /** Leases of an agency, for days `from` … before `before`, that were granted after a line. */
  readonly pastAfter: (
    line: number,
    wanted: { readonly agencyId: string; readonly from: LocalDay; readonly before: LocalDay },
  ) => readonly CodeLease[];
}

/** Makes an empty register. */
export function createLeaseRegister(): LeaseRegister {
  const leases = new Map<string, { readonly lease: CodeLease; readonly line: number }>();
  const returned: CodeLeaseReturn[] = [];
  const after = (line: number): readonly CodeLease[] =>
    [...leases.values()].filter((granted) => granted.line > line).map((granted) => granted.lease);
  return {
    noteLeases: (granted, line) => {
      for (const lease of granted) {
        // The first word counts: a lease told again after damage is not thereby a new one.
        if (!leases.has(leaseKey(lease))) leases.set(leaseKey(lease), { lease, line });
      }
    },
    noteReturns: (ranges) => {
      returned.push(...ranges);
    },
    returned: () => returned,
    leaseIds: () => new Set([...leases.values()].map(({ lease }) => lease.leaseId)),
    heldLeases: () => [...leases.values()].map(({ lease }) => lease),
    knowsLease: (lease) => leases.has(leaseKey(lease)),
    grantedAfter: (line, { agencyId, day }) =>
      after(line).filter((lease) => lease.agencyId === agencyId && lease.day >= day),
    pastAfter: (line, { agencyId, from, before }) =>
      after(line).filter((lease) => lease.agencyId === agencyId && from <= lease.day && lease.day < before),
  };
}

function leaseKey(lease: CodeLease): string {
  return `${lease.leaseId}|${lease.agencyId}|${lease.day}|${String(lease.from)}|${String(lease.to)}`;
}
