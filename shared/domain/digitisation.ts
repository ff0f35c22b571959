import type { FactRecord, PaperOnFile } from './dossier-records';

/**
 * TrangThaiSoHoa of a dossier's paper (domain notes §4.5): 0 not digitised, 1 digitised, 2 reused, 3 reused from the result
 * of another dossier.
 */
export type DigitisationState = 0 | 1 | 2 | 3;

/** How a paper came to be there as a file. */
export interface Digitisation {
  readonly state: DigitisationState;
  /** DuocLayTuKhoDMQG: it came from the national store of digitised papers. */
  readonly fromNationalStore: boolean;
  /** The reuse that counts; null when the pages are our own or there are none. */
  readonly reuse: FactRecord<'PaperReused'> | null;
}

type Reuses = readonly FactRecord<'PaperReused'>[];

/** A reuse counts while one of its pages is on file; a look-up without pages while the paper has none of its own either. */
function isInForce(reuse: FactRecord<'PaperReused'>, paper: PaperOnFile): boolean {
  const onFile = new Set([...paper.pages, ...paper.leftOut].map((page) => page.pageId));
  return reuse.pages.length === 0 ? onFile.size === 0 : reuse.pages.some((page) => onFile.has(page.pageId));
}

/** Digitisation of one paper of a dossier. Of several reuses in force the last told counts. */
export function decideDigitisation(paper: PaperOnFile, reuses: Reuses): Digitisation {
  const reuse = reuses.findLast((one) => one.paper.paperId === paper.paperId && isInForce(one, paper));
  if (reuse) {
    const { kind } = reuse.source;
    return { state: kind === 'outcome' ? 3 : 2, fromNationalStore: kind === 'nationalStore', reuse };
  }
  return { state: paper.pages.length > 0 ? 1 : 0, fromNationalStore: false, reuse: null };
}

/** Fields of a paper in the national message (TaiLieuNop, domain notes §4.3). */
export interface NationalPaperFlags {
  readonly DuocSoHoa: 0 | 1;
  /** 0 no, 1 reused, 2 replaced by a result. */
  readonly DuocTaiSuDung: 0 | 1 | 2;
  readonly DuocLayTuKhoDMQG: 0 | 1;
}

/**
 * National flags of a paper's digitisation (domain notes §4.3). A reused paper was digitised once, so `DuocSoHoa` is 1 for it
 * too (provisional: no official text was at hand).
 */
export function toNationalFlags({ state, fromNationalStore }: Digitisation): NationalPaperFlags {
  return {
    DuocSoHoa: state === 0 ? 0 : 1,
    DuocTaiSuDung: state === 3 ? 2 : state === 2 ? 1 : 0,
    DuocLayTuKhoDMQG: fromNationalStore ? 1 : 0,
  };
}
