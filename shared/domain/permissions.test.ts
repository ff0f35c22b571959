import { describe, expect, it } from 'vitest';
import { roleSchema } from './officer';
import {
  can,
  findPermissionSets,
  isDelegable,
  permissionRowSchema,
  permissionSets,
  type PermissionRow,
} from './permissions';

const held = (role: keyof typeof permissionSets) => [...permissionSets[role]].sort();

// Domain notes §8: postal staff receive, check, scan, collect, return; they decide no content.
const postal = [
  ...['attach', 'cancelFee', 'collectFee', 'consign', 'correct', 'deliverLetter', 'guide', 'handOver', 'openShift'],
  ...['print', 'proposeRefusal', 'receive', 'recordOutcome', 'returnOutcome', 'voidCode'],
];
const counter = [
  ...postal,
  ...['acceptOnline', 'apologise', 'extendDeadline', 'notifyObligation', 'refundFee', 'refuseIntake'],
  ...['requestSupplement', 'resolveIssue', 'stopProcessing', 'withdraw'],
];

describe('permissionSets', () => {
  it.each([
    ['postalOfficer', postal],
    ['intakeOfficer', counter],
    ['shiftLeader', [...counter, 'approve', 'supervise']],
    ['supervisor', [...counter, 'approve', 'closeRegister', 'oldBackEntry', 'supervise']],
    ['unitAdmin', ['manageUnit', 'resolveIssue', 'voidCode']],
  ] as const)('gives %s exactly what the role needs', (role, permissions) => {
    expect(held(role)).toEqual([...permissions].sort());
  });

  it('keeps those who give rights away from dossiers and money, and those who act away from rights', () => {
    for (const permission of ['receive', 'collectFee', 'approve', 'closeRegister'] as const) {
      expect(can('unitAdmin', permission)).toBe(false);
    }
    const others = roleSchema.options.filter((role) => role !== 'unitAdmin');
    expect(others.some((role) => can(role, 'manageUnit'))).toBe(false);
    expect(roleSchema.options.some((role) => can(role, 'system'))).toBe(false);
  });
});

describe('findPermissionSets', () => {
  const row = (validFrom: string, permissions: PermissionRow['permissions']): PermissionRow => ({
    ...{ role: 'intakeOfficer', validFrom, permissions },
  });
  const rows = [row('2026-03-01', ['receive']), row('2026-01-01', ['print']), row('2026-03-01', ['attach'])];
  const on = (day: string) => [...findPermissionSets(rows, day).intakeOfficer];

  it('keeps the sets of the program when no row has begun, and for roles without a row', () => {
    expect(findPermissionSets(rows, '2025-12-31')).toEqual(permissionSets);
    expect(findPermissionSets(rows, '2026-06-01').supervisor).toBe(permissionSets.supervisor);
    expect(Object.keys(findPermissionSets([], '2026-01-01')).sort()).toEqual([...roleSchema.options].sort());
  });

  it('takes the latest row that has begun, of one day the later in the list', () => {
    expect(on('2026-01-01')).toEqual(['print']);
    expect(on('2026-02-28')).toEqual(['print']);
    expect(on('2026-03-01')).toEqual(['attach']);
  });

  it('is what `can` asks when given', () => {
    const sets = findPermissionSets(rows, '2026-01-01');
    expect([can('intakeOfficer', 'print', sets), can('intakeOfficer', 'receive', sets)]).toEqual([true, false]);
    expect(can('intakeOfficer', 'receive')).toBe(true);
  });
});

describe('permissionRowSchema', () => {
  it('refuses what no role may hold', () => {
    const row = { role: 'supervisor', validFrom: '2026-01-01', permissions: ['system'] };
    expect(permissionRowSchema.safeParse(row).success).toBe(false);
    expect(permissionRowSchema.safeParse({ ...row, permissions: ['approve'] }).success).toBe(true);
  });
});

describe('isDelegable', () => {
  it('lets a delegation carry receiving, but no decision on content', () => {
    expect([isDelegable('receive'), isDelegable('collectFee')]).toEqual([true, true]);
    expect([isDelegable('refuseIntake'), isDelegable('approve'), isDelegable('system')]).toEqual([false, false, false]);
  });
});
