import type { PageRef, ReceivedPaper } from './actions/dossier-actions';
import type { PaperOnFile } from './dossier-shape';

function addPages(known: readonly PageRef[], more: readonly PageRef[]): readonly PageRef[] {
  const ids = new Set(known.map((page) => page.pageId));
  const added = more.filter((page) => !ids.has(page.pageId));
  return added.length === 0 ? known : [...known, ...added];
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
  if (!known) return [...papers, { ...paper, pages: addPages([], pages) }];
  const counts = {
    original: known.counts.original + paper.counts.original,
    certifiedCopy: known.counts.certifiedCopy + paper.counts.certifiedCopy,
    photocopy: known.counts.photocopy + paper.counts.photocopy,
  };
  return papers.with(index, { ...known, counts, pages: addPages(known.pages, pages) });
}
