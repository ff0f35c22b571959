import type { Channel } from './channel';
import type { Procedure } from './procedure';

/** What an officer or a citizen would rely on, as a group of fields of a procedure. */
export const provisionalTopics = [
  'code',
  'name',
  'papers',
  'limits',
  'fees',
  'steps',
  'pauses',
  'result',
  'other',
] as const;
/** See {@link provisionalTopics}. */
export type ProvisionalTopic = (typeof provisionalTopics)[number];

/**
 * Every name that `Procedure.provisional` may hold, with what it is about. A name with a channel behind it speaks of that
 * channel alone. Anything else in a package is a typing error, found by the package check.
 */
export const provisionalFields: Readonly<Record<string, ProvisionalTopic>> = {
  code: 'code',
  name: 'name',
  'field.code': 'other',
  handlingSystem: 'other',
  validFrom: 'other',
  applicantIs: 'other',
  identityRequired: 'other',
  duplicateRule: 'other',
  collectRule: 'result',
  resultName: 'result',
  resultTypeCode: 'result',
  resultValidity: 'result',
  questions: 'papers',
  pauses: 'pauses',
  'cases.name': 'other',
  'cases.condition': 'papers',
  'cases.steps': 'steps',
  'cases.secondStage': 'limits',
  'cases.papers': 'papers',
  'cases.papers.mode': 'papers',
  'cases.papers.condition': 'papers',
  'cases.papers.counts': 'papers',
  'cases.papers.digitise': 'papers',
  'cases.papers.typeCode': 'papers',
  'cases.papers.validity': 'papers',
  'cases.papers.validFrom': 'papers',
  'cases.limits': 'limits',
  'cases.limits.counter': 'limits',
  'cases.limits.online': 'limits',
  'cases.limits.post': 'limits',
  'cases.fees': 'fees',
  'cases.fees.counter': 'fees',
  'cases.fees.online': 'fees',
  'cases.fees.post': 'fees',
};

const channelOf = /^cases\.(?:limits|fees)\.(counter|online|post)$/;

function concerns(field: string, channel: Channel): boolean {
  const named = channelOf.exec(field)?.[1];
  return named === undefined || named === channel;
}

/** What field names are about, each topic once, in the order of {@link provisionalTopics}; names nobody knows count as `other`. */
export function listTopics(fields: readonly string[]): readonly ProvisionalTopic[] {
  const found = new Set(
    fields.map((field) => (Object.hasOwn(provisionalFields, field) ? provisionalFields[field] : 'other')),
  );
  return provisionalTopics.filter((topic) => found.has(topic));
}

/** What of a procedure is not confirmed for a reception on a channel. */
export function listUnconfirmed(
  procedure: Pick<Procedure, 'provisional'>,
  channel: Channel,
): readonly ProvisionalTopic[] {
  return listTopics(procedure.provisional.filter((field) => concerns(field, channel)));
}
