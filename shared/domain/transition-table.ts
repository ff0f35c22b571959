import type { dossierPayloads } from './actions/dossier-actions';
import type { NationalStatus } from './national-status';
import type { Permission } from './permissions';

/** A kind of action about a dossier. */
export type DossierKind = keyof typeof dossierPayloads;

/** Status after an act; `resumed` = where the dossier stood before its pause. */
export type NextStatus = NationalStatus | 'resumed';

/** Next status by present status. A status that is absent does not take the act. */
export type Moves = Readonly<Partial<Record<NationalStatus, NextStatus>>>;

/** One row of the table: who may do an act, in which status, and where it leads. */
export interface TransitionRow {
  readonly permission: Permission;
  /** Statuses in which the act is offered and taken without an issue. */
  readonly moves: Moves;
  /** Statuses in which the act is not offered, but when it happened all the same it still moves the dossier. */
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
 * The one table of status × kind × permission, used by the button, by main before the append and by the server.
 * Reception rows open a dossier: they have no move from a status of their own and lead to 1 or 2 (see `openings`).
 */
export const transitionTable: Readonly<Record<DossierKind, TransitionRow>> = {
  DossierReceived: { permission: 'receive', moves: none, late: { 1: 2 }, onStub: true },
  OnlineSubmissionArrived: { permission: 'system', moves: none, late: none, onStub: true },
  OnlineSubmissionAccepted: { permission: 'acceptOnline', moves: { 1: 2 }, late: none, onStub: false },
  DetailsCorrected: { permission: 'correct', moves: received, late: none, onStub: false },
  PaperAttached: { permission: 'attach', moves: received, late: none, onStub: false },
  FormPrinted: { permission: 'print', moves: stays(2, 3, 4, 5, 6, 7, 8, 9, 10), late: none, onStub: true },
  // Also in 10: what was still owed when the result went out is money that was taken all the same.
  FeeCollected: { permission: 'collectFee', moves: { ...received, 10: 10 }, late: none, onStub: true },
  SupplementRequested: { permission: 'requestSupplement', moves: { 2: 5, 4: 5 }, late: none, onStub: true },
  SupplementReceived: { permission: 'attach', moves: { 5: 'resumed' }, late: stays(2, 4), onStub: true },
  HandedOver: { permission: 'handOver', moves: { 2: 4, 4: 4 }, late: none, onStub: true },
  // In 10: the result was handed out on a stub before its record arrived; the record is completed, nothing moves back.
  OutcomeReady: { permission: 'recordOutcome', moves: { 2: 9, 4: 9, 10: 10 }, late: { 5: 9, 6: 9 }, onStub: true },
  OutcomeReturned: {
    permission: 'returnOutcome',
    moves: { 9: 10 },
    late: { 2: 10, 4: 10, 5: 10, 6: 10 },
    onStub: true,
  },
  Withdrawn: { permission: 'withdraw', moves: { 2: 7, 4: 7, 5: 7, 6: 7 }, late: none, onStub: false },
  OfficialCodeAssigned: { permission: 'system', moves: always, late: none, onStub: true },
  IssueResolved: { permission: 'resolveIssue', moves: always, late: none, onStub: true },
};

/** Kinds that open a dossier and the status they open it in. The fold takes them first, wherever they stand in the order. */
export const openings: Readonly<Partial<Record<DossierKind, NationalStatus>>> = {
  OnlineSubmissionArrived: 1,
  DossierReceived: 2,
};

/** Whether a kind has a row in the table. */
export function isDossierKind(kind: string): kind is DossierKind {
  return Object.hasOwn(transitionTable, kind);
}

/**
 * Where an act leads. `offered`: by the rule. `late`: it moves the dossier but comes out of turn. `outside`: it is kept and
 * moves nothing, so a final status that was accepted first stays.
 */
export function decideMove(input: {
  readonly kind: DossierKind;
  readonly status: NationalStatus;
  readonly handedOver: boolean;
}): { readonly status: NationalStatus; readonly fit: 'offered' | 'late' | 'outside' } {
  const row = transitionTable[input.kind];
  const offered = row.moves[input.status];
  const next = offered ?? row.late[input.status];
  if (next === undefined) return { status: input.status, fit: 'outside' };
  const status = next === 'resumed' ? (input.handedOver ? 4 : 2) : next;
  return { status, fit: offered === undefined ? 'late' : 'offered' };
}
