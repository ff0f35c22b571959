import { needsWord, type Checklist } from './checklist';
import type { IntakeDraft } from './intake-draft';
import { askAgain, changePaper, reusePaper } from './paper-changes';

/** The row the focus stands in, by its paper; undefined elsewhere. */
function findFocused({ focus, papers }: IntakeDraft): string | undefined {
  return papers.find(({ paperId }) => focus === `papers.${paperId}` || focus === `papers.${paperId}.name`)?.paperId;
}

/** Papers that could be taken over now, in the order of the list. */
export function listOffers(draft: IntakeDraft, { rows, reusable }: Checklist): readonly string[] {
  return rows
    .map(({ paper }) => paper.id)
    .filter((id) => reusable.has(id) && draft.papers.find((row) => row.paperId === id)?.reuse === null);
}

/** Takes a paper over: the one named, else the one under the focus, else the first that is offered. */
export function takeOffer(draft: IntakeDraft, checklist: Checklist, named?: string): IntakeDraft {
  const offers = listOffers(draft, checklist);
  const wanted = named ?? findFocused(draft);
  const paperId = wanted !== undefined && offers.includes(wanted) ? wanted : offers[0];
  const held = paperId === undefined ? undefined : checklist.reusable.get(paperId);
  const required = checklist.rows.find(({ paper }) => paper.id === paperId)?.paper;
  return held && required ? reusePaper(draft, required, held) : draft;
}

/** The paper is taken in all the same. */
export function undoReuse(draft: IntakeDraft, { rows }: Checklist, paperId: string): IntakeDraft {
  const required = rows.find(({ paper }) => paper.id === paperId)?.paper;
  return required ? askAgain(draft, required) : changePaper(draft, paperId, { reuse: null });
}

/** "Công dân tự nộp" in one key: the one named, else the row under the focus, else the first the guard asks about. */
export function noteVolunteered(draft: IntakeDraft, { findings }: Checklist, named?: string): IntakeDraft {
  const asked = findings.filter((finding) => needsWord(finding, draft.papers)).map(({ paperId }) => paperId);
  const wanted = named ?? findFocused(draft);
  const paperId = wanted !== undefined && asked.includes(wanted) ? wanted : (named ?? asked[0]);
  return paperId === undefined ? draft : changePaper(draft, paperId, { volunteered: true });
}
