import { formatDay } from '../../../shared/base/time';
import type { IndexedPaper } from '../../../shared/domain/paper-index';
import { lastValidDay } from '../../../shared/domain/paper-validity';
import type { Message } from '../../../shared/text/message';

const sources = {
  dossier: 'intakeRules.reusable.ofDossier',
  outcome: 'intakeRules.reusable.ofOutcome',
  nationalStore: 'intakeRules.reusable.ofStore',
} as const;

/** Where a paper at hand comes from and when it was digitised. */
export function describeSourceOf({ source }: Pick<IndexedPaper, 'source'>): Message {
  const from: Message =
    source.code === ''
      ? { key: 'intakeRules.reusable.ofUncoded' }
      : { key: sources[source.kind], values: { code: source.code } };
  return { key: 'intakeRules.reusable.line', values: { source: from, day: formatDay(source.digitisedOn) } };
}

/** How long it proves what it says. */
export function describeValidity({ validity, issuedOn }: Pick<IndexedPaper, 'validity' | 'issuedOn'>): Message {
  if (validity === undefined) return { key: 'intakeRules.reusable.invalid.noRule' };
  if (validity.kind !== 'days') return { key: `intakeRules.reusable.${validity.kind}` };
  if (issuedOn === null) return { key: 'intakeRules.reusable.invalid.noIssueDay' };
  return { key: 'intakeRules.reusable.until', values: { day: formatDay(lastValidDay(issuedOn, validity.days)) } };
}
