import type { Instant, LocalDay } from '../base/time';
import type { Action, PayloadOf } from './actions/action';
import type { PageRef, ReceivedPaper } from './actions/action-parts';
import type { DossierCode, SlipNumber } from './actions/intake-payload';
import type { Appointment } from './appointment-schema';
import type { DossierKind } from './transition-table';
import type { VerdictCause, Verdict } from './verdict';

/** Rule versions frozen at reception. */
export type FrozenVersions = PayloadOf<'DossierReceived'>['versions'];
/** Why and on which paper slip an act was typed later than it happened. */
export type BackEntry = NonNullable<Action['backEntry']>;

/** Identity of an act inside the dossier, enough to tell who had seen what. `pos` null: not accepted yet. */
export interface ActMark {
  readonly actionId: string;
  readonly deviceId: string;
  readonly incarnation: string;
  readonly seq: number;
  readonly base: number;
  readonly pos: number | null;
}

/** Who did an act and when (`at` = legal time). */
export interface ActStampRecord {
  readonly actionId: string;
  readonly at: Instant;
  readonly officerId: string;
  readonly deviceId: string;
}

/** Payload of an act with its stamp. */
export type FactRecord<K extends DossierKind> = PayloadOf<K> & ActStampRecord;

/** The act that gave the citizen a slip. */
export interface Reception {
  readonly actionId: string;
  /** Legal time; every limit starts here. */
  readonly receivedAt: Instant;
  /** Device clock of the append. */
  readonly at: Instant;
  readonly backEntry: BackEntry | null;
  readonly clockDoubt: boolean;
  readonly officerId: string;
  readonly deviceId: string;
  readonly onBehalfOf: NonNullable<Action['onBehalfOf']> | null;
  readonly slip: SlipNumber;
  readonly appointment: Appointment;
  readonly versions: FrozenVersions;
  /** Null when the dossier keeps the portal's code. */
  readonly code: DossierCode | null;
}

/** A submission of the portal. */
export interface Submission {
  readonly actionId: string;
  readonly portalCode: string;
  readonly submittedAt: Instant;
}

/** Papers the post took in; no limit runs before the receiving unit has them (provisional, QĐ 45/2016). */
export interface Consignment extends ActStampRecord {
  readonly onBehalfOf: NonNullable<Action['onBehalfOf']> | null;
  readonly consignmentNo: string;
  readonly place: string;
}

/** A paper with its pages in the order in force. */
export interface PaperOnFile extends ReceivedPaper {
  readonly pages: readonly PageRef[];
  /** Pages an edit left out: they stay on file and can come back. */
  readonly leftOut: readonly PageRef[];
}

/** A print of a form. */
export type PrintRecord = PayloadOf<'FormPrinted'> & {
  readonly actionId: string;
  readonly at: Instant;
  readonly officerId: string;
};

/** One request for more papers and its answer. */
export interface SupplementRecord {
  readonly actionId: string;
  readonly requestedAt: Instant;
  readonly officerId: string;
  readonly items: readonly string[];
  readonly reason: string;
  readonly answerBy: LocalDay | null;
  readonly legalGround: string | null;
  /** Null while the citizen has not brought everything. */
  readonly receivedAt: Instant | null;
  /** The act that recorded the answer. */
  readonly answerId: string | null;
}

/** A tax or fee notice and its payment. Amounts in đồng. */
export type ObligationRecord = FactRecord<'ObligationNotified'> & {
  /** Null while the citizen has not paid. */
  readonly fulfilled: FactRecord<'ObligationFulfilled'> | null;
};

/** A collection and what became of it. Amounts in đồng. */
export type CollectionRecord = FactRecord<'FeeCollected'> & {
  readonly cancelled: FactRecord<'FeeCancelled'> | null;
  readonly refunds: readonly FactRecord<'FeeRefunded'>[];
  /** `taken`: money is there; `announced`: a transfer the bank has not shown; `confirmed`: announced, now counted in the later
   * collection of the same reference; `cancelled`: entered by mistake; `waived`: nothing was taken, so much is not asked. */
  readonly state: 'taken' | 'announced' | 'confirmed' | 'cancelled' | 'waived';
};

/** A hand-over and the signature under it; without one the giver still answers for the folder. */
export type HandoverRecord = FactRecord<'HandedOver'> & { readonly confirmed: FactRecord<'HandoverConfirmed'> | null };

/** An apology; it counts only when delivered. */
export type ApologyRecord = FactRecord<'ApologyIssued'> & { readonly delivered: FactRecord<'ApologyDelivered'> | null };

/** A result on its way with the post; `failed`: it came back. */
export type DispatchRecord = FactRecord<'OutcomeDispatched'> & { readonly failed: FactRecord<'DeliveryFailed'> | null };

/** A survey answer without any name of an officer: reports are anonymous. */
export type SurveyRecord = PayloadOf<'SurveyAnswered'> & { readonly actionId: string; readonly at: Instant };

/** A code of the dossier in another system. Of one system the last that saw its forerunner is in force. */
export type ExternalCodeRecord = FactRecord<'ExternalCodeLinked'> & { readonly inForce: boolean };

/** An act that went on with one person present and waits on the leader's list. */
export interface DeferredApproval extends ActStampRecord {
  readonly kind: DossierKind;
  readonly reason: string;
}

/** What two people may have decided without seeing each other: a field, the promise, the pages of a paper, a foreign code. */
export type ClaimedField =
  keyof PayloadOf<'DetailsCorrected'>['changes'] | 'promise' | `pages:${string}` | `externalCode:${string}`;

/** Two decisions about one field, neither of which had seen the other: both are kept, somebody decides by a new one. */
export interface FieldConflict {
  readonly field: ClaimedField;
  /** The one that counts: first in the dossier's order. */
  readonly kept: ActMark;
  readonly other: ActMark;
  readonly otherValue: unknown;
  readonly resolved: boolean;
}

/**
 * Something somebody must look at. `recheck`: found on this device because others acted in the meantime; the other
 * verdicts are the province's. Closed by `IssueResolved` (or, for a conflict, by a decision that saw both).
 */
export interface DossierIssue {
  readonly actionId: string;
  readonly verdict: Exclude<Verdict['type'], 'accepted'> | 'recheck';
  readonly cause: VerdictCause;
  readonly whoActs: 'officer' | 'supervisor' | 'unitAdmin' | 'province';
  readonly resolved: boolean;
}
