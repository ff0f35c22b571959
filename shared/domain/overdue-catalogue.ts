import type { Instant } from '../base/time';
import { decideLegalDates } from './legal-dates';
import { findReceptionEntry, type HandlingCase } from './overdue-case';
import type { EvidenceFact } from './overdue-causes';

/** Slip and catalogue in force disagree: the date the catalogue gives, and what shows the difference. */
export interface CatalogueDate {
  readonly due: Instant;
  readonly fact: EvidenceFact;
}

const parts = ['procedures', 'calendar', 'units', 'rules'] as const;

/** Packages whose version at reception was not the one in force that day; null when none, or when one side is not known. */
function findVersionChange({ state, versions }: HandlingCase): EvidenceFact | null {
  const frozen = state.versions;
  if (frozen === null || versions === null) return null;
  const changed = parts.filter((part) => frozen[part] !== undefined && frozen[part] !== versions[part]);
  if (changed.length === 0) return null;
  return {
    kind: 'versionsDiffer',
    frozen: changed.map((part) => frozen[part]).join(', '),
    inForce: changed.map((part) => versions[part]).join(', '),
  };
}

/** Whether the province does not have the procedure in its catalogue. */
export function isProcedureUnknown(handling: HandlingCase): boolean {
  const verdict = findReceptionEntry(handling)?.receipt?.verdict;
  return verdict !== undefined && verdict.type !== 'accepted' && verdict.cause === 'unknownProcedure';
}

/** The date the dossier would have under the versions in force; null when the slip was made under the same. */
export function findCatalogueDate(handling: HandlingCase): CatalogueDate | null {
  const { history, rules } = handling;
  const fact =
    findVersionChange(handling) ?? (isProcedureUnknown(handling) ? { kind: 'unknownProcedure' as const } : null);
  if (fact === null) return null;
  const { legalDue } = decideLegalDates({ ...history, limit: null, firstDue: null }, rules);
  return legalDue === null ? null : { due: legalDue, fact };
}
