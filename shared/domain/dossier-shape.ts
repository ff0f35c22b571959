import type { Instant, LocalDay } from '../base/time';
import type { Action, PayloadOf } from './actions/action';
import type { DossierCode, FeeLine, Intake, PageRef, ReceivedPaper, SlipNumber } from './actions/dossier-actions';
import type { Appointment } from './appointment-schema';
import type { NationalStatus } from './national-status';
import type { Party, Person } from './person';
import type { Channel } from './procedure';
import type { Receipt, Verdict, VerdictCause } from './verdict';

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

/** A paper with all its pages, in order of arrival. */
export interface PaperOnFile extends ReceivedPaper {
  readonly pages: readonly PageRef[];
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
  readonly items: readonly string[];
  readonly reason: string;
  readonly answerBy: LocalDay | null;
  /** Null while the citizen has not brought everything. */
  readonly receivedAt: Instant | null;
}

/** Payload of a fact with its legal time and officer. */
export type FactRecord<K extends 'HandedOver' | 'OutcomeReady' | 'OutcomeReturned' | 'Withdrawn'> = PayloadOf<K> & {
  readonly actionId: string;
  readonly at: Instant;
  readonly officerId: string;
};

/** Fields a correction may change. */
export type CorrectableField = keyof PayloadOf<'DetailsCorrected'>['changes'];

/** Two corrections of one field, neither of which had seen the other: both are kept, somebody decides by a new correction. */
export interface FieldConflict {
  readonly field: CorrectableField;
  /** The one that counts: first in the dossier's order. */
  readonly kept: ActMark;
  readonly other: ActMark;
  readonly otherValue: unknown;
  readonly resolved: boolean;
}

/**
 * Something somebody must look at. `recheck`: found on this device because others acted in the meantime; the other
 * verdicts are the province's. Closed by `IssueResolved` (or, for a conflict, by a correction that saw both).
 */
export interface DossierIssue {
  readonly actionId: string;
  readonly verdict: Exclude<Verdict['type'], 'accepted'> | 'recheck';
  readonly cause: VerdictCause;
  readonly whoActs: 'officer' | 'supervisor' | 'unitAdmin' | 'province';
  readonly resolved: boolean;
}

/**
 * What became of an action. A fact marked `quarantined` still counts here (the citizen holds the paper), though the
 * province keeps it apart; a refused or quarantined decision does not. `waitingForReception`: counted on a stub, looked at
 * again once the reception arrives. `unknownKind`: of a newer version, kept whole and ignored.
 */
export type TimelineEffect = 'applied' | 'refused' | 'quarantined' | 'waitingForReception' | 'unknownKind';

/** One action in the dossier's order. */
export interface TimelineEntry {
  readonly action: Action;
  readonly receipt: Receipt | undefined;
  readonly effect: TimelineEffect;
  /** Status of the dossier behind this action. */
  readonly statusAfter: NationalStatus;
}

/** What the actions of a dossier say, before anything is derived from it. Amounts in đồng. */
export interface DossierFacts {
  readonly dossierId: string;
  readonly status: NationalStatus;
  readonly reception: Reception | null;
  /** Further receptions of the same dossier (never expected): their slips are out, so they are kept and flagged. */
  readonly otherReceptions: readonly Reception[];
  readonly submission: Submission | null;
  readonly assignedCode: string | null;
  readonly procedureCode: string | null;
  readonly caseId: string | null;
  readonly channel: Channel | null;
  readonly receivingUnitId: string | null;
  readonly handlingUnit: string;
  readonly parties: readonly Party[];
  readonly papers: readonly PaperOnFile[];
  readonly fees: readonly FeeLine[];
  /** No rate was known at reception: what is due is unknown, not nothing. */
  readonly feeUndecided: boolean;
  /** By ledger: state money and postal charge never mix. */
  readonly collected: { readonly stateFee: number; readonly postalCharge: number };
  readonly prints: readonly PrintRecord[];
  readonly supplements: readonly SupplementRecord[];
  readonly handover: FactRecord<'HandedOver'> | null;
  readonly outcome: FactRecord<'OutcomeReady'> | null;
  readonly returned: FactRecord<'OutcomeReturned'> | null;
  readonly withdrawn: FactRecord<'Withdrawn'> | null;
  readonly summary: string;
  readonly setCount: number;
  readonly quantities: Intake['quantities'];
  readonly returnMethod: Intake['returnMethod'] | null;
  readonly returnAddress: string | null;
  readonly fieldSources: Readonly<Partial<Record<CorrectableField, ActMark>>>;
  readonly fieldConflicts: readonly FieldConflict[];
  readonly issues: readonly DossierIssue[];
  readonly resolvedIssueIds: readonly string[];
}

/** A dossier as every screen, report and rule sees it: the fold of its actions. */
export interface DossierState extends DossierFacts {
  /** Person, procedure and papers are not known here yet: acts of this dossier came before its reception or submission. */
  readonly stub: boolean;
  /** Official code, or the portal's; null while there is none. */
  readonly code: string | null;
  /** Số tạm; stays known after the official code came. */
  readonly temporaryCode: string | null;
  readonly portalCode: string | null;
  /** Every code this dossier ever carried: all stay searchable. */
  readonly codes: readonly string[];
  readonly receivedAt: Instant | null;
  readonly at: Instant | null;
  readonly backEntry: BackEntry | null;
  readonly clockDoubt: boolean;
  readonly receivedBy: string | null;
  readonly slip: SlipNumber | null;
  readonly appointment: Appointment | null;
  readonly versions: FrozenVersions | null;
  /** Legal due instant given at reception; never changes. Null: no limit or not received. */
  readonly firstDue: Instant | null;
  /**
   * The on-time test. Equals `firstDue` in this version: a pause is shown (`pausedSince`, `dueNeedsRecount`), and no date
   * is made up before the rule of the pause is applied.
   */
  readonly legalDue: Instant | null;
  /** The promise printed on the slip. */
  readonly promisedAt: Instant | null;
  /** Start of the running pause; null when the limit runs. */
  readonly pausedSince: Instant | null;
  /** A pause has ended, so `legalDue` is earlier than the law allows and must be counted anew. */
  readonly dueNeedsRecount: boolean;
  /** First applicant (chủ hồ sơ). */
  readonly applicant: Person | null;
  /** Who stood at the counter; the applicant when nobody else is named. */
  readonly submitter: Person | null;
  /** Sum of both ledgers. */
  readonly feesDue: number;
  readonly feesCollected: number;
  /** Highest accepted position; the `base` of the next act. */
  readonly pos: number;
  readonly waitingActionIds: readonly string[];
  readonly refusedActionIds: readonly string[];
  readonly isOpen: boolean;
  /** Result ready, else returned, else withdrawn (national index 2.1); null while none. */
  readonly endedAt: Instant | null;
  readonly timeline: readonly TimelineEntry[];
}
