import { toLocalDay } from '../base/time';
import type { SlipNumber } from './actions/intake-payload';
import { shownCode } from './dossier-codes';
import type { DossierDates } from './dossier-dates';
import type { DossierState } from './dossier-shape';
import type { NationalStatus } from './national-status';

/** `dueAt` of a dossier without a due time: later than any real one, so worklists by due time end with it. */
export const NO_DUE_AT = 8_640_000_000_000_000;

/** Fields worklists are read by, never personal data. The page adds the HMAC keys of person and phone. */
export interface IndexFields {
  readonly status: NationalStatus;
  readonly isOpen: boolean;
  /** Legal due instant; also while paused and after the end, since a printed promise stays visible. */
  readonly dueAt: number;
  /** Negated time of reception: the store reads ascending only. Before reception: when it was submitted or first heard of. */
  readonly receivedAtNeg: number;
  /** Day of reception (legal time), empty before reception. */
  readonly receivedDay: string;
  /** Slip book of the counter that received, refused or gave guidance; empty while none has. */
  readonly counterId: string;
  readonly unitId: string;
  readonly code: string;
  readonly procedureCode: string;
  /** Some act has no signed receipt of the province yet. */
  readonly awaitingReceipt: boolean;
  /** Somebody must look at it. */
  readonly hasIssue: boolean;
}

function firstHeard(state: DossierState): number {
  const times = state.timeline.map((entry) => entry.action.happenedAt);
  return state.receivedAt ?? state.submission?.submittedAt ?? (times.length > 0 ? Math.min(...times) : 0);
}

/** A refusal or guidance before reception has a slip of the same yearly series (counter reality §2a, 15:30). */
function findSlip({ slip, refusals, guidances }: DossierState): SlipNumber | null {
  return slip ?? refusals[0]?.slip ?? guidances[0]?.slip ?? null;
}

/**
 * Index fields of a folded dossier and its date in force. A dossier whose slip was printed always has its day, counter and
 * due time here.
 */
export function buildIndexFields(state: DossierState, dates: Pick<DossierDates, 'legalDue'>): IndexFields {
  return {
    status: state.status,
    isOpen: state.isOpen,
    dueAt: dates.legalDue ?? NO_DUE_AT,
    receivedAtNeg: 0 - firstHeard(state),
    receivedDay: state.receivedAt === null ? '' : toLocalDay(state.receivedAt),
    counterId: findSlip(state)?.book ?? '',
    unitId: state.receivingUnitId ?? '',
    code: shownCode(state),
    procedureCode: state.procedureCode ?? '',
    awaitingReceipt: state.waitingActionIds.length > 0,
    hasIssue: state.issues.some((issue) => !issue.resolved),
  };
}
