import { decideDigitisation, type DigitisationState } from './digitisation';
import type { DossierState } from './dossier-shape';
import type { ChecklistRow } from './paper-checklist';

/**
 * What coverage says of a paper. Judged are only papers the law wants scanned and that are here or owed: `covered` and
 * `missing`. Not judged: `exempt` (with the rule's reason), `optional`, `lookup` (the office's own work), `notReceived` (needed
 * only in some situations and not handed over).
 */
export type CoverageVerdict = 'covered' | 'missing' | 'exempt' | 'optional' | 'lookup' | 'notReceived';

/** One paper of the list in the coverage of a dossier. */
export interface CoverageRow {
  readonly paperId: string;
  readonly name: string;
  readonly verdict: CoverageVerdict;
  /** It counts in `toCover`. */
  readonly judged: boolean;
  readonly state: DigitisationState;
  readonly pages: number;
  /** Why no scan is wanted; null unless exempt. */
  readonly reason: string | null;
}

/** Coverage of a dossier's papers by files (counter reality §1.15). */
export interface Coverage {
  readonly rows: readonly CoverageRow[];
  readonly toCover: number;
  readonly covered: number;
  /** Whole percent, rounded down, so that 100 means all; null when nothing is to be covered. */
  readonly percent: number | null;
  /** Pages filed under a paper the list does not hold. */
  readonly extraPages: number;
}

type PapersOnFile = Pick<DossierState, 'papers' | 'reuses'>;

function decideVerdict(row: ChecklistRow, here: { readonly received: boolean; readonly state: DigitisationState }) {
  const { mode, digitise } = row.paper;
  if (mode === 'lookup') return 'lookup';
  if (digitise.duty !== 'required') return digitise.duty;
  if (here.state !== 0) return 'covered';
  return here.received || row.need === 'required' ? 'missing' : 'notReceived';
}

function coverRow(row: ChecklistRow, { papers, reuses }: PapersOnFile): CoverageRow {
  const onFile = papers.find((paper) => paper.paperId === row.paper.id);
  const state = onFile ? decideDigitisation(onFile, reuses).state : 0;
  const verdict = decideVerdict(row, { received: onFile !== undefined, state });
  const { id: paperId, name, digitise } = row.paper;
  return {
    paperId,
    name,
    verdict,
    judged: verdict === 'covered' || verdict === 'missing',
    state,
    pages: onFile?.pages.length ?? 0,
    reason: digitise.duty === 'exempt' ? digitise.reason : null,
  };
}

/** Coverage of a dossier against its checklist. */
export function decideCoverage(checklist: readonly ChecklistRow[], onFile: PapersOnFile): Coverage {
  const rows = checklist.map((row) => coverRow(row, onFile));
  const toCover = rows.filter((row) => row.judged).length;
  const covered = rows.filter((row) => row.verdict === 'covered').length;
  const listed = new Set(rows.map((row) => row.paperId));
  const extras = onFile.papers.filter((paper) => !listed.has(paper.paperId));
  return {
    rows,
    toCover,
    covered,
    percent: toCover === 0 ? null : Math.floor((covered * 100) / toCover),
    extraPages: extras.reduce((sum, paper) => sum + paper.pages.length, 0),
  };
}
