import type { Instant } from '../base/time';
import type { Action } from './actions/action';
import type { FeeLine, Ledger } from './actions/action-parts';
import type { Intake, SlipNumber } from './actions/intake-payload';
import type { Appointment } from './appointment-schema';
import type { Channel } from './channel';
import type {
  ActMark,
  ApologyRecord,
  BackEntry,
  ClaimedField,
  CollectionRecord,
  Consignment,
  DeferredApproval,
  DispatchRecord,
  DossierIssue,
  ExternalCodeRecord,
  FactRecord,
  FieldConflict,
  FrozenVersions,
  HandoverRecord,
  ObligationRecord,
  PaperOnFile,
  PrintRecord,
  Reception,
  Submission,
  SupplementRecord,
  SurveyRecord,
} from './dossier-records';
import type { NationalStatus } from './national-status';
import type { Party, Person } from './person';
import type { Receipt } from './verdict';

export type {
  ActMark,
  BackEntry,
  DossierIssue,
  FieldConflict,
  FrozenVersions,
  PaperOnFile,
  Reception,
} from './dossier-records';

/** Amounts in đồng by ledger: state money and postal charge never mix. */
export type ByLedger = Readonly<Record<Ledger, number>>;

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

/** Acts as they were told, in the dossier's order. Every list holds all of its kind that count: nothing replaces another. */
export interface ActLists {
  readonly guidances: readonly FactRecord<'GuidanceIssued'>[];
  readonly refusalProposals: readonly FactRecord<'RefusalProposed'>[];
  readonly refusals: readonly FactRecord<'IntakeRefused'>[];
  readonly prints: readonly PrintRecord[];
  readonly reuses: readonly FactRecord<'PaperReused'>[];
  readonly detachments: readonly FactRecord<'PaperDetached'>[];
  readonly feeCollections: readonly FactRecord<'FeeCollected'>[];
  readonly feeCancellations: readonly FactRecord<'FeeCancelled'>[];
  readonly feeRefunds: readonly FactRecord<'FeeRefunded'>[];
  readonly supplements: readonly SupplementRecord[];
  readonly obligations: readonly ObligationRecord[];
  /** All payments told, also one whose notice is not here yet. */
  readonly obligationPayments: readonly FactRecord<'ObligationFulfilled'>[];
  readonly handoversMade: readonly FactRecord<'HandedOver'>[];
  readonly handoverSignatures: readonly FactRecord<'HandoverConfirmed'>[];
  readonly forwardings: readonly FactRecord<'Forwarded'>[];
  readonly extensions: readonly FactRecord<'DeadlineExtended'>[];
  readonly apologiesIssued: readonly FactRecord<'ApologyIssued'>[];
  readonly apologyDeliveries: readonly FactRecord<'ApologyDelivered'>[];
  readonly dispatchesMade: readonly FactRecord<'OutcomeDispatched'>[];
  readonly deliveryFailures: readonly FactRecord<'DeliveryFailed'>[];
  readonly surveys: readonly SurveyRecord[];
  readonly externalCodes: readonly ExternalCodeRecord[];
  /** What leaders said of acts that went on without them; of two about one act the first counts. */
  readonly approvalDecisions: readonly FactRecord<'ApprovalDecided'>[];
}

