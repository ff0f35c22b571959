import { toNfc } from '../../../shared/base/vietnamese';
import type { Procedure, ProcedureCase } from '../../../shared/domain/procedure';
import { followAnswers } from './answer-changes';
import type { IntakeDraft } from './intake-draft';
import { listRows, regroupPages } from './paper-rows';
import { completeFromNumber, emptyPerson, isBlankPerson, type PersonForm } from './person-form';

/** Who a person field belongs to. */
export type PersonRole = 'submitter' | 'applicant';

/** Changes that make typed data no longer the card's. */
const cardFields: readonly (keyof PersonForm)[] = ['name', 'number', 'birth', 'sex', 'identityKind'];

/** Changes fields of a person. Texts become composed Unicode; the sex follows a whole number. */
export function changeForm(before: PersonForm, change: Partial<PersonForm>): PersonForm {
  const composed = Object.fromEntries(
    Object.entries(change).map(([field, value]) => [field, typeof value === 'string' ? toNfc(value) : value]),
  ) as Partial<PersonForm>;
  const isRetyped =
    before.source === 'card' && cardFields.some((field) => field in composed && composed[field] !== before[field]);
  const changed = { ...before, ...composed, ...(isRetyped ? { source: 'typed' as const } : {}) };
  return 'number' in composed ? completeFromNumber(changed) : changed;
}

/** The same for one of the two people of the form. */
export function changePerson(draft: IntakeDraft, role: PersonRole, change: Partial<PersonForm>): IntakeDraft {
  return { ...draft, [role]: changeForm(draft[role], change) };
}

/** Puts a whole person in, for instance from a card. A phone number typed before stays: cards hold none. */
export function putPerson(draft: IntakeDraft, role: PersonRole, person: PersonForm): IntakeDraft {
  const phone = person.phone === '' && isBlankPerson({ ...draft[role], phone: '' }) ? draft[role].phone : person.phone;
  return { ...draft, [role]: { ...person, phone } };
}

/** Somebody else, from an empty form. */
export function clearPerson(draft: IntakeDraft, role: PersonRole): IntakeDraft {
  return { ...draft, [role]: emptyPerson };
}

/** The text of the procedure field. Any other text than the chosen name lets the choice go, so that what is read is what counts. */
export function typeProcedure(draft: IntakeDraft, text: string, chosen: Procedure | undefined): IntakeDraft {
  if (text === draft.procedureText) return draft;
  const isChosen = chosen?.code === draft.procedureCode && text === chosen.shortName;
  return { ...draft, procedureText: toNfc(text), procedureCode: isChosen ? draft.procedureCode : null };
}

/** Chooses a procedure: its usual case, papers and applicant. The same one again keeps what was entered. */
export function pickProcedure(draft: IntakeDraft, procedure: Procedure): IntakeDraft {
  const chosen = { ...draft, procedureCode: procedure.code, procedureText: procedure.shortName };
  if (draft.listOf === procedure.code) return chosen;
  const [usual] = procedure.cases;
  const papers = usual
    ? listRows(
        usual,
        draft.papers.filter((row) => row.isExtra),
      )
    : [];
  const applicantIs = isBlankPerson(draft.applicant) ? procedure.applicantIs : 'other';
  const presetChild = procedure.applicantIs === 'other' && isBlankPerson(draft.applicant);
  return {
    ...chosen,
    listOf: procedure.code,
    caseId: usual?.id ?? null,
    papers,
    pages: regroupPages(draft, papers),
    applicantIs,
    // Who comes for a child is nearly always its parent; nobody has to type that.
    relation: procedure.applicantIs === 'other' ? 'parent' : draft.relation,
    // Answers, waiver and what was asked belong to the procedure they were given for.
    ...{ answers: {}, waiver: null, talk: null },
    // Somebody else at the counter's side is nearly always a child without a number yet.
    applicant: presetChild ? { ...emptyPerson, identityKind: 'none', noneReason: 'newborn' } : draft.applicant,
    quantities: { pages: 0, copies: 1 },
  };
}

/** Chooses a case of the procedure. */
export function pickCase(draft: IntakeDraft, procedureCase: ProcedureCase): IntakeDraft {
  const change = { before: {}, after: draft.answers };
  const papers = followAnswers({ ...draft, papers: listRows(procedureCase, draft.papers) }, procedureCase, change);
  return { ...draft, caseId: procedureCase.id, papers, pages: regroupPages(draft, papers) };
}

/** Chooses how the result goes back; by post it needs an address, usually the one on the card. */
export function pickReturn(draft: IntakeDraft, returnMethod: IntakeDraft['returnMethod']): IntakeDraft {
  const needsAddress = returnMethod === 'post' && draft.returnAddress.trim() === '';
  return { ...draft, returnMethod, returnAddress: needsAddress ? draft.submitter.address : draft.returnAddress };
}
