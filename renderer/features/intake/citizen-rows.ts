import { shownCode } from '../../../shared/domain/dossier-codes';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { EarlierDossier } from '../../../shared/domain/duplicate-check';
import type { Identity, Person } from '../../../shared/domain/person';
import type { DossierRow } from '../../records/dossier-row';

/** What the citizen in front of me may have come for, most useful first. */
export type CitizenGroup = 'outcomes' | 'supplements' | 'obligations' | 'guided' | 'running' | 'done';
const order: readonly CitizenGroup[] = ['outcomes', 'supplements', 'obligations', 'guided', 'running', 'done'];
const DONE_SHOWN = 3;

function groupOf({ status, isOpen }: Pick<DossierRow, 'status' | 'isOpen'>): CitizenGroup {
  // Guided, or a refusal that waits for its decision: nothing was received yet.
  if (status === 1 && !isOpen) return 'guided';
  if (status === 9) return 'outcomes';
  if (status === 5) return 'supplements';
  if (status === 6) return 'obligations';
  return isOpen ? 'running' : 'done';
}

/** A citizen's dossiers by what they ask for; empty groups are left out, finished ones kept short. */
export function groupRows(
  rows: readonly DossierRow[],
): readonly { readonly group: CitizenGroup; readonly rows: readonly DossierRow[] }[] {
  return order.flatMap((group) => {
    const members = rows.filter((row) => groupOf(row) === group);
    const shown = group === 'done' ? members.slice(0, DONE_SHOWN) : members;
    return shown.length === 0 ? [] : [{ group, rows: shown }];
  });
}

/** A dossier as far as the duplicate check looks at it. */
export function toEarlier(state: DossierState): EarlierDossier {
  const { dossierId, procedureCode, receivedAt, isOpen, parties, handlingUnit, land } = state;
  const known = { dossierId, procedureCode, receivedAt, isOpen, parties, handlingUnit, code: shownCode(state) };
  return land === null ? known : { ...known, land };
}

/** Phone and address this person gave on an earlier dossier. */
export function findReusable(state: DossierState, identity: Identity): Pick<Person, 'phone' | 'address'> | undefined {
  const found = state.parties.find(
    ({ person }) =>
      identity.kind !== 'none' && person.identity.kind === identity.kind && person.identity.number === identity.number,
  );
  return found?.person;
}
