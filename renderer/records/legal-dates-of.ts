import { decideDossierDates, type DateRules, type DossierDates } from '../../shared/domain/dossier-dates';
import type { DossierState } from '../../shared/domain/dossier-state';
import type { Reference } from '../../shared/domain/reference-package';
import { buildDateRules } from './date-rules';
import { useReference, type ReferenceState } from './reference.store';

/** Rules put together once for what the store holds: most dossiers of a list were received on few days. */
const built = new WeakMap<Reference, DateRules>();

/** Rules for the dates of dossiers; `undefined` while no package was read. */
export function dateRulesOf({ reference, packages }: ReferenceState): DateRules | undefined {
  if (reference === null) return undefined;
  const rules = built.get(reference) ?? buildDateRules(reference, packages);
  built.set(reference, rules);
  return rules;
}

/** The dates of a dossier under the rules this page holds now: the one place where the page counts them. */
export function legalDatesOf(state: DossierState): DossierDates {
  return decideDossierDates(state, dateRulesOf(useReference.getState()));
}

/**
 * Names the rules dates are counted by; another name: dates in the store may be out of date. Null while none are known.
 * Only what a date can follow from is in it, so that a new day alone names nothing new.
 */
export function dateRulesKey({ reference, packages }: ReferenceState): string | null {
  if (reference === null) return null;
  const held = packages.map(({ kind, version, origin, validFrom }) => [kind, version, origin, validFrom].join('|'));
  const units = [...reference.units.values()].map(({ id, validFrom }) => `${id}|${validFrom}`);
  return [...held.sort(), ...units.sort(), reference.versions.calendar, reference.versions.units].join(' ');
}
