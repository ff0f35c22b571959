import { findKnownAction } from '../../../shared/domain/actions/action';
import type { ReceivedPaper } from '../../../shared/domain/actions/action-parts';
import type { DossierState } from '../../../shared/domain/dossier-state';
import { isFinal } from '../../../shared/domain/national-status';
import { missingPapers } from '../../../shared/domain/paper-checklist';
import type { ProcedureCase } from '../../../shared/domain/procedure';
import type { Message } from '../../../shared/text/message';

/** A page of the filmstrip. */
export interface CasePage {
  readonly pageId: string;
  readonly isPicture: boolean;
  /** Name for assistive technology and the large view. */
  readonly name: Message;
}

function sumOriginals(papers: readonly ReceivedPaper[]): number {
  return papers.reduce((sum, paper) => sum + (paper.mode === 'submit' ? paper.counts.original : 0), 0);
}

/** Papers that came over the counter after a submission of the portal. */
function listBroughtLater({ timeline }: Pick<DossierState, 'timeline'>): readonly ReceivedPaper[] {
  return timeline.flatMap(({ action }) => {
    const known = findKnownAction(action);
    if (known?.kind === 'PaperAttached') return [known.payload.paper];
    return known?.kind === 'SupplementReceived' ? known.payload.papers : [];
  });
}

/**
 * Originals that were handed in and stay in somebody's custody. Papers only shown were given back at once; what was sent
 * through the portal is a file, whatever form it names, so only papers brought later count there.
 */
export function countOriginals(state: Pick<DossierState, 'papers' | 'channel' | 'timeline'>): number {
  return sumOriginals(state.channel === 'online' ? listBroughtLater(state) : state.papers);
}

/** What can truly be said of one paper: how it came, and how many sheets; `counts` is null where no paper was handed in. */
export interface CasePaper {
  readonly paperId: string;
  readonly name: string;
  readonly mode: ReceivedPaper['mode'] | 'electronic' | 'notShown';
  readonly counts: ReceivedPaper['counts'] | null;
  readonly pageCount: number;
}

/** A submission names the form each paper should have, but nobody has brought it: it is a file, or not there yet. */
function sentMode({ mode, pages }: DossierState['papers'][number]): CasePaper['mode'] {
  if (mode === 'lookup') return mode;
  return mode === 'present' && pages.length === 0 ? 'notShown' : 'electronic';
}

function sumCounts(papers: readonly ReceivedPaper[]): ReceivedPaper['counts'] {
  const sum = (kind: keyof ReceivedPaper['counts']): number =>
    papers.reduce((total, paper) => total + paper.counts[kind], 0);
  return { original: sum('original'), certifiedCopy: sum('certifiedCopy'), photocopy: sum('photocopy') };
}

/** The papers on file. Of a submission only what was brought to the counter later is counted. */
export function listPapers(state: Pick<DossierState, 'papers' | 'channel' | 'timeline'>): readonly CasePaper[] {
  const brought = state.channel === 'online' ? listBroughtLater(state) : null;
  return state.papers.map((paper) => {
    const { paperId, name, pages } = paper;
    const own = brought === null ? [paper] : brought.filter((one) => one.paperId === paperId);
    const handedIn = own.filter((one) => one.mode === 'submit');
    const mode = handedIn.length > 0 ? 'submit' : (own.at(-1)?.mode ?? sentMode(paper));
    return {
      paperId,
      name,
      mode,
      counts: handedIn.length > 0 ? sumCounts(handedIn) : null,
      pageCount: pages.length,
    };
  });
}

/** Where the originals are, in one sentence. */
export function describeCustody(
  state: Pick<DossierState, 'papers' | 'channel' | 'timeline' | 'status' | 'handover'>,
): Message {
  const count = countOriginals(state);
  if (count === 0) {
    return { key: state.channel === 'online' ? 'dossiers.case.custodyElectronic' : 'dossiers.case.custodyNone' };
  }
  if (isFinal(state.status)) return { key: 'dossiers.case.custodyEnded', values: { count } };
  if (state.handover === null || state.handover.medium === 'electronic') {
    return { key: 'dossiers.case.custody', values: { count } };
  }
  return { key: 'dossiers.case.custodyGone', values: { count: state.handover.originals, to: state.handover.to } };
}

/** Names of published papers that are still missing; empty when the rules of the case are not here. */
export function listMissing(state: DossierState, procedureCase: ProcedureCase | undefined): readonly string[] {
  if (procedureCase === undefined || state.stub) return [];
  return missingPapers(procedureCase, state.papers).map((paper) => paper.name);
}

/** Every digitised page, paper after paper. */
export function listPages({ papers }: Pick<DossierState, 'papers'>): readonly CasePage[] {
  return papers.flatMap((paper) =>
    paper.pages.map((page, index) => ({
      pageId: page.pageId,
      isPicture: page.mime !== 'application/pdf',
      name: { key: 'dossiers.case.pageName', values: { paper: paper.name, no: index + 1 } } as const,
    })),
  );
}
