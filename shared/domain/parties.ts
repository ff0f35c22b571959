import { foldVietnamese } from '../base/vietnamese';
import type { Identity, Party, PartySide, Person } from './person';

/** Applicants in the order they were written down, of one side when asked. */
export function listApplicants(parties: readonly Party[], side?: PartySide): readonly Party[] {
  return parties.filter((party) => party.role === 'applicant' && (side === undefined || party.side === side));
}

/** First applicant and how many more there are: "Nguyễn Văn A và 2 người khác". Empty name when there is none. */
export function summariseApplicants(
  parties: readonly Party[],
  side?: PartySide,
): { readonly name: string; readonly others: number } {
  const applicants = listApplicants(parties, side);
  return { name: applicants[0]?.person.name ?? '', others: Math.max(0, applicants.length - 1) };
}

/** Whether two identities are the same number of the same kind. Nobody without a number is the same as anybody. */
export function isSameIdentity(a: Identity, b: Identity): boolean {
  return a.kind !== 'none' && b.kind === a.kind && a.number === b.number;
}

function spelling(text: string): string {
  return foldVietnamese(text).replace(/\s+/g, ' ').trim();
}

/** Whether two names are the same apart from marks, letter case and spaces. Nothing is no name. */
export function isSameName(a: string, b: string): boolean {
  return spelling(a) !== '' && spelling(a) === spelling(b);
}

/** Whether two people may be one: the same number, or, where either has none, the same name and birth. */
export function mayBeSamePerson(a: Person, b: Person): boolean {
  if (isSameIdentity(a.identity, b.identity)) return true;
  if (a.identity.kind === b.identity.kind && a.identity.kind !== 'none') return false;
  return a.birth !== undefined && a.birth === b.birth && isSameName(a.name, b.name);
}

/** Something about the people of a dossier as a whole. Warnings never block; `party` is an index in `parties`. */
export type PartyWarning =
  | { readonly kind: 'samePersonTwice'; readonly party: number; readonly first: number }
  | { readonly kind: 'oneSideOnly'; readonly missing: PartySide }
  | { readonly kind: 'sideMissing'; readonly party: number }
  | { readonly kind: 'groundMissing'; readonly party: number }
  | { readonly kind: 'submitterTwice'; readonly party: number };

function findTwins(parties: readonly Party[]): PartyWarning[] {
  return parties.flatMap((one, party) => {
    const first = parties.findIndex((other) => other.role === one.role && mayBeSamePerson(other.person, one.person));
    return first >= 0 && first < party ? [{ kind: 'samePersonTwice' as const, party, first }] : [];
  });
}

function checkSides(parties: readonly Party[]): PartyWarning[] {
  const sides = new Set(listApplicants(parties).map((party) => party.side));
  if (!sides.has('transferor') && !sides.has('transferee')) return [];
  const unsided = parties.flatMap((party, index) =>
    party.role === 'applicant' && party.side === undefined ? [{ kind: 'sideMissing' as const, party: index }] : [],
  );
  const missing = (['transferor', 'transferee'] as const).filter((side) => !sides.has(side));
  return [...missing.map((side) => ({ kind: 'oneSideOnly' as const, missing: side })), ...unsided];
}

/** Who comes for others shows why: a relation by law, or a ground in words. A postal carrier acts for nobody. */
function lacksGround(party: Party): boolean {
  if (party.role === 'applicant' || (party.ground ?? '').trim() !== '') return false;
  if (party.role === 'submitter') return party.relation === undefined;
  return party.relation !== 'parent' && party.relation !== 'guardian';
}

/** Everything worth a look among the people of an intake: repeated people, lonely sides, missing grounds. */
export function checkParties(parties: readonly Party[]): readonly PartyWarning[] {
  const grounds = parties.flatMap((party, index) =>
    lacksGround(party) && !listApplicants(parties).some(({ person }) => mayBeSamePerson(person, party.person))
      ? [{ kind: 'groundMissing' as const, party: index }]
      : [],
  );
  const submitters = parties.flatMap((party, index) => (party.role === 'submitter' ? [index] : []));
  return [
    ...findTwins(parties),
    ...checkSides(parties),
    ...grounds,
    ...submitters.slice(1).map((party) => ({ kind: 'submitterTwice' as const, party })),
  ];
}
