import type { PageRef } from '../../../shared/domain/actions/action-parts';
import { buildReceivedPaper } from '../../../shared/domain/paper-checklist';
import type { IndexedPaper } from '../../../shared/domain/paper-index';
import { buildReuse } from '../../../shared/domain/paper-reuse';
import type { RequiredPaper } from '../../../shared/domain/procedure-paper';
import { blankRow, noSheets, UNASSIGNED, type IntakeDraft, type PaperRow } from './intake-draft';
import { pagesOf, regroupPages } from './paper-rows';

/** Changes one row of the paper table. */
export function changePaper(draft: IntakeDraft, paperId: string, change: Partial<PaperRow>): IntakeDraft {
  return {
    ...draft,
    papers: draft.papers.map((row) => (row.paperId === paperId ? { ...row, ...change } : row)),
  };
}

/** A row for a paper beside the published list. */
export function addExtraPaper(draft: IntakeDraft): IntakeDraft {
  const taken = new Set(draft.papers.map((row) => row.paperId));
  let no = 1;
  while (taken.has(`extra-${String(no)}`)) no += 1;
  const counts = { original: 1, certifiedCopy: 0, photocopy: 0 };
  const row: PaperRow = {
    ...blankRow,
    ...{ paperId: `extra-${String(no)}`, counts, ticked: true, isExtra: true },
  };
  return { ...draft, papers: [...draft.papers, row] };
}

/** Takes an extra row away; its pages wait under no paper. */
export function removeExtraPaper(draft: IntakeDraft, paperId: string): IntakeDraft {
  const papers = draft.papers.filter((row) => !(row.isExtra && row.paperId === paperId));
  return { ...draft, papers, pages: regroupPages(draft, papers) };
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

/** Takes a paper over from an earlier dossier: no sheet is asked, and what was counted before is not kept. */
export function reusePaper(draft: IntakeDraft, required: RequiredPaper, held: IndexedPaper): IntakeDraft {
  const change = { reuse: buildReuse(required, held), counts: noSheets, ticked: false };
  return changePaper(draft, required.id, { ...change, volunteered: false, repeatReason: '' });
}

/** The citizen hands the paper over all the same: back to the usual number of sheets. */
export function askAgain(draft: IntakeDraft, required: RequiredPaper): IntakeDraft {
  return changePaper(draft, required.id, { reuse: null, counts: buildReceivedPaper(required).counts, ticked: true });
}
