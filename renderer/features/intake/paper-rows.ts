import type { PageRef } from '../../../shared/domain/actions/action-parts';
import { buildReceivedPaper } from '../../../shared/domain/paper-checklist';
import type { ProcedureCase } from '../../../shared/domain/procedure';
import type { RequiredPaper } from '../../../shared/domain/procedure-paper';
import { blankRow, noSheets, UNASSIGNED, type IntakeDraft, type PaperRow } from './intake-draft';

function buildRow(paper: RequiredPaper): PaperRow {
  const { paperId, name, mode, counts } = buildReceivedPaper(paper);
  // A paper that hangs on an answer is nobody's before the question was asked.
  const ticked = paper.required && paper.condition === undefined;
  return { ...blankRow, paperId, name, mode, counts: ticked ? counts : noSheets, ticked };
}

/**
 * Rows of a case, also those the answers rule out, so that none changes its place. A paper that was on the list before keeps
 * what was entered, extra papers stay.
 */
export function listRows(procedureCase: ProcedureCase, known: readonly PaperRow[]): PaperRow[] {
  const rows = procedureCase.papers.map((paper) => {
    const before = known.find((row) => row.paperId === paper.id && row.mode === paper.mode);
    return before ?? buildRow(paper);
  });
  return [...rows, ...known.filter((row) => row.isExtra)];
}

/** Pages of papers that left the list are not lost: they wait to be put under another paper. */
export function regroupPages(draft: IntakeDraft, papers: readonly PaperRow[]): IntakeDraft['pages'] {
  const listed = new Set(papers.map((row) => row.paperId));
  const kept = draft.pages.filter((group) => listed.has(group.paperId));
  const loose = draft.pages.filter((group) => !listed.has(group.paperId)).flatMap((group) => group.pages);
  return loose.length === 0 ? kept : [...kept, { paperId: UNASSIGNED, pages: loose }];
}

/** Pages of one paper, in the order they came. */
export function pagesOf(draft: Pick<IntakeDraft, 'pages'>, paperId: string): readonly PageRef[] {
  return draft.pages.find((group) => group.paperId === paperId)?.pages ?? [];
}
