import type { LocalDay } from '../base/time';
import { isKnownIdPlace } from './id-places';
import type { Person } from './person';

/**
 * Something about a person that deserves a second look. Warnings never block: state data hold such errors too.
 * `years` are four digits; a warning carries no name and no full number.
 */
export type PersonWarning =
  | { readonly kind: 'idYear'; readonly idYear: string; readonly birthYear: string }
  | { readonly kind: 'idSex'; readonly idSex: 'male' | 'female' }
  | { readonly kind: 'idPlace'; readonly place: string }
  | { readonly kind: 'oldIdEnded'; readonly since: LocalDay }
  | { readonly kind: 'birthInFuture' }
  | { readonly kind: 'birthLongAgo'; readonly years: number }
  | { readonly kind: 'notNewborn'; readonly years: number }
  | { readonly kind: 'nameHasDigits' };

/** The nine-digit identity card lost its validity at the end of 2024 (Law on Identification 26/2023/QH15). */
const OLD_ID_ENDED: LocalDay = '2025-01-01';
const LONGEST_LIFE = 120;

/** Year of birth and sex inside a 12-digit number: digit 4 names century and sex (NĐ 137/2015), digits 5 and 6 the year. */
export function readIdStructure(number: string): { readonly birthYear: string; readonly sex: 'male' | 'female' } {
  const mark = Number(number.charAt(3));
  const century = 19 + Math.floor(mark / 2);
  return { birthYear: `${String(century)}${number.slice(4, 6)}`, sex: mark % 2 === 0 ? 'male' : 'female' };
}

function checkNumber(number: string, person: Person): PersonWarning[] {
  const structure = readIdStructure(number);
  const birthYear = person.birth?.slice(0, 4);
  const warnings: PersonWarning[] = [];
  if (birthYear !== undefined && birthYear !== structure.birthYear) {
    warnings.push({ kind: 'idYear', idYear: structure.birthYear, birthYear });
  }
  if (person.sex !== undefined && person.sex !== structure.sex) warnings.push({ kind: 'idSex', idSex: structure.sex });
  if (!isKnownIdPlace(number)) warnings.push({ kind: 'idPlace', place: number.slice(0, 3) });
  return warnings;
}

function checkIdentity(person: Person, today: LocalDay): PersonWarning[] {
  if (person.identity.kind === 'personalId') return checkNumber(person.identity.number, person);
  if (person.identity.kind === 'oldId' && today >= OLD_ID_ENDED) return [{ kind: 'oldIdEnded', since: OLD_ID_ENDED }];
  return [];
}

function checkBirth(person: Person, today: LocalDay): PersonWarning[] {
  const { birth, identity } = person;
  if (birth === undefined) {
    // Without a birth to compare with, the number can still name a year to come.
    const named = identity.kind === 'personalId' ? readIdStructure(identity.number).birthYear : '';
    return named > today.slice(0, 4) ? [{ kind: 'birthInFuture' }] : [];
  }
  // A bare year compares with today's year only.
  if (birth > today.slice(0, birth.length)) return [{ kind: 'birthInFuture' }];
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  if (years > LONGEST_LIFE) return [{ kind: 'birthLongAgo', years }];
  if (identity.kind === 'none' && identity.reason === 'newborn' && years > 1) return [{ kind: 'notNewborn', years }];
  return [];
}

/** Checks one person as entered, on the given day. Pure comparison: nothing is looked up. */
export function checkPerson(person: Person, today: LocalDay): PersonWarning[] {
  const name: PersonWarning[] = /\p{N}/u.test(person.name) ? [{ kind: 'nameHasDigits' }] : [];
  return [...name, ...checkIdentity(person, today), ...checkBirth(person, today)];
}
