import type { Instant } from '../base/time';
import type { Role } from './officer';

/** What an act lacks that a rule demands of it. */
export type MissingPart =
  /** A second request for more papers needs the law that allows it (domain notes §5.3). */
  | 'legalGround'
  /** Somebody must approve, at once or at the day's close. */
  | 'approval'
  /** Somebody must approve on the spot (counter reality §1.13). */
  | 'immediateApproval'
  /** Why the result has no file. */
  | 'paperOnlyReason'
  /** The law by which a fee is not asked. */
  | 'waiverGround'
  /** What differed from the list, the seal or the counted sum. */
  | 'mismatch';

/** What an act names and the dossier or day does not know. */
export type UnknownPart =
  | 'submission'
  | 'consignment'
  | 'collection'
  | 'obligation'
  | 'handover'
  | 'paper'
  | 'page'
  | 'apology'
  | 'dispatch'
  | 'act'
  | 'shift'
  /** The leases of the day hold no free code. */
  | 'freeCode';

/** What a delegation does not cover. `receipt`: Form 01, `guidance`: Form 02, `content`: what no delegation can carry. */
export type DelegationFault =
  'ended' | 'notStarted' | 'procedure' | 'fees' | 'missing' | 'receipt' | 'guidance' | 'content';

/** Why `canApply` says no; the sentence is made in `shared/text`. */
export type NotAllowedReason =
  | { readonly kind: 'permission'; readonly role: Role }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'closed' }
  | { readonly kind: 'unknownDossier' }
  | { readonly kind: 'alreadyDone' }
  | { readonly kind: 'missing'; readonly what: MissingPart }
  | { readonly kind: 'notFound'; readonly what: UnknownPart }
  /** The file given as the result is a paper the citizen or another office sent in (domain notes §4.4). */
  | { readonly kind: 'incomingPaper' }
  /** More than was taken; `left` in đồng is what may still be given back of that ledger. */
  | { readonly kind: 'exceedsCollected'; readonly left: number }
  /** The number of a registered receipt that a citizen holds already, or that was spoilt. */
  | { readonly kind: 'receiptTaken'; readonly number: number }
  /** A promise that does not lie behind the act, or behind the one before it. */
  | { readonly kind: 'promiseNotLater'; readonly than: Instant }
  /** An addendum without the closed register it adds to. */
  | { readonly kind: 'registerOpen' }
  | { readonly kind: 'delegation'; readonly why: DelegationFault }
  /** Nobody approves what they did themselves. */
  | { readonly kind: 'ownAct' }
  | { readonly kind: 'backEntryTooOld' }
  | { readonly kind: 'future' };
