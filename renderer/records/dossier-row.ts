import type { Instant } from '../../shared/base/time';
import { foldVietnamese } from '../../shared/base/vietnamese';
import { shownCode } from '../../shared/domain/dossier-codes';
import type { DossierDates } from '../../shared/domain/dossier-dates';
import type { DossierState } from '../../shared/domain/dossier-state';
import { buildIndexFields } from '../../shared/domain/index-fields';
import type { NationalStatus } from '../../shared/domain/national-status';
import type { Channel } from '../../shared/domain/channel';
import type { DossierFact } from './fact-table';

/** What a list shows of a dossier. Kept sealed beside its actions, so that a list needs no fold. */
export interface DossierRow {
  readonly dossierId: string;
  readonly code: string;
  /** The code shown is a temporary number. */
  readonly codeIsTemporary: boolean;
  readonly stub: boolean;
  readonly status: NationalStatus;
  readonly isOpen: boolean;
  readonly procedureCode: string | null;
  readonly caseId: string | null;
  readonly channel: Channel | null;
  readonly applicantName: string;
  /** Applicants besides the first. */
  readonly otherApplicants: number;
  readonly submitterName: string;
  readonly summary: string;
  readonly receivedAt: Instant | null;
  readonly submittedAt: Instant | null;
  readonly legalDue: Instant | null;
  /** What the citizen may be told; null while the date is to be counted anew. */
  readonly promisedAt: Instant | null;
  readonly pausedSince: Instant | null;
  readonly endedAt: Instant | null;
  /** Slip book of the counter that received. */
  readonly counterId: string;
  readonly receivingUnitId: string | null;
  readonly handlingUnit: string;
  /** Acts without a receipt of the province. */
  readonly waiting: number;
  readonly openIssues: number;
  readonly backEntry: boolean;
  readonly clockDoubt: boolean;
}

/** A dossier as the search and counting worker holds it: facts without names, and one folded line of everything typed to find it. */
export interface ProjectionRow {
  readonly fact: DossierFact;
  readonly line: string;
}

function countOpenIssues(state: DossierState): number {
  return state.issues.filter((issue) => !issue.resolved).length;
}

/** Row of a list. */
export function buildDossierRow(state: DossierState, dates: DossierDates): DossierRow {
  const applicants = state.parties.filter((party) => party.role === 'applicant').length;
  return {
    dossierId: state.dossierId,
    code: shownCode(state),
    codeIsTemporary: state.code === null && state.temporaryCode !== null,
    stub: state.stub,
    status: state.status,
    isOpen: state.isOpen,
    procedureCode: state.procedureCode,
    caseId: state.caseId,
    channel: state.channel,
    applicantName: state.applicant?.name ?? '',
    otherApplicants: Math.max(0, applicants - 1),
    submitterName: state.submitter?.name ?? '',
    summary: state.summary,
    receivedAt: state.receivedAt,
    submittedAt: state.submission?.submittedAt ?? null,
    legalDue: dates.legalDue,
    promisedAt: dates.promisedAt,
    pausedSince: dates.pausedSince,
    endedAt: state.endedAt,
    counterId: state.slip?.book ?? '',
    receivingUnitId: state.receivingUnitId,
    handlingUnit: state.handlingUnit,
    waiting: state.waitingActionIds.length,
    openIssues: countOpenIssues(state),
    backEntry: state.backEntry !== null,
    clockDoubt: state.clockDoubt,
  };
}

function buildSearchLine(state: DossierState): string {
  const people = state.parties.flatMap(({ person }) => [
    person.name,
    person.identity.kind === 'none' ? '' : person.identity.number,
    person.phone ?? '',
  ]);
  const words = [...people, ...state.codes].flatMap((text) => foldVietnamese(text).split(/\s+/));
  return words
    .filter((word) => word !== '')
    .map((word) => ` ${word}`)
    .join('');
}

/**
 * Row of the search and counting worker; `changeNo` is the journal line of the dossier's last change. The worker knows no
 * rules: `dates` are those of the stored row.
 */
export function buildProjectionRow(
  state: DossierState,
  dates: Pick<DossierDates, 'legalDue' | 'pausedSince'>,
  changeNo: number,
): ProjectionRow {
  const index = buildIndexFields(state, dates);
  return {
    line: buildSearchLine(state),
    fact: {
      id: state.dossierId,
      changeNo,
      status: state.status,
      isOpen: state.isOpen,
      isStub: state.stub,
      isPaused: dates.pausedSince !== null,
      receivedAt: state.receivedAt,
      dueAt: dates.legalDue,
      endedAt: state.endedAt,
      unitId: index.unitId,
      counterId: index.counterId,
      procedureCode: index.procedureCode,
      channel: state.channel,
      awaitingReceipt: index.awaitingReceipt,
      openIssues: countOpenIssues(state),
      fee: state.feesDue,
      feeCollected: state.feesCollected,
    },
  };
}
