import { toNfc } from '../../../shared/base/vietnamese';
import type { PageRef } from '../../../shared/domain/actions/action-parts';
import { buildReceivedPaper } from '../../../shared/domain/paper-checklist';
import type { Procedure, ProcedureCase } from '../../../shared/domain/procedure';
import type { RequiredPaper } from '../../../shared/domain/procedure-paper';
import { UNASSIGNED, type IntakeDraft, type PaperRow } from './intake-draft';
import { completeFromNumber, emptyPerson, isBlankPerson, type PersonForm } from './person-form';

/** Who a person field belongs to. */
export type PersonRole = 'submitter' | 'applicant';

/** Changes that make typed data no longer the card's. */
const cardFields: readonly (keyof PersonForm)[] = ['name', 'number', 'birth', 'sex', 'identityKind'];

/** Changes fields of a person. Texts become composed Unicode; the sex follows a whole number. */
export function changePerson(draft: IntakeDraft, role: PersonRole, change: Partial<PersonForm>): IntakeDraft {
  const composed = Object.fromEntries(
    Object.entries(change).map(([field, value]) => [field, typeof value === 'string' ? toNfc(value) : value]),
  ) as Partial<PersonForm>;
  const before = draft[role];
  const isRetyped =
    before.source === 'card' && cardFields.some((field) => field in composed && composed[field] !== before[field]);
  const changed = { ...before, ...composed, ...(isRetyped ? { source: 'typed' as const } : {}) };
  return { ...draft, [role]: 'number' in composed ? completeFromNumber(changed) : changed };
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

function buildRow(paper: RequiredPaper): PaperRow {
  const { paperId, name, mode, counts } = buildReceivedPaper(paper);
  const none = { original: 0, certifiedCopy: 0, photocopy: 0 };
  // A paper that hangs on an answer is nobody's before the question was asked.
  const ticked = paper.required && paper.condition === undefined;
  return { paperId, name, mode, counts: ticked ? counts : none, ticked, isExtra: false };
}

/** Rows of a case; a paper that is also on the list before keeps what was entered, extra papers stay. */
function listPapers(procedureCase: ProcedureCase, known: readonly PaperRow[]): PaperRow[] {
  const rows = procedureCase.papers.map((paper) => {
    const before = known.find((row) => row.paperId === paper.id && row.mode === paper.mode);
    return before ?? buildRow(paper);
  });
  return [...rows, ...known.filter((row) => row.isExtra)];
}

/** Pages of papers that left the list are not lost: they wait to be put under another paper. */
function regroupPages(draft: IntakeDraft, papers: readonly PaperRow[]): IntakeDraft['pages'] {
  const listed = new Set(papers.map((row) => row.paperId));
  const kept = draft.pages.filter((group) => listed.has(group.paperId));
  const loose = draft.pages.filter((group) => !listed.has(group.paperId)).flatMap((group) => group.pages);
  return loose.length === 0 ? kept : [...kept, { paperId: UNASSIGNED, pages: loose }];
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
    ? listPapers(
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
    // Somebody else at the counter's side is nearly always a child without a number yet.
    applicant: presetChild ? { ...emptyPerson, identityKind: 'none', noneReason: 'newborn' } : draft.applicant,
    quantities: { pages: 0, copies: 1 },
  };
}

/** Chooses a case of the procedure. */
export function pickCase(draft: IntakeDraft, procedureCase: ProcedureCase): IntakeDraft {
  const papers = listPapers(procedureCase, draft.papers);
  return { ...draft, caseId: procedureCase.id, papers, pages: regroupPages(draft, papers) };
}

/** Chooses how the result goes back; by post it needs an address, usually the one on the card. */
export function pickReturn(draft: IntakeDraft, returnMethod: IntakeDraft['returnMethod']): IntakeDraft {
  const needsAddress = returnMethod === 'post' && draft.returnAddress.trim() === '';
  return { ...draft, returnMethod, returnAddress: needsAddress ? draft.submitter.address : draft.returnAddress };
}

/** Changes one row of the paper table. */
export function changePaper(draft: IntakeDraft, paperId: string, change: Partial<PaperRow>): IntakeDraft {
  return {
    ...draft,
    papers: draft.papers.map((row) => (row.paperId === paperId ? { ...row, ...change } : row)),
  };
}

/** A row for something the citizen hands over although nobody asks for it. */
export function addExtraPaper(draft: IntakeDraft): IntakeDraft {
  const taken = new Set(draft.papers.map((row) => row.paperId));
  let no = 1;
  while (taken.has(`extra-${String(no)}`)) no += 1;
  const counts = { original: 1, certifiedCopy: 0, photocopy: 0 };
  const row: PaperRow = {
    paperId: `extra-${String(no)}`,
    name: '',
    mode: 'submit',
    counts,
    ticked: true,
    isExtra: true,
  };
  return { ...draft, papers: [...draft.papers, row] };
}

/** Takes an extra row away; its pages wait under no paper. */
export function removeExtraPaper(draft: IntakeDraft, paperId: string): IntakeDraft {
  const papers = draft.papers.filter((row) => !(row.isExtra && row.paperId === paperId));
  return { ...draft, papers, pages: regroupPages(draft, papers) };
}

/** Pages of one paper, in the order they came. */
export function pagesOf(draft: Pick<IntakeDraft, 'pages'>, paperId: string): readonly PageRef[] {
  return draft.pages.find((group) => group.paperId === paperId)?.pages ?? [];
}

/** Adds pages to a paper; a page already in the draft stays where it is (events and the run's answer name it twice). */
export function addPages(draft: IntakeDraft, paperId: string, pages: readonly PageRef[]): IntakeDraft {
  const known = new Set(draft.pages.flatMap((group) => group.pages.map((page) => page.pageId)));
  const fresh = pages.filter((page) => !known.has(page.pageId));
  if (fresh.length === 0) return draft;
  const target = draft.papers.some((row) => row.paperId === paperId) ? paperId : UNASSIGNED;
  const groups = draft.pages.some((group) => group.paperId === target)
    ? draft.pages
    : [...draft.pages, { paperId: target, pages: [] }];
  return {
    ...draft,
    pages: groups.map((group) => (group.paperId === target ? { ...group, pages: [...group.pages, ...fresh] } : group)),
  };
}

/** Takes a page out of the draft; its sealed file stays on the disk. */
export function removePage(draft: IntakeDraft, pageId: string): IntakeDraft {
  const groups = draft.pages.map((group) => ({
    ...group,
    pages: group.pages.filter((page) => page.pageId !== pageId),
  }));
  return { ...draft, pages: groups.filter((group) => group.pages.length > 0) };
}

/** Puts the pages without a paper under one. */
export function assignPages(draft: IntakeDraft, paperId: string): IntakeDraft {
  const loose = pagesOf(draft, UNASSIGNED);
  const rest = { ...draft, pages: draft.pages.filter((group) => group.paperId !== UNASSIGNED) };
  return addPages(rest, paperId, loose);
}
