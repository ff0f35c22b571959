import { formatDong } from '../../../shared/base/money';
import { formatDay, toLocalDay, toLocalTime, type Instant } from '../../../shared/base/time';
import type { Appointment } from '../../../shared/domain/appointment-schema';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { Receipt } from '../../../shared/domain/verdict';
import { formatSlipNumber } from '../../../shared/domain/slip-number';
import type { Message } from '../../../shared/text/message';
import type { SavedAs } from './intake.store';

/** Receipt of the act that began it all. */
function findReceipt(state: DossierState): Receipt | undefined {
  const received = state.timeline.find(({ action }) => action.kind === 'DossierReceived');
  return (received ?? state.timeline[0])?.receipt;
}

/** The province has something to say about the reception; it stands all the same. */
export function isReceptionQuestioned(state: DossierState): boolean {
  const receipt = findReceipt(state);
  return receipt !== undefined && receipt.verdict.type !== 'accepted';
}

/** What the province said of the reception so far. */
export function describeProvince(state: DossierState): Message {
  const receipt = findReceipt(state);
  if (!receipt) return { key: 'intake.saved.provinceNotYet' };
  switch (receipt.verdict.type) {
    case 'accepted':
      return { key: 'intake.saved.provinceAccepted', values: { time: toLocalTime(receipt.at) } };
    case 'acceptedWithIssue':
      return { key: 'intake.saved.provinceIssue' };
    case 'refused':
    case 'quarantined':
      return { key: 'intake.saved.provinceRefused' };
  }
}

/** "Đã lưu 10:32 · mã H41.26-260309-0007 · tỉnh chưa nhận". `live` is newer than the answer of the door, when known. */
export function describeSaved(savedAt: Instant, state: DossierState): Message {
  const { code, temporaryCode } = state;
  const values = { time: toLocalTime(savedAt), province: describeProvince(state) };
  return code === null
    ? { key: 'intake.saved.lineTemporary', values: { ...values, code: temporaryCode ?? '' } }
    : { key: 'intake.saved.line', values: { ...values, code } };
}

const talkLines = {
  GuidanceIssued: 'intakeRules.saved.guided',
  IntakeRefused: 'intakeRules.saved.refused',
  RefusalProposed: 'intakeRules.saved.proposed',
} as const;

function findTalkSlip({ guidances, refusals, refusalProposals }: DossierState): string {
  const slip = [...guidances, ...refusals, ...refusalProposals].at(-1)?.slip;
  return slip === undefined ? '' : formatSlipNumber(slip);
}

/** What was recorded, whatever became of the intake: the number is the one on the paper the citizen holds. */
export function describeOutcome(what: SavedAs, savedAt: Instant, state: DossierState): Message {
  if (what === 'DossierReceived') return describeSaved(savedAt, state);
  const values = { time: toLocalTime(savedAt), province: describeProvince(state) };
  if (what === 'CollectedByPost') {
    return { key: 'intakeRules.saved.consigned', values: { ...values, code: state.consignment?.consignmentNo ?? '' } };
  }
  return { key: talkLines[what], values: { ...values, code: findTalkSlip(state) } };
}

/** What follows from it for the citizen; undefined after a reception, whose promise stands on the slip. */
export function describeNext(what: SavedAs): Message | undefined {
  switch (what) {
    case 'DossierReceived':
      return undefined;
    case 'CollectedByPost':
      return { key: 'intakeRules.saved.consignedClock' };
    case 'GuidanceIssued':
      return { key: 'intakeRules.saved.guidedNext' };
    case 'IntakeRefused':
      return { key: 'intakeRules.saved.refusedNext' };
    case 'RefusalProposed':
      return { key: 'intakeRules.saved.proposedNext' };
  }
}

/** The promised time in words; a result of the same day says so. */
export function describeDue(appointment: Appointment, receivedAt: Instant): Message {
  const { promisedAt } = appointment;
  if (promisedAt === null) return { key: 'intake.due.none' };
  const day = toLocalDay(promisedAt);
  const values = { time: toLocalTime(promisedAt), day: formatDay(day) };
  const isSameDay = appointment.limit.unit === 'sameDay' && toLocalDay(receivedAt) === day;
  return { key: isSameDay ? 'intake.due.sameDay' : 'intake.due.at', values };
}

/** What was to be paid and whether it was. Nothing due is "0 đ" only where a rate was known. */
export function describeSavedFee({ feesDue, feesCollected, feeUndecided }: DossierState): Message {
  if (feeUndecided) return { key: 'intake.fee.unknown' };
  if (feesDue === 0) return { key: 'intake.fee.free' };
  const values = { amount: formatDong(feesDue) };
  return { key: feesCollected >= feesDue ? 'intake.saved.feePaid' : 'intake.saved.feeDue', values };
}