/** What the actions of a dossier say, before anything is derived from it. Amounts in đồng. */
export interface DossierFacts extends ActLists {
  readonly dossierId: string;
  readonly status: NationalStatus;
  /** The act that led to the present status: whoever had not seen it acted on another picture. Null: nothing has. */
  readonly statusSource: ActMark | null;
  /** Some act told what the dossier is about; until then it is a stub. */
  readonly opened: boolean;
  readonly reception: Reception | null;
  /** Further receptions of the same dossier (never expected): their slips are out, so they are kept and flagged. */
  readonly otherReceptions: readonly Reception[];
  readonly submission: Submission | null;
  readonly consignment: Consignment | null;
  readonly assignedCode: string | null;
  readonly procedureCode: string | null;
  readonly caseId: string | null;
  readonly channel: Channel | null;
  readonly receivingUnitId: string | null;
  readonly handlingUnit: string;
  readonly parties: readonly Party[];
  readonly papers: readonly PaperOnFile[];
  /** Papers a decision took off the list, with their pages. */
  readonly detachedPapers: readonly PaperOnFile[];
  /** Originals put into the office's keeping, and those given back to the citizen, as counted by each act. */
  readonly originalsTaken: number;
  readonly originalsGivenBack: number;
  readonly fees: readonly FeeLine[];
  /** No rate was known at reception: what is due is unknown, not nothing. */
  readonly feeUndecided: boolean;
  readonly feeWaiver: NonNullable<Intake['feeWaiver']> | null;
  readonly land: NonNullable<Intake['land']> | null;
  readonly answers: NonNullable<Intake['answers']>;
  /** Promise of the extension in force; moves nothing in law. */
  readonly extendedTo: Instant | null;
  readonly outcome: FactRecord<'OutcomeReady'> | null;
  readonly returned: FactRecord<'OutcomeReturned'> | null;
  readonly withdrawn: FactRecord<'Withdrawn'> | null;
  readonly stopped: FactRecord<'ProcessingStopped'> | null;
  readonly summary: string;
  readonly setCount: number;
  readonly quantities: Intake['quantities'];
  readonly returnMethod: Intake['returnMethod'] | null;
  readonly returnAddress: string | null;
  readonly deferredApprovals: readonly DeferredApproval[];
  readonly fieldSources: Readonly<Partial<Record<ClaimedField, ActMark>>>;
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
  /** Legal due instant given at reception; never changes. Null: no limit or not received. Date in force: `decideDossierDates`. */
  readonly firstDue: Instant | null;
  /** The promise printed on the slip. */
  readonly promisedAt: Instant | null;
  /** Since when the status says that something is awaited from the citizen; whether the limit stands still is the rules' to say. */
  readonly pausedSince: Instant | null;
  /** First applicant (chủ hồ sơ). */
  readonly applicant: Person | null;
  /** Who stood at the counter; the applicant when nobody else is named. */
  readonly submitter: Person | null;
  /** Sum of both ledgers, less what was waived after the reception. */
  readonly feesDue: number;
  /** Money taken and kept, both ledgers; never below zero. */
  readonly feesCollected: number;
  readonly collections: readonly CollectionRecord[];
  /** Taken and not cancelled, before refunds. */
  readonly collected: ByLedger;
  /** Transfers announced that the bank has not shown. */
  readonly announced: ByLedger;
  /** Not asked by a waiver that was recorded after the reception; `fees` still hold the whole. */
  readonly waived: ByLedger;
  readonly refunded: ByLedger;
  /** Given back beyond what was taken: a figure of its own, so that no sum is ever negative. */
  readonly overRefunded: ByLedger;
  readonly handovers: readonly HandoverRecord[];
  /** The last hand-over; null while the folder never left the counter. */
  readonly handover: HandoverRecord | null;
  readonly apologies: readonly ApologyRecord[];
  readonly dispatches: readonly DispatchRecord[];
  /** Originals the office answers for: taken less given back, never below zero. */
  readonly originalsInCustody: number;
  /** Of those, how many went out with the last hand-over on paper. */
  readonly originalsWithHandler: number;
  /** Highest accepted position; the `base` of the next act. */
  readonly pos: number;
  readonly waitingActionIds: readonly string[];
  readonly refusedActionIds: readonly string[];
  /** Something is owed or awaited. A talk that ended with guidance only is not open. */
  readonly isOpen: boolean;
  /** End of handling (national index 2.1, domain notes §5.4); null while none. */
  readonly endedAt: Instant | null;
  readonly timeline: readonly TimelineEntry[];
}
