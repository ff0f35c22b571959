import type { ReceivedPaper } from './actions/dossier-actions';
import type { ProcedureCase, RequiredPaper } from './procedure';

function countOf(paper: ReceivedPaper): number {
  return paper.counts.original + paper.counts.certifiedCopy + paper.counts.photocopy;
}

/** A paper to hand over needs at least one sheet in custody; one to show only has to be ticked as seen. */
function isThere(required: RequiredPaper, received: readonly ReceivedPaper[]): boolean {
  const found = received.filter((paper) => paper.paperId === required.id);
  return required.mode === 'submit' ? found.some((paper) => countOf(paper) > 0) : found.length > 0;
}

/**
 * Papers of the published list that are still missing. `lookup` papers are the office's own work and are never asked of
 * the citizen; papers needed only in some situations are left to the officer.
 */
export function missingPapers(
  procedureCase: ProcedureCase,
  received: readonly ReceivedPaper[],
): readonly RequiredPaper[] {
  return procedureCase.papers.filter((paper) => paper.required && paper.mode !== 'lookup' && !isThere(paper, received));
}

/** Papers the officer added beside the published list: they need a legal ground. */
export function extraPapers(
  procedureCase: ProcedureCase,
  received: readonly ReceivedPaper[],
): readonly ReceivedPaper[] {
  const listed = new Set(procedureCase.papers.map((paper) => paper.id));
  return received.filter((paper) => !listed.has(paper.paperId));
}

/** A row for a paper of the list with its usual counts. Shown and looked-up papers enter no custody: their counts are 0. */
export function buildReceivedPaper(paper: RequiredPaper): ReceivedPaper {
  const nothing = { original: 0, certifiedCopy: 0, photocopy: 0 };
  return {
    paperId: paper.id,
    name: paper.name,
    mode: paper.mode,
    counts: paper.mode === 'submit' ? { ...paper.counts } : nothing,
  };
}

/** What a citizen with a complete dossier brings: the required papers with their usual counts, in the published order. */
export function defaultPapers(procedureCase: ProcedureCase): ReceivedPaper[] {
  return procedureCase.papers.filter((paper) => paper.required).map(buildReceivedPaper);
}
