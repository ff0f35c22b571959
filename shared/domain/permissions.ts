import { z } from 'zod';
import { localDaySchema, type LocalDay } from '../base/time';
import { roleSchema, type Role } from './officer';

const grantedNames = [
  'receive',
  'acceptOnline',
  'consign',
  'guide',
  'proposeRefusal',
  'refuseIntake',
  'correct',
  'attach',
  'print',
  'collectFee',
  'cancelFee',
  'refundFee',
  'notifyObligation',
  'requestSupplement',
  'handOver',
  'extendDeadline',
  'apologise',
  'deliverLetter',
  'stopProcessing',
  'recordOutcome',
  'returnOutcome',
  'withdraw',
  'resolveIssue',
  'openShift',
  'voidCode',
  'closeRegister',
  'oldBackEntry',
  'supervise',
  'approve',
  'manageUnit',
] as const;

/** A permission a role can hold. */
export const permissionSchema = z.enum(grantedNames);

/** What somebody may do. `system` belongs to no role: only the provincial server writes such actions. */
export type Permission = z.infer<typeof permissionSchema> | 'system';

type Granted = z.infer<typeof permissionSchema>;

/** Postal staff receive, check completeness, scan, collect and return; they decide no content (NĐ 118/2025, domain notes §8). */
const postalPermissions: readonly Granted[] = [
  'receive',
  'consign',
  'guide',
  'proposeRefusal',
  'correct',
  'attach',
  'print',
  'collectFee',
  'cancelFee',
  'handOver',
  'deliverLetter',
  'recordOutcome',
  'returnOutcome',
  'openShift',
  'voidCode',
];

const intakePermissions: readonly Granted[] = [
  ...postalPermissions,
  'acceptOnline',
  'refuseIntake',
  'refundFee',
  'notifyObligation',
  'requestSupplement',
  'extendDeadline',
  'apologise',
  'stopProcessing',
  'withdraw',
  'resolveIssue',
];

/** A supervisor also sits in at a counter of a small commune, so may do all a counter does. */
const supervisorPermissions: readonly Granted[] = [
  ...intakePermissions,
  'closeRegister',
  'oldBackEntry',
  'supervise',
  'approve',
];

/** A leader of a shift approves its acts; the register stays with the supervisor. */
const shiftLeaderPermissions: readonly Granted[] = [...intakePermissions, 'supervise', 'approve'];

/** Who gives others their rights and devices takes in no dossiers and no money (separation of duties). */
const unitAdminPermissions: readonly Granted[] = ['manageUnit', 'voidCode', 'resolveIssue'];

/** Permissions of one role from a day on: data, so that a province can change them without a release. */
export const permissionRowSchema = z.object({
  role: roleSchema,
  permissions: z.array(permissionSchema).max(100),
  validFrom: localDaySchema,
});
/** See {@link permissionRowSchema}. */
export type PermissionRow = z.infer<typeof permissionRowSchema>;

/** Permissions by role. */
export type PermissionSets = Readonly<Record<Role, ReadonlySet<Permission>>>;

/** Permissions of each role inside the program, provisional until a province sends its own. */
export const permissionSets: PermissionSets = {
  intakeOfficer: new Set(intakePermissions),
  postalOfficer: new Set(postalPermissions),
  shiftLeader: new Set(shiftLeaderPermissions),
  supervisor: new Set(supervisorPermissions),
  unitAdmin: new Set(unitAdminPermissions),
};

/**
 * Permission sets in force on a day: of each role the latest row that has begun, and where there is none the set inside the
 * program. Of two rows of one day the later in the list counts.
 */
export function findPermissionSets(rows: readonly PermissionRow[], day: LocalDay): PermissionSets {
  const setOf = (role: Role): ReadonlySet<Permission> => {
    const begun = rows.filter((row) => row.role === role && row.validFrom <= day);
    const latest = begun.reduce<PermissionRow | null>(
      (best, row) => (best === null || row.validFrom >= best.validFrom ? row : best),
      null,
    );
    return latest ? new Set(latest.permissions) : permissionSets[role];
  };
  return {
    intakeOfficer: setOf('intakeOfficer'),
    postalOfficer: setOf('postalOfficer'),
    shiftLeader: setOf('shiftLeader'),
    supervisor: setOf('supervisor'),
    unitAdmin: setOf('unitAdmin'),
  };
}

/** Whether a role holds a permission, by the sets given or those inside the program. */
export function can(role: Role, permission: Permission, sets: PermissionSets = permissionSets): boolean {
  return sets[role].has(permission);
}

/** Whether a delegation can carry a permission at all: postal staff decide no content (domain notes §8). */
export function isDelegable(permission: Permission): boolean {
  return permissionSets.postalOfficer.has(permission);
}
