import { assertNever } from '../base/result';
import { formatDay, toLocalDay } from '../base/time';
import type { CollectAnswer, CollectRule } from '../domain/collectors';
import type { PossibleDuplicate } from '../domain/duplicate-check';
import type { PartyWarning } from '../domain/parties';
import type { Party } from '../domain/person';
import { sayVi, type Message } from './message';

/** Name of a party inside a sentence; who has none yet is counted (from 1). */
function partyName(parties: readonly Party[], index: number): string {
  const name = parties[index]?.person.name.trim() ?? '';
  return name === '' ? sayVi({ key: 'people.party.nameless', values: { number: index + 1 } }) : name;
}

/** Something worth a look among the people of an intake. `parties`: those the warning was found in. */
export function describePartyWarning(warning: PartyWarning, parties: readonly Party[]): Message {
  switch (warning.kind) {
    case 'oneSideOnly':
      return { key: `people.party.oneSideOnly.${warning.missing}` };
    case 'samePersonTwice':
    case 'sideMissing':
    case 'groundMissing':
    case 'submitterTwice':
      return { key: `people.party.${warning.kind}`, values: { name: partyName(parties, warning.party) } };
    default:
      return assertNever(warning, 'describePartyWarning');
  }
}

/** Whether somebody may fetch the result, as said at the counter. */
export function collectAnswerText(answer: CollectAnswer): Message {
  return { key: `people.collect.${answer}` };
}

/** Who may fetch the result of a procedure. */
export function collectRuleText(rule: CollectRule): Message {
  return { key: `people.collectRule.${rule}` };
}

/** A dossier that may be the same request, and why it is thought so. */
export function describeDuplicate({ code, receivedAt, why }: PossibleDuplicate): Message {
  const day = receivedAt === null ? null : formatDay(toLocalDay(receivedAt));
  const received = day === null ? '' : sayVi({ key: 'people.duplicate.received', values: { day } });
  return {
    key: 'people.duplicate.found',
    values: { code, received, why: sayVi({ key: `people.duplicate.why.${why}` }) },
  };
}
