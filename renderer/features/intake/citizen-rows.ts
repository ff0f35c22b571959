import { formatDay, toLocalDay, type Instant } from '../../../shared/base/time';
import { foldVietnamese } from '../../../shared/base/vietnamese';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { Identity, Person } from '../../../shared/domain/person';
import type { Procedure } from '../../../shared/domain/procedure';
import type { Message } from '../../../shared/text/message';
import type { DossierRow } from '../../records/dossier-row';

/** What the citizen in front of me may have come for, most useful first. */
export type CitizenGroup = 'outcomes' | 'supplements' | 'obligations' | 'running' | 'done';
const order: readonly CitizenGroup[] = ['outcomes', 'supplements', 'obligations', 'running', 'done'];
const DONE_SHOWN = 3;

function groupOf({ status, isOpen }: Pick<DossierRow, 'status' | 'isOpen'>): CitizenGroup {
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

/** A dossier of the same procedure that may be the same request, by the rule of the procedure. */
export function findDuplicate(
  rows: readonly DossierRow[],
  wanted: { readonly procedure: Procedure; readonly applicantName: string; readonly at: Instant },
): DossierRow | undefined {
  const { procedure, applicantName, at } = wanted;
  const same = rows.filter((row) => row.procedureCode === procedure.code && row.receivedAt !== null);
  switch (procedure.duplicateRule) {
    case 'none':
      return undefined;
    case 'samePersonSameDay':
      return same.find((row) => row.receivedAt !== null && toLocalDay(row.receivedAt) === toLocalDay(at));
    case 'sameSubject': {
      const name = foldVietnamese(applicantName).trim();
      return name === '' ? undefined : same.find((row) => foldVietnamese(row.applicantName).trim() === name);
    }
  }
}

/** The warning for a possible duplicate. */
export function describeDuplicate(row: DossierRow): Message {
  const day = formatDay(toLocalDay(row.receivedAt ?? 0));
  return { key: 'intake.warning.duplicate', values: { code: row.code, name: row.applicantName, day } };
}

/** Phone and address this person gave on an earlier dossier. */
export function findReusable(state: DossierState, identity: Identity): Pick<Person, 'phone' | 'address'> | undefined {
  const found = state.parties.find(
    ({ person }) =>
      identity.kind !== 'none' && person.identity.kind === identity.kind && person.identity.number === identity.number,
  );
  return found?.person;
}
