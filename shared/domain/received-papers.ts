import type { PageRef, ReceivedPaper } from './actions/action-parts';
import type { PaperOnFile } from './dossier-records';

function addPages(paper: Pick<PaperOnFile, 'pages' | 'leftOut'>, more: readonly PageRef[]): readonly PageRef[] {
  const ids = new Set([...paper.pages, ...paper.leftOut].map((page) => page.pageId));
  return [...paper.pages, ...uniquePages(more).filter((page) => !ids.has(page.pageId))];
}

/** Every page once, the first time it stands. */
function uniquePages(pages: readonly PageRef[]): readonly PageRef[] {
  return [...new Map(pages.map((page) => [page.pageId, page])).values()];
}

/**
 * Adds what was handed over, shown or scanned. Counts are added to a paper already on file, so an act that only brings
 * pages carries zero counts; a page comes in once.
 */
export function addPaper(
  papers: readonly PaperOnFile[],
  paper: ReceivedPaper,
  pages: readonly PageRef[],
): readonly PaperOnFile[] {
  const index = papers.findIndex((known) => known.paperId === paper.paperId);
  const known = papers[index];
  if (!known) return [...papers, { ...paper, pages: uniquePages(pages), leftOut: [] }];
  const counts = {
    original: known.counts.original + paper.counts.original,
    certifiedCopy: known.counts.certifiedCopy + paper.counts.certifiedCopy,
    photocopy: known.counts.photocopy + paper.counts.photocopy,
  };
  return papers.with(index, { ...known, counts, pages: addPages(known, pages) });
}

/**
 * Puts the pages of a paper in a new order or selection. Pages that are left out stay on file; pages nobody knew are taken
 * in, since a scanned page is never dropped. A paper that is not on the list (any more) is left alone.
 */
export function orderPages(
  papers: readonly PaperOnFile[],
  paperId: string,
  pages: readonly PageRef[],
): readonly PaperOnFile[] {
  const index = papers.findIndex((known) => known.paperId === paperId);
  const known = papers[index];
  if (!known) return papers;
  const chosen = uniquePages(pages);
  const ids = new Set(chosen.map((page) => page.pageId));
  const leftOut = [...known.pages, ...known.leftOut].filter((page) => !ids.has(page.pageId));
  return papers.with(index, { ...known, pages: chosen, leftOut });
}

/** Originals that go into the office's keeping: papers only shown or looked up stay with the citizen (counter reality §1.15). */
export function countOriginals(papers: readonly Pick<ReceivedPaper, 'mode' | 'counts'>[]): number {
  return papers.reduce((sum, paper) => (paper.mode === 'submit' ? sum + paper.counts.original : sum), 0);
}
