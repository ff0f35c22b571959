import { z } from 'zod';
import { mayBeSamePerson } from './parties';
import type { Party, Person } from './person';

/**
 * Who may fetch the result. Rule data per procedure, all values provisional: any owner is the rule of NĐ 118/2025 practice,
 * the others come from land and civil status practice.
 * - `anyApplicant`: one of the owners, their representative, or somebody they authorise;
 * - `transferee`: the same, of the receiving side only (a new land certificate);
 * - `applicantInPerson`: an owner only; nobody may be sent (marriage registration).
 */
export const collectRuleSchema = z.enum(['anyApplicant', 'transferee', 'applicantInPerson']);
/** See {@link collectRuleSchema}. */
export type CollectRule = z.infer<typeof collectRuleSchema>;

/** What a person needs to fetch the result. `withAuthorisation`: a written authority of an owner must be shown. */
export type CollectAnswer = 'may' | 'withAuthorisation' | 'mayNot';

/** Of several roles of one person the one that gives most. */
const rank: readonly CollectAnswer[] = ['may', 'withAuthorisation', 'mayNot'];

function answerFor(party: Party, rule: CollectRule): CollectAnswer {
  const isOwnSide = rule !== 'transferee' || party.side !== 'transferor';
  if (party.role === 'applicant') return isOwnSide ? 'may' : 'mayNot';
  if (rule === 'applicantInPerson' || party.relation === 'postalCarrier' || !isOwnSide) return 'mayNot';
  if (party.role === 'representative' || party.relation === 'parent' || party.relation === 'guardian') return 'may';
  return 'withAuthorisation';
}

/** For every party, in their order, whether it may fetch the result. */
export function decideCollectors(parties: readonly Party[], rule: CollectRule): readonly CollectAnswer[] {
  return parties.map((party) => answerFor(party, rule));
}

/**
 * Whether the person at the counter may fetch the result: by the best of their roles; somebody unknown only with a written
 * authority, and not at all where owners must come themselves.
 */
export function checkCollector(person: Person, parties: readonly Party[], rule: CollectRule): CollectAnswer {
  const answers = decideCollectors(
    parties.filter((party) => mayBeSamePerson(party.person, person)),
    rule,
  );
  if (answers.length === 0) return rule === 'applicantInPerson' ? 'mayNot' : 'withAuthorisation';
  return rank.find((answer) => answers.includes(answer)) ?? 'mayNot';
}
