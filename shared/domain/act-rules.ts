import type { LocalDay } from '../base/time';
import { approvalLevels, findApprovalLevels, type ApprovalLevels } from './approval-levels';
import { findPermissionSets, permissionSets, type PermissionSets } from './permissions';
import type { Reference } from './reference-package';
import type { MergingUnits } from './unit-succession';

/**
 * What of the rules in force an act is held against: the same for the button, for main before the append and for the server.
 * `units`: mergers, so that a delegation to a merged unit goes on at its successor.
 */
export interface ActRules {
  readonly sets: PermissionSets;
  readonly levels: ApprovalLevels;
  /** Supplement requests and extensions that need nobody's word. */
  readonly supplementsAllowed: number;
  readonly extensionsAllowed: number;
  readonly units: MergingUnits;
}

/** Rules inside the program, where nobody has read a package. */
export const embeddedActRules: ActRules = {
  sets: permissionSets,
  levels: approvalLevels,
  supplementsAllowed: 1,
  extensionsAllowed: 1,
  units: new Map(),
};

/** Rules for the acts typed on a day, out of the reference in force on it: a right counts on the day somebody makes use of it. */
export function findActRules({ rules, units }: Pick<Reference, 'rules' | 'units'>, day: LocalDay): ActRules {
  const { supplementsAllowed, extensionsAllowed } = rules;
  return {
    sets: findPermissionSets(rules.permissions ?? [], day),
    levels: findApprovalLevels(rules.approvals ?? [], day),
    supplementsAllowed,
    extensionsAllowed,
    units,
  };
}
