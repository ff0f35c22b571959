import type { Role } from './officer';

/** What somebody may do. `system` belongs to no role: only the provincial server writes such actions. */
export type Permission =
  | 'receive'
  | 'acceptOnline'
  | 'correct'
  | 'attach'
  | 'print'
  | 'collectFee'
  | 'requestSupplement'
  | 'handOver'
  | 'recordOutcome'
  | 'returnOutcome'
  | 'withdraw'
  | 'resolveIssue'
  | 'openShift'
  | 'voidCode'
  | 'closeRegister'
  | 'oldBackEntry'
  | 'supervise'
  | 'system';

/** Postal staff receive, check completeness, scan, collect and return; they decide no content (NĐ 118/2025, domain notes §8). */
const postalPermissions: readonly Permission[] = [
  'receive',
  'correct',
  'attach',
  'print',
  'collectFee',
  'handOver',
  'recordOutcome',
  'returnOutcome',
  'openShift',
  'voidCode',
];

const intakePermissions: readonly Permission[] = [
  ...postalPermissions,
  'acceptOnline',
  'requestSupplement',
  'withdraw',
  'resolveIssue',
];

/** A supervisor also sits in at a counter of a small commune, so may do all a counter does. */
const supervisorPermissions: readonly Permission[] = [
  ...intakePermissions,
  'closeRegister',
  'oldBackEntry',
  'supervise',
];

/** Permissions of each role. */
export const permissionSets: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  intakeOfficer: new Set(intakePermissions),
  postalOfficer: new Set(postalPermissions),
  supervisor: new Set(supervisorPermissions),
};

/** Whether a role holds a permission. */
export function can(role: Role, permission: Permission): boolean {
  return permissionSets[role].has(permission);
}
