import type { dossierHandling as vi } from '../vi/dossier-handling';
import type { WordsLike } from './words-like';

/** See the Vietnamese words. */
export const dossierHandling: WordsLike<typeof vi> = {
  file: 'Scanned page that shows it (if any)',
  step: 'Internal step that begins (if any)',
  originalsReturned: 'Originals given back to the citizen',
  talk: {
    saved: 'Saved {{at}}: {{kind}}. Book {{book}}/{{year}}, no. {{number}}.',
    incomplete:
      'Not everything of this dossier is on this PC yet, so nothing was recorded. What you typed stays; try again later.',
  },
  ask: {
    others: 'Not on the published list: {{names}}. This is',
    othersAre: { content: 'Something to put right', papers: 'A further paper' },
    outside: 'Papers beside the published list need a legal ground. They are reviewed every week.',
    ground: 'Legal ground of papers beside the list',
    secondGround: 'Legal ground of asking once more',
  },
  approval: {
    own: 'You may approve this yourself; you are recorded as the approver.',
    why: {
      supplement: {
        block: 'Asking once more needs an approver who is there.',
        defer:
          'Asking once more counts as overdue nationally. It needs an approver, or a reason for the leader at the close.',
      },
      promise: {
        block: 'A second new promise needs an approver who is there.',
        defer: 'A second new promise needs an approver, or a reason for the leader at the close.',
      },
    },
    way: 'Approval',
    wayOf: { deferred: 'The leader looks later', immediate: 'Somebody approves now' },
    approver: 'Approver who is there',
    reason: 'Why it goes on before approval',
    nobody:
      'Nobody else who may approve is known on this PC. What you typed stays; ask the supervisor to sign in and record it.',
    fault: {
      approvalMissing: 'Choose who approves',
      mustBeImmediate: 'This needs an approver who is there',
      reasonMissing: 'Give a reason for the leader at the close',
      unknownApprover: 'Nobody of that name in the unit',
      ownApproval: 'Nobody approves their own act',
      mayNotApprove: 'This person may not approve',
    },
  },
  notice: {
    noticeNo: 'Notice number',
    issuedBy: 'Issued by',
    amount: 'Amount to pay (đồng)',
    nothing: 'Write 0 when nothing has to be paid.',
    dueDay: 'Pay before (if any)',
  },
  payment: {
    which: 'Notice that was paid',
    notice: 'Notice no. {{noticeNo}}, {{amount}}',
    voucherNo: 'Voucher number',
    paidOn: 'Day on the voucher',
    future: 'The day of payment cannot lie in the future',
    noRules: 'The rules of this procedure are not on this PC, so the new date is unknown. The payment can be recorded.',
  },
  signature: {
    which: 'Handover',
    list: 'Handed over to {{to}} at {{at}}, {{originals}} originals.',
    receivedBy: 'Signed by',
    originals: 'Originals that arrived',
    differs: 'The originals differ from the list. Say what differs.',
    mismatch: 'What differs',
  },
  forward: {
    purpose: 'What for',
    purposeOf: {
      taxDetermination: 'Tax determination',
      consultation: 'Opinion',
      competence: 'Competent body decides',
      other: 'Something else',
    },
    stops: 'The tax authority’s time is not part of the limit.',
    runs: 'The limit goes on running.',
    to: 'Sent to',
    documentNo: 'Number of the letter (if any)',
  },
  promise: {
    day: 'New promise',
    reason: 'Reason of the extension',
    movesNothing: 'The new promise does not move the legal date; the dossier is on time or late by that date.',
  },
  letter: {
    reason: 'Reason of the delay, as in the letter',
    remedy: 'Remedy (if any)',
    signedBy: 'Signed by (head of {{unit}})',
    number: 'Letter number (if any)',
    signedOn: 'Signed on',
    reminder:
      'Another unit handles this dossier, so the head of {{unit}} signs the apology. The counter prints a reminder, and records the letter here once it has come.',
  },
  delivery: {
    letter: 'Letter no. {{number}}, signed by {{signedBy}}, new promise {{promise}}.',
    by: 'Sent by',
    byOf: { hand: 'Hand', post: 'Post', email: 'E-mail', zalo: 'Zalo' },
    proof: 'Proof of delivery',
    proofHint: 'For example: signed on 22/11/2026, waybill, picture of the message.',
  },
  stop: { reason: 'Reason of the stop', decisionNo: 'Document number (if any)', stage: 'Stage (if any)' },
  refusal: {
    reason: 'Reason of the refusal',
    reasonHint: 'A reason of law, never a fault of PC or line.',
    legalGround: 'Legal ground',
    proposedOnly: 'Post staff only propose; an official refuses or receives.',
    proposedBy: '{{name}} proposed a refusal at {{at}}. Look at reason and ground, then decide.',
  },
  guidance: { comeBackBy: 'Complete before (if any)' },
};
