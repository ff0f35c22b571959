import { can } from '../../shared/domain/permissions';
import type { Role } from '../../shared/domain/officer';
import type { PageName } from '../route.store';
import type { IconName, ShortcutKeys } from '../ui';

/** One screen as the rail offers it. */
export interface RailPage {
  readonly page: PageName;
  readonly icon: IconName;
  readonly keys: ShortcutKeys;
}

const pages: readonly (RailPage & { readonly isFor?: (role: Role) => boolean })[] = [
  { page: 'intake', icon: 'intake', keys: 'Ctrl+1' },
  { page: 'dossiers', icon: 'dossiers', keys: 'Ctrl+2' },
  { page: 'supervision', icon: 'table', keys: 'Ctrl+3', isFor: (role) => can(role, 'supervise') },
  { page: 'sync', icon: 'send', keys: 'Ctrl+4' },
  { page: 'settings', icon: 'settings', keys: 'Ctrl+5' },
  { page: 'help', icon: 'help', keys: 'Ctrl+6' },
];

/** The screens a role has, never more than six. */
export function railOf(role: Role): readonly RailPage[] {
  return pages.filter((entry) => entry.isFor?.(role) ?? true);
}
