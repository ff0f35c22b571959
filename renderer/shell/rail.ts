import { permissionSets, type PermissionSets } from '../../shared/domain/permissions';
import { listAllowedReports } from '../../shared/reports/report-catalogue';
import type { Role } from '../../shared/domain/officer';
import type { PageName } from '../route.store';
import type { IconName, ShortcutKeys } from '../ui';

/** One screen as the rail offers it. */
export interface RailPage {
  readonly page: PageName;
  readonly icon: IconName;
  readonly keys: ShortcutKeys;
}

/** Supervision is for supervisors; whoever may make a report of his own work finds it there too. */
function makesReports(role: Role, sets: PermissionSets): boolean {
  return listAllowedReports(sets[role]).length > 0;
}

const pages: readonly (RailPage & { readonly isFor?: (role: Role, sets: PermissionSets) => boolean })[] = [
  { page: 'intake', icon: 'intake', keys: 'Ctrl+1' },
  { page: 'dossiers', icon: 'dossiers', keys: 'Ctrl+2' },
  { page: 'supervision', icon: 'table', keys: 'Ctrl+3', isFor: makesReports },
  { page: 'sync', icon: 'send', keys: 'Ctrl+4' },
  { page: 'settings', icon: 'settings', keys: 'Ctrl+5' },
  { page: 'help', icon: 'help', keys: 'Ctrl+6' },
];

/** The screens a role has by the rights in force, never more than six. */
export function railOf(role: Role, sets: PermissionSets = permissionSets): readonly RailPage[] {
  return pages.filter((entry) => entry.isFor?.(role, sets) ?? true);
}
