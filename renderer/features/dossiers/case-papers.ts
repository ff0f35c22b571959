import { toLocalDay } from '../../../shared/base/time';
import { findKnownAction } from '../../../shared/domain/actions/action';
import type { ReceivedPaper } from '../../../shared/domain/actions/action-parts';
import type { DossierState } from '../../../shared/domain/dossier-state';
import { decideDigitisation } from '../../../shared/domain/digitisation';
import { type Circumstances, listPapers as listChecklist, missingPapers } from '../../../shared/domain/paper-checklist';
import { type Coverage, type CoverageRow, decideCoverage } from '../../../shared/domain/paper-coverage';
import { buildCustodySheet } from '../../../shared/domain/paper-custody';
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

type Custody = Parameters<typeof buildCustodySheet>[0] &
  Pick<DossierState, 'channel' | 'handover' | 'outcome' | 'returned'>;

function describePlaces(atCounter: number, withHandler: number, to: string): Message {
  const counter: Message = { key: 'casePapers.custody.atCounter', values: { count: atCounter } };
  const handler: Message = { key: 'casePapers.custody.withHandler', values: { count: withHandler, to } };
  if (atCounter === 0) return handler;
  return withHandler === 0 ? counter : { key: 'casePapers.custody.both', values: { counter, handler } };
}

/** Where the originals are, in one sentence: what is held, at which place, and how many went back. */
export function describeCustody(state: Custody): Message {
  const { held, taken, givenBack, atCounter, withHandler } = buildCustodySheet(state);
  if (taken === 0 && givenBack === 0) {
    return { key: state.channel === 'online' ? 'dossiers.case.custodyElectronic' : 'dossiers.case.custodyNone' };
  }
  const where = describePlaces(atCounter, withHandler, state.handover?.to ?? '');
  const kept: Message =
    held > 0 ? { key: 'casePapers.custody.held', values: { count: held, where } } : { key: 'casePapers.custody.none' };
  return givenBack === 0 ? kept : { key: 'casePapers.custody.withReturn', values: { kept, count: givenBack } };
}

/** What else there is to say of sheets: a count that cannot be, where the result lies, what the law keeps with it. */
export function listCustodyNotes(state: Custody): readonly Message[] {
  const { excess } = buildCustodySheet(state);
  const { outcome, returned } = state;
  const shelf = returned === null ? outcome?.shelf : undefined;
  const withheld = outcome?.originalsWithheld;
  return [
    ...(excess > 0 ? [{ key: 'casePapers.custody.excess', values: { count: excess } } as const] : []),
    ...(shelf === undefined ? [] : [{ key: 'casePapers.custody.shelf', values: { shelf } } as const]),
    ...(withheld === undefined ? [] : [{ key: 'casePapers.custody.withheld', values: { what: withheld } } as const]),
  ];
}

/** How a paper is there as a file, and where that came from; for papers that need none, why. */
export function describeDigitised(
  paper: DossierState['papers'][number],
  state: DossierState,
  row: CoverageRow | undefined,
): Message {
  const { state: digitised, reuse } = decideDigitisation(paper, state.reuses);
  const code = reuse?.source.code ?? '';
  if (digitised > 0) {
    const said = { key: `casePapers.state.s${digitised}`, values: { code } } as const;
    const count = paper.pages.length;
    return count === 0 ? said : { key: 'casePapers.state.pages', values: { state: said, count } };
  }
  if (row?.verdict === 'exempt') return { key: 'casePapers.state.exempt', values: { reason: row.reason ?? '' } };
  const isFree = row?.verdict === 'optional' || row?.verdict === 'lookup' || paper.mode !== 'submit';
  return { key: isFree ? 'casePapers.state.notNeeded' : 'casePapers.state.s0' };
}

/** Coverage of the list by files; `undefined` when the rules of the case are not here. */
export function findCoverage(state: DossierState, procedureCase: ProcedureCase | undefined): Coverage | undefined {
  if (procedureCase === undefined || state.stub) return undefined;
  return decideCoverage(listChecklist(procedureCase, circumstancesOf(state)), state);
}

/** How much of what must be digitised is. */
export function describeCoverage({ covered, toCover, percent }: Coverage): Message {
  if (percent === null) return { key: 'casePapers.coverageNone' };
  return { key: 'casePapers.coverage', values: { covered, total: toCover, percent } };
}

/** Why a paper is there that nobody had to bring: beside the published list, or handed in unasked. */
export function describeExtra(
  { paperId, ground, volunteered }: DossierState['papers'][number],
  procedureCase: ProcedureCase | undefined,
): Message | undefined {
  if (volunteered) return { key: 'casePapers.volunteered' };
  if (procedureCase === undefined || procedureCase.papers.some((paper) => paper.id === paperId)) return undefined;
  return ground === undefined ? { key: 'casePapers.outside' } : { key: 'casePapers.outsideGround', values: { ground } };
}

/** What decides the list of a dossier: its day, the answers, and the papers taken over, of which no sheet is owed. */
function circumstancesOf(state: DossierState): Circumstances | undefined {
  if (state.receivedAt === null) return undefined;
  const reused = new Set(state.reuses.map((reuse) => reuse.paper.paperId));
  return { day: toLocalDay(state.receivedAt), answers: state.answers, reused };
}

/** Names of published papers that are still missing; empty when the rules of the case are not here. */
export function listMissing(state: DossierState, procedureCase: ProcedureCase | undefined): readonly string[] {
  if (procedureCase === undefined || state.stub) return [];
  return missingPapers(procedureCase, state.papers, circumstancesOf(state)).map((paper) => paper.name);
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
