import { formatDong } from '../base/money';
import type { DossierState } from '../domain/dossier-shape';
import { countSlipCopies } from '../domain/slip-copies';
import { decideFeeState } from '../domain/slip-truth';
import type { Person } from '../domain/person';
import type { Procedure } from '../domain/procedure';
import type { Unit } from '../domain/unit';
import { fillText, sayVi } from '../text/message';
import { limitText } from '../text/rule-sentences';
import { vi } from '../text/vi';
import { identityLine, onBehalfText, returnText } from './dossier-words';
import { buildFormHeadOf } from './form-layout';
import type { ReceiptSlip } from './receipt-slip-data';

/** What a slip says beyond its dossier. */
export interface SlipSurroundings {
  readonly unit: Unit;
  readonly procedure: Procedure;
  /** Name of the officer who received the dossier. */
  readonly officerName: string;
  readonly practice: boolean;
  /** The last copy did not come out: it is printed again under its own number, and is no reprint. */
  readonly isSameCopy?: boolean;
}

/**
 * Data of Form 01 for a received dossier; `undefined` when nothing was received yet. The same dossier gives the same slip:
 * only `copyNo` counts up with each copy that came out.
 */
export function buildReceiptSlipData(state: DossierState, around: SlipSurroundings): ReceiptSlip | undefined {
  const { reception, appointment, applicant } = state;
  if (reception === null || appointment === null || applicant === null) return undefined;
  const code = state.code ?? state.temporaryCode;
  if (code === null) return undefined;
  const person = personFields(state, applicant);
  const copiesOut = countSlipCopies(state.prints);
  return {
    formSet: reception.versions.formSet,
    head: buildFormHeadOf(around.unit),
    practice: around.practice,
    dossierId: state.dossierId,
    code,
    codeIsTemporary: state.code === null,
    slip: reception.slip,
    ...person,
    channelName: state.channel === null ? '' : vi.forms.channel[state.channel],
    procedureCode: around.procedure.code,
    procedureName: around.procedure.name,
    summary: state.summary,
    papers: state.papers
      .filter((paper) => paper.mode !== 'lookup')
      .map((paper) => ({ name: paper.name, ...paper.counts, shownOnly: paper.mode === 'present' })),
    ...quantityFields(state, around.procedure),
    setCount: state.setCount,
    limitText: sayVi(limitText(appointment.limit)),
    receivedAt: reception.receivedAt,
    promisedAt: appointment.promisedAt,
    provisional: appointment.provisional,
    clockDoubt: reception.clockDoubt,
    backEntry: reception.backEntry !== null,
    returnText: returnText(state),
    ...feeFields(state, around.procedure),
    ...secondStage(state, around.procedure),
    officerName: around.officerName,
    onBehalfText: onBehalfText(reception.onBehalfOf, around.unit),
    copyNo: around.isSameCopy === true ? Math.max(1, copiesOut) : copiesOut + 1,
  };
}

function personFields(
  state: DossierState,
  applicant: Person,
): Pick<
  ReceiptSlip,
  'applicantName' | 'otherApplicants' | 'submitterName' | 'address' | 'phone' | 'email' | 'identityLine'
> {
  const submitter = state.submitter ?? applicant;
  return {
    applicantName: applicant.name,
    otherApplicants: Math.max(0, state.parties.filter((party) => party.role === 'applicant').length - 1),
    submitterName: submitter.name === applicant.name ? '' : submitter.name,
    address: applicant.address ?? submitter.address ?? '',
    phone: submitter.phone ?? applicant.phone ?? '',
    email: submitter.email ?? applicant.email ?? '',
    identityLine: identityLine(applicant.identity.kind === 'none' ? submitter.identity : applicant.identity),
  };
}

/** Certified copies are counted in pages and copies (domain notes §2.3, chứng thực). */
function quantityFields(state: DossierState, { quantities }: Procedure): Pick<ReceiptSlip, 'quantities'> {
  return quantities.length === 0 || Object.keys(state.quantities).length === 0 ? {} : { quantities: state.quantities };
}

/** Field 8: the procedure's own second stage; its date comes with the re-dated slip, never a false one now. */
function secondStage(state: DossierState, procedure: Procedure): Pick<ReceiptSlip, 'secondStageText'> {
  const limit = procedure.cases.find(({ id }) => id === state.caseId)?.secondStage;
  if (limit === undefined) return {};
  return { secondStageText: fillText(vi.forms.receipt.secondStage, { limit: sayVi(limitText(limit)) }) };
}

/**
 * An undecided fee is named as one. A fee nobody has confirmed to be nil is left out: "Không thu" on a slip is a promise.
 */
function feeFields(state: DossierState, procedure: Procedure): Pick<ReceiptSlip, 'feeText' | 'feeState'> {
  const { feesDue, feesCollected } = state;
  const feeState = decideFeeState(state);
  if (feeState === 'unknown') return { feeText: vi.forms.fee.unknown, feeState };
  const unconfirmed = ['cases.fees', `cases.fees.${state.channel ?? 'counter'}`];
  if (feesDue === 0 && unconfirmed.some((field) => procedure.provisional.includes(field))) {
    return { feeText: '', feeState };
  }
  if (feesDue === 0) return { feeText: vi.forms.fee.none, feeState };
  const values = { amount: formatDong(feesDue), paid: formatDong(feesCollected) };
  if (feeState === 'paid') return { feeText: fillText(vi.forms.fee.paid, values), feeState };
  return { feeText: fillText(feesCollected > 0 ? vi.forms.fee.partly : vi.forms.fee.due, values), feeState };
}
