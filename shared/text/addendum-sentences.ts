import type { AddendumRow, Lateness } from '../domain/actions/unit-day-actions';
import { kindText } from './domain-sentences';
import type { Message } from './message';

const openings: ReadonlySet<string> = new Set(['DossierReceived', 'OnlineSubmissionAccepted']);

/** Whether an act puts a dossier into the register: such a row of an addendum is a new dossier. */
export function opensDossier(actKind: string): boolean {
  return openings.has(actKind);
}

/** What was done late; a reception is a new row of the register. */
export function describeLateAct({ actKind }: Pick<AddendumRow, 'actKind'>): Message {
  return opensDossier(actKind)
    ? { key: 'supervision.addendum.newRow', values: { kind: kindText(actKind) } }
    : kindText(actKind);
}

/** Why an act is not in the closed register of its day. */
export function describeLateness(why: Lateness): Message {
  switch (why.kind) {
    case 'backEntry':
      return {
        key: 'supervision.addendum.why.backEntry',
        values: { reason: { key: `dossiers.case.reason.${why.reason}` } },
      };
    case 'otherCounter':
      return { key: 'supervision.addendum.why.otherCounter', values: { name: why.name } };
    case 'afterClosing':
    case 'otherPlace':
      return { key: `supervision.addendum.why.${why.kind}` };
  }
}
