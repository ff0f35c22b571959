import { formatInstant, toLocalDay, type Instant, type LocalDay } from '../base/time';
import type { DossierState } from '../domain/dossier-shape';
import { identityNumber, PAPER_SIGN } from '../domain/masking';
import type { Unit } from '../domain/unit';
import { buildFormHeadOf } from '../forms/form-layout';
import { statusText } from '../text/domain-sentences';
import { fillText, sayVi } from '../text/message';
import { vi } from '../text/vi';
import type { Register, RegisterRow } from './register-data';

const words = vi.forms.register;

/** What a day's register is made from. `states` may hold more than the day: the register picks its own rows. */
export interface RegisterSource {
  readonly unit: Unit;
  readonly day: LocalDay;
  readonly states: readonly DossierState[];
  /** Name and field of a procedure, by code; missing ones print their code. */
  readonly procedureOf: (code: string) => { readonly name: string; readonly fieldName: string } | undefined;
  readonly officerName: (officerId: string) => string;
  readonly counters: Register['counters'];
  readonly closing: Register['closing'];
  /** Hide all but the last four characters of identity numbers. */
  readonly masked: boolean;
  readonly practice: boolean;
  readonly madeAt: Instant;
  readonly madeBy: string;
}

/**
 * The daily intake log (Sổ theo dõi hồ sơ): every dossier whose legal reception falls on the day, in order of reception,
 * whatever the province said of it. A slip that was handed out never leaves the register.
 */
export function buildRegister(source: RegisterSource): Register {
  const received = source.states
    .filter((state) => state.receivedAt !== null && toLocalDay(state.receivedAt) === source.day)
    .sort((a, b) => (a.receivedAt ?? 0) - (b.receivedAt ?? 0) || (a.dossierId < b.dossierId ? -1 : 1));
  const rows = received.map((state, index) => buildRow(state, index + 1, source));
  const sum = (pick: (state: DossierState) => number): number =>
    received.reduce((total, state) => total + pick(state), 0);
  const undecided = received.filter((state) => state.feeUndecided).length;
  return {
    head: buildFormHeadOf(source.unit),
    practice: source.practice,
    unitId: source.unit.id,
    day: source.day,
    counters: [...source.counters],
    rows,
    totals: {
      received: received.length,
      counter: received.filter((state) => state.channel === 'counter').length,
      online: received.filter((state) => state.channel === 'online').length,
      post: received.filter((state) => state.channel === 'post').length,
      fee: sum((state) => state.feesDue),
      feeCollected: sum((state) => state.feesCollected),
      ...(undecided > 0 ? { feeUndecided: undecided } : {}),
      waiting: received.filter((state) => state.waitingActionIds.length > 0).length,
    },
    closing: source.closing,
    masked: source.masked,
    madeAt: source.madeAt,
    madeBy: source.madeBy,
  };
}

function buildRow(state: DossierState, no: number, source: RegisterSource): RegisterRow {
  const procedure = state.procedureCode === null ? undefined : source.procedureOf(state.procedureCode);
  return {
    no,
    dossierId: state.dossierId,
    code: state.code ?? state.temporaryCode ?? '',
    temporaryCode: state.temporaryCode ?? '',
    receivedAt: state.receivedAt ?? 0,
    backEntry: state.backEntry !== null,
    procedureCode: state.procedureCode ?? '',
    procedureName: procedure?.name ?? '',
    fieldName: procedure?.fieldName ?? '',
    channel: state.channel === null ? '' : vi.forms.channel[state.channel],
    ...personColumns(state, source.masked),
    setCount: state.setCount,
    papers: state.papers.filter((paper) => paper.mode === 'submit').length,
    digitised: state.papers.filter((paper) => paper.pages.length > 0).length,
    reused: 0,
    fee: state.feesDue,
    feeCollected: state.feesCollected,
    ...(state.feeUndecided ? { feeUndecided: true as const } : {}),
    promisedAt: state.promisedAt,
    handlingUnit: state.handlingUnit,
    returnMethod: state.returnMethod === null ? '' : vi.forms.returnMethod[state.returnMethod],
    returnedAt: state.returned?.at ?? null,
    officer: state.receivedBy === null ? '' : source.officerName(state.receivedBy),
    status: sayVi(statusText(state.status)),
    sync: syncText(state),
    note: noteText(state),
  };
}

function personColumns(
  state: DossierState,
  masked: boolean,
): Pick<RegisterRow, 'applicant' | 'identity' | 'submitter' | 'phone' | 'address'> {
  const others = state.parties.filter((party) => party.role === 'applicant').length - 1;
  const name = state.applicant?.name ?? '';
  return {
    applicant: others > 0 ? name + fillText(vi.forms.receipt.others, { n: others }) : name,
    identity: state.applicant === null ? '' : (identityNumber(state.applicant.identity, !masked, PAPER_SIGN) ?? ''),
    submitter: state.submitter?.name ?? '',
    phone: state.submitter?.phone ?? state.applicant?.phone ?? '',
    address: state.applicant?.address ?? '',
  };
}

function syncText(state: DossierState): string {
  if (state.issues.some((issue) => !issue.resolved)) return words.sync.issue;
  if (state.waitingActionIds.length > 0) return fillText(words.sync.waiting, { n: state.waitingActionIds.length });
  const reception = state.timeline.find((entry) => entry.action.id === state.reception?.actionId);
  return reception?.receipt === undefined
    ? words.sync.acceptedAll
    : fillText(words.sync.accepted, { time: formatInstant(reception.receipt.at) });
}

function noteText(state: DossierState): string {
  const notes = [
    ...(state.backEntry === null ? [] : [words.backEntry]),
    ...(state.clockDoubt ? [words.clockDoubt] : []),
    ...(state.stub ? [words.stub] : []),
    ...(state.feeUndecided ? [words.feeUndecided] : []),
  ];
  return notes.join('; ');
}
