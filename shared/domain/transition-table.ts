import type { dossierPayloads } from './actions/dossier-actions';
import type { NationalStatus } from './national-status';
import type { Permission } from './permissions';

/** A kind of action about a dossier. */
export type DossierKind = keyof typeof dossierPayloads;

/** Status after an act; `resumed` = where the dossier stands once the pause is over (see {@link decideResumed}). */
export type NextStatus = NationalStatus | 'resumed';

/** Next status by present status. A status that is absent does not take the act. */
export type Moves = Readonly<Partial<Record<NationalStatus, NextStatus>>>;

/** One row of the table: who may do an act, in which status, and where it leads. */
export interface TransitionRow {
  readonly permission: Permission;
  /** Statuses in which the act is offered and taken without an issue. */
  readonly moves: Moves;
  /** Statuses in which the act is not offered, but when it happened all the same it is taken, and may move the dossier. */
  readonly late: Moves;
  /** Offered on a dossier of which only the slip is known here. */
  readonly onStub: boolean;
}

const none: Moves = {};

function stays(...statuses: readonly NationalStatus[]): Moves {
  return Object.fromEntries(statuses.map((status) => [status, status]));
}

const received = stays(2, 4, 5, 6, 9);
const always = stays(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

/**
 * The one table of status × kind × permission, used by the button, by main before the append and by the server. Statuses
 * and their order: domain notes §4.1. Kinds of `openings` may also begin a dossier. The codes 3, 7, 8 and 10 are never
 * left: of contradicting legal acts (withdrawal and result, stop and return, refusal and reception) the first accepted wins.
 */
export const transitionTable: Readonly<Record<DossierKind, TransitionRow>> = {
  DossierReceived: { permission: 'receive', moves: { 1: 2 }, late: none, onStub: true },
  CollectedByPost: { permission: 'consign', moves: { 1: 1 }, late: none, onStub: true },
  OnlineSubmissionArrived: { permission: 'system', moves: none, late: none, onStub: true },
  OnlineSubmissionAccepted: { permission: 'acceptOnline', moves: { 1: 2 }, late: none, onStub: false },
  GuidanceIssued: { permission: 'guide', moves: { 1: 1 }, late: none, onStub: true },
  RefusalProposed: { permission: 'proposeRefusal', moves: { 1: 1 }, late: none, onStub: true },
  IntakeRefused: { permission: 'refuseIntake', moves: { 1: 3 }, late: none, onStub: true },
  DetailsCorrected: { permission: 'correct', moves: received, late: none, onStub: false },
  PaperAttached: { permission: 'attach', moves: received, late: none, onStub: false },
  PaperReused: { permission: 'attach', moves: received, late: none, onStub: false },
  PaperDetached: { permission: 'correct', moves: received, late: none, onStub: false },
  PageSetEdited: { permission: 'attach', moves: received, late: none, onStub: false },
  FormPrinted: { permission: 'print', moves: always, late: none, onStub: true },
  // In 1 only for papers the post took in. Also in 10: what was still owed when the result went out is money that was taken.
  FeeCollected: { permission: 'collectFee', moves: { ...received, 1: 1, 10: 10 }, late: none, onStub: true },
  FeeCancelled: { permission: 'cancelFee', moves: always, late: none, onStub: false },
  FeeRefunded: { permission: 'refundFee', moves: always, late: none, onStub: false },
  // A second notice may follow while the first is unpaid: registration fee and income tax come apart.
  ObligationNotified: { permission: 'notifyObligation', moves: { 2: 6, 4: 6, 6: 6 }, late: { 5: 5 }, onStub: true },
  ObligationFulfilled: { permission: 'attach', moves: { 6: 'resumed' }, late: stays(2, 4, 5, 9), onStub: true },
  SupplementRequested: { permission: 'requestSupplement', moves: { 2: 5, 4: 5 }, late: none, onStub: true },
  SupplementReceived: { permission: 'attach', moves: { 5: 'resumed' }, late: stays(2, 4), onStub: true },
  HandedOver: { permission: 'handOver', moves: { 2: 4, 4: 4 }, late: none, onStub: true },
  // The receiver often signs when the dossier has moved on.
  HandoverConfirmed: { permission: 'handOver', moves: stays(4, 5, 6, 7, 8, 9, 10), late: { 2: 2 }, onStub: true },
  Forwarded: { permission: 'handOver', moves: { 2: 4, 4: 4 }, late: stays(5, 6, 9), onStub: false },
  DeadlineExtended: { permission: 'extendDeadline', moves: stays(2, 4, 5, 6), late: none, onStub: false },
  // The citizen's own delay needs no apology: none is offered while the limit is paused.
  ApologyIssued: { permission: 'apologise', moves: stays(2, 4, 9), late: stays(5, 6, 10), onStub: false },
  ApologyDelivered: {
    permission: 'deliverLetter',
    moves: stays(2, 4, 5, 6, 9, 10),
    late: stays(7, 8),
    onStub: true,
  },
  ProcessingStopped: { permission: 'stopProcessing', moves: { 2: 8, 4: 8, 5: 8, 6: 8 }, late: none, onStub: false },
  Withdrawn: { permission: 'withdraw', moves: { 2: 7, 4: 7, 5: 7, 6: 7 }, late: { 1: 7 }, onStub: false },
  // In 10: the result was handed out on a stub before its record arrived; the record is completed, nothing moves back.
  OutcomeReady: { permission: 'recordOutcome', moves: { 2: 9, 4: 9, 10: 10 }, late: { 5: 9, 6: 9 }, onStub: true },
  OutcomeDispatched: { permission: 'returnOutcome', moves: { 9: 9 }, late: stays(2, 4, 10), onStub: true },
  DeliveryFailed: { permission: 'returnOutcome', moves: { 9: 9 }, late: stays(2, 4), onStub: true },
  OutcomeReturned: {
    permission: 'returnOutcome',
    moves: { 9: 10 },
    late: { 2: 10, 4: 10, 5: 10, 6: 10 },
    onStub: true,
  },
  SurveyAnswered: { permission: 'returnOutcome', moves: stays(9, 10), late: stays(2, 3, 4, 5, 6, 7, 8), onStub: true },
  ExternalCodeLinked: { permission: 'correct', moves: { ...received, 1: 1, 10: 10 }, late: none, onStub: false },
  OfficialCodeAssigned: { permission: 'system', moves: always, late: none, onStub: true },
  IssueResolved: { permission: 'resolveIssue', moves: always, late: none, onStub: true },
  // A leader often gets to the list when the dossier has ended.
  ApprovalDecided: { permission: 'approve', moves: always, late: none, onStub: true },
};

/** Kinds that begin a dossier nobody told of yet, and the status they begin it in (domain notes §4.1). */
export const openings: Readonly<Partial<Record<DossierKind, NationalStatus>>> = {
  OnlineSubmissionArrived: 1,
  CollectedByPost: 1,
  GuidanceIssued: 1,
  RefusalProposed: 1,
  IntakeRefused: 3,
  DossierReceived: 2,
};

/** Acts that decide a dossier's fate: two of them that had not seen each other contradict. */
const legalActs: ReadonlySet<string> = new Set<DossierKind>([
  'DossierReceived',
  'OnlineSubmissionAccepted',
  'IntakeRefused',
  'ProcessingStopped',
  'Withdrawn',
  'OutcomeReady',
  'OutcomeReturned',
]);

/** Whether a kind decides a dossier's fate, so that of two that contradict the first accepted wins. */
export function isLegalAct(kind: DossierKind): boolean {
  return legalActs.has(kind);
}

/** Decisions about one field, of which two may not have seen each other. */
const fieldDecisions: ReadonlySet<string> = new Set<DossierKind>([
  'DetailsCorrected',
  'PageSetEdited',
  'DeadlineExtended',
  'ExternalCodeLinked',
]);

/** Whether an act of a kind can contradict another, so that the fold must be asked before it is accepted. */
export function canConflict(kind: string): boolean {
  return legalActs.has(kind) || fieldDecisions.has(kind);
}

/** Whether a kind has a row in the table. */
export function isDossierKind(kind: string): kind is DossierKind {
  return Object.hasOwn(transitionTable, kind);
}

/** What still keeps a dossier paused, and whether it left the counter. */
export interface PauseState {
  readonly supplements: readonly { readonly receivedAt: unknown }[];
  readonly obligations: readonly { readonly fulfilled: unknown }[];
  readonly handoversMade: readonly unknown[];
}

/** Where a dossier goes on when a pause ends: another open pause, else where it stood (4 once it left the counter). */
export function decideResumed(facts: PauseState): NationalStatus {
  if (facts.supplements.some((request) => request.receivedAt === null)) return 5;
  if (facts.obligations.some((notice) => notice.fulfilled === null)) return 6;
  return facts.handoversMade.length > 0 ? 4 : 2;
}

/**
 * Where an act leads; `resumed` is {@link decideResumed} of the facts with the act in them. `offered`: by the rule.
 * `late`: it is taken but comes out of turn. `outside`: it is kept and moves nothing, so a final status that was accepted
 * first stays.
 */
export function decideMove(input: {
  readonly kind: DossierKind;
  readonly status: NationalStatus;
  readonly resumed: NationalStatus;
}): { readonly status: NationalStatus; readonly fit: 'offered' | 'late' | 'outside' } {
  const row = transitionTable[input.kind];
  const offered = row.moves[input.status];
  const next = offered ?? row.late[input.status];
  if (next === undefined) return { status: input.status, fit: 'outside' };
  return { status: next === 'resumed' ? input.resumed : next, fit: offered === undefined ? 'late' : 'offered' };
}
