import { formatDay } from '../base/time';
import type { OnBehalfNote, warnDelegationEnd } from '../domain/delegation';
import type { ReceiptPlan } from '../domain/receipt-series';
import type { Message } from './message';

/** "Thay mặt … theo QĐ số …": the note on papers of somebody who acts by delegation. */
export function onBehalfText({ unitName, decisionNo, decidedOn }: OnBehalfNote): Message {
  const values = { unit: unitName, decisionNo };
  if (decidedOn === null) return { key: 'counterDuty.onBehalf', values };
  return { key: 'counterDuty.onBehalfDated', values: { ...values, day: formatDay(decidedOn) } };
}

/** Warning ahead of a delegation's end. */
export function delegationEndText(warning: NonNullable<ReturnType<typeof warnDelegationEnd>>): Message {
  if (warning.workingDaysLeft === 0) return { key: 'counterDuty.delegationLastDay' };
  const values = { days: warning.workingDaysLeft, day: formatDay(warning.lastDay) };
  return { key: 'counterDuty.delegationEnds', values };
}

/** Title of the paper a payer gets: without a registered series it replaces no receipt. */
export function receiptTitleText(title: ReceiptPlan['title']): Message {
  return { key: `counterDuty.receiptTitle.${title}` };
}

/** Why only a slip can be given. */
export function noReceiptText({ why }: Extract<ReceiptPlan, { title: 'slipNotReceipt' }>): Message {
  return { key: `counterDuty.noReceipt.${why}` };
}
