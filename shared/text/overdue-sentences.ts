import { formatInstant } from '../base/time';
import type { ApologyDraft, ApologyStanding } from '../domain/apology';
import type {
  CauseGroup,
  CauseShare,
  EvidenceFact,
  LateFinding,
  OverdueCause,
  OverdueEvidence,
} from '../domain/overdue-causes';
import { kindText } from './domain-sentences';
import type { Message } from './message';
import { workTimeText } from './worklist-sentences';

/** A cause in a few words. */
export function causeText(cause: OverdueCause): Message {
  return { key: `overdue.cause.${cause}` };
}

/** A group of causes, for the table of a unit. */
export function causeGroupText(group: CauseGroup): Message {
  return { key: `overdue.group.${group}` };
}

/** A cause with its working time and whole percent of the lateness. */
export function describeShare(share: Pick<CauseShare, 'cause' | 'workingMinutes' | 'share'>): Message {
  const values = {
    cause: causeText(share.cause),
    time: workTimeText(share.workingMinutes),
    percent: Math.round(share.share * 100),
  };
  return { key: 'overdue.share', values };
}

/** One lateness in one sentence. */
export function describeFinding(finding: LateFinding): Message {
  const values = { time: workTimeText(finding.workingMinutes), cause: causeText(finding.main) };
  return { key: `overdue.finding.${finding.stage}.${finding.lateness}`, values };
}

function describeFact(fact: EvidenceFact): Message {
  switch (fact.kind) {
    case 'held':
      return fact.who === ''
        ? { key: 'overdue.fact.heldByCounter' }
        : { key: 'overdue.fact.held', values: { who: fact.who } };
    case 'waitedForCitizen':
      return { key: fact.what === 'payment' ? 'overdue.fact.waitedForPayment' : 'overdue.fact.waitedForSupplement' };
    case 'waitedForTax':
      return { key: 'overdue.fact.waitedForTax', values: { who: fact.who } };
    case 'receiptLate':
    case 'receiptMissing':
    case 'clockDoubt':
      return { key: `overdue.fact.${fact.kind}`, values: { act: kindText(fact.actKind) } };
    case 'refused': {
      const reason: Message = { key: `domain.cause.${fact.verdict}` };
      return { key: 'overdue.fact.refused', values: { act: kindText(fact.actKind), reason } };
    }
    case 'typedLate': {
      const reason: Message = { key: `overdue.backEntry.${fact.reason}` };
      return { key: 'overdue.fact.typedLate', values: { act: kindText(fact.actKind), reason } };
    }
    case 'versionsDiffer':
      return { key: 'overdue.fact.versionsDiffer', values: { frozen: fact.frozen, inForce: fact.inForce } };
    default:
      return { key: `overdue.fact.${fact.kind}` };
  }
}

/** A row of evidence: what, from when to when, how much working time. */
export function describeEvidence({ fact, from, to, workingMinutes }: OverdueEvidence): Message {
  const values = {
    fact: describeFact(fact),
    from: formatInstant(from),
    to: formatInstant(to),
    time: workTimeText(workingMinutes),
  };
  return { key: 'overdue.row', values };
}

/** Where the apology of a dossier stands. */
export function describeApology(standing: ApologyStanding): Message {
  switch (standing.kind) {
    case 'notNeeded':
      return { key: `overdue.apology.notNeeded.${standing.why}` };
    case 'dueToDraft': {
      const { kind, due, handlingUnit: unit } = standing.draft;
      return { key: `overdue.apology.dueToDraft.${kind}`, values: { due: formatInstant(due), unit } };
    }
    case 'drafted': {
      const { kind, handlingUnit: unit } = standing.draft;
      return { key: `overdue.apology.drafted.${kind}`, values: { at: formatInstant(standing.printedAt), unit } };
    }
    case 'signed': {
      const { number, signedBy } = standing.apology;
      return { key: 'overdue.apology.signed', values: { number, signedBy } };
    }
    case 'delivered': {
      const promise = formatInstant(standing.apology.newPromise);
      if (standing.promiseBroken) return { key: 'overdue.apology.promiseBroken', values: { promise } };
      return { key: 'overdue.apology.delivered', values: { at: formatInstant(standing.deliveredAt), promise } };
    }
    case 'lateWithoutApology':
      return {
        key: `overdue.apology.lateWithoutApology.${standing.reached}`,
        values: { due: formatInstant(standing.due) },
      };
  }
}

/** The reason a draft proposes: who has the folder now. Leaders edit it. */
export function apologyReasonText({ reason }: Pick<ApologyDraft, 'reason'>): Message {
  if (reason.group === 'citizen') return { key: 'overdue.apology.reason.citizen' };
  if (reason.who === '') return { key: 'overdue.apology.reason.ownCounter' };
  return { key: `overdue.apology.reason.${reason.group}`, values: { who: reason.who } };
}
