import { formatDong } from '../../../shared/base/money';
import { formatDay, toLocalDay, toLocalTime, type Instant } from '../../../shared/base/time';
import type { Appointment } from '../../../shared/domain/appointment-schema';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { Procedure, ProcedureCase } from '../../../shared/domain/procedure';
import type { Receipt } from '../../../shared/domain/verdict';
import { sayVi, type Message } from '../../../shared/text/message';
import { isFeeUnknown } from './intake-money';

function findReceipt(state: DossierState): Receipt | undefined {
  return state.timeline.find(({ action }) => action.kind === 'DossierReceived')?.receipt;
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
  const values = { time: toLocalTime(savedAt), province: sayVi(describeProvince(state)) };
  return code === null
    ? { key: 'intake.saved.lineTemporary', values: { ...values, code: temporaryCode ?? '' } }
    : { key: 'intake.saved.line', values: { ...values, code } };
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

function findCase(procedure: Procedure | undefined, caseId: string | null): ProcedureCase | undefined {
  return procedure?.cases.find(({ id }) => id === caseId) ?? procedure?.cases[0];
}

/** What was to be paid and whether it was. Nothing due is "0 đ" only where the rule says so. */
export function describeSavedFee(state: DossierState, procedure: Procedure | undefined): Message {
  const { feesDue, feesCollected, channel } = state;
  if (feesDue === 0) {
    const rule = findCase(procedure, state.caseId)?.fees[channel ?? 'counter'];
    const isUnknown = procedure && rule && isFeeUnknown(rule, procedure, channel ?? 'counter');
    return { key: isUnknown ? 'intake.fee.unknown' : 'intake.fee.free' };
  }
  const values = { amount: formatDong(feesDue) };
  return { key: feesCollected >= feesDue ? 'intake.saved.feePaid' : 'intake.saved.feeDue', values };
}
