import type { IntakeDraft, OtherParty } from './intake-draft';
import { changeForm } from './draft-changes';
import { emptyPerson, type PersonForm } from './person-form';

/** Most people a dossier can hold besides submitter and first applicant. */
export const OTHERS_MAX = 18;

/** One more owner, or somebody who comes for the owners; an authorised one until something else is said. */
export function addOther(draft: IntakeDraft, role: OtherParty['role']): IntakeDraft {
  if (draft.others.length >= OTHERS_MAX) return draft;
  const taken = new Set(draft.others.map(({ id }) => id));
  let no = 1;
  while (taken.has(`other-${String(no)}`)) no += 1;
  const relation = role === 'representative' ? 'authorised' : null;
  const added: OtherParty = { id: `other-${String(no)}`, role, relation, side: null, ground: '', form: emptyPerson };
  return { ...draft, others: [...draft.others, added] };
}

/** Changes what somebody is to the others. */
export function changeOther(
  draft: IntakeDraft,
  id: string,
  change: Partial<Omit<OtherParty, 'id' | 'form'>>,
): IntakeDraft {
  return { ...draft, others: draft.others.map((other) => (other.id === id ? { ...other, ...change } : other)) };
}

/** Changes fields of the person. */
export function changeOtherPerson(draft: IntakeDraft, id: string, change: Partial<PersonForm>): IntakeDraft {
  const others = draft.others.map((other) =>
    other.id === id ? { ...other, form: changeForm(other.form, change) } : other,
  );
  return { ...draft, others };
}

/** Takes somebody off the dossier. */
export function removeOther(draft: IntakeDraft, id: string): IntakeDraft {
  return { ...draft, others: draft.others.filter((other) => other.id !== id) };
}
