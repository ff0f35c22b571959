import type { Role } from './officer';

/** Why `canApply` says no; the sentence is made in `shared/text`. */
export type NotAllowedReason =
  | { readonly kind: 'permission'; readonly role: Role }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'closed' }
  | { readonly kind: 'unknownDossier' }
  | { readonly kind: 'alreadyDone' }
  /** An addendum without the closed register it adds to. */
  | { readonly kind: 'registerOpen' }
  | { readonly kind: 'delegation'; readonly why: 'ended' | 'notStarted' | 'procedure' | 'fees' | 'missing' }
  | { readonly kind: 'backEntryTooOld' }
  | { readonly kind: 'future' };
