import type { ReceivedPaper } from './actions/action-parts';
import type { PaperOnFile } from './dossier-records';
import type { DossierState } from './dossier-shape';

/** Originals of one paper that entered the office's keeping. */
export interface CustodyRow {
  readonly paperId: string;
  readonly name: string;
  readonly originals: number;
}

/** Where the originals of a dossier are. Counts are sheets; only `submit` papers ever enter custody (counter reality §1.15). */
export interface CustodySheet {
  /** Papers on the list with their originals as handed over. */
  readonly rows: readonly CustodyRow[];
  readonly taken: number;
  readonly givenBack: number;
  /** What the office still answers for. */
  readonly held: number;
  readonly atCounter: number;
  /** Out with the last hand-over on paper. */
  readonly withHandler: number;
  /** More was given back than came in: a count somewhere is wrong. */
  readonly excess: number;
}

type CustodyFacts = Pick<
  DossierState,
  'papers' | 'originalsTaken' | 'originalsGivenBack' | 'originalsInCustody' | 'originalsWithHandler'
>;

/** Papers with originals in the office's keeping, in the order of the list. */
export function listOriginals(
  papers: readonly Pick<ReceivedPaper, 'paperId' | 'name' | 'mode' | 'counts'>[],
): readonly CustodyRow[] {
  return papers
    .filter((paper) => paper.mode === 'submit' && paper.counts.original > 0)
    .map(({ paperId, name, counts }) => ({ paperId, name, originals: counts.original }));
}

/** Custody of a folded dossier. `held` = `atCounter` + `withHandler`; `taken` + `excess` = `givenBack` + `held`. */
export function buildCustodySheet(state: CustodyFacts): CustodySheet {
  const { originalsTaken: taken, originalsGivenBack: givenBack, originalsInCustody: held } = state;
  return {
    rows: listOriginals(state.papers),
    taken,
    givenBack,
    held,
    atCounter: held - state.originalsWithHandler,
    withHandler: state.originalsWithHandler,
    excess: Math.max(0, givenBack - taken),
  };
}

/** Acts that give originals back to the citizen or move them. */
export type CustodyAct = 'handOver' | 'refuse' | 'withdraw' | 'stop' | 'returnOutcome';

/** What the counted number means. `fewer`/`more` carry the difference in sheets. */
export type CustodyCheck =
  | { readonly kind: 'complete' }
  | { readonly kind: 'fewer'; readonly by: number }
  | { readonly kind: 'more'; readonly by: number };

/**
 * Sheets an act should move: a hand-over those still at the counter, every ending all that are held. `withheld` are originals
 * the law keeps with the result (an old certificate).
 */
export function expectOriginals(sheet: CustodySheet, act: CustodyAct, withheld = 0): number {
  return act === 'handOver' ? sheet.atCounter : Math.max(0, sheet.held - withheld);
}

/** Compares the sheets counted at an act with those that should move. */
export function checkOriginals(expected: number, counted: number): CustodyCheck {
  if (counted === expected) return { kind: 'complete' };
  return counted < expected ? { kind: 'fewer', by: expected - counted } : { kind: 'more', by: counted - expected };
}

/** Papers whose originals are named on the list given back with a refusal, withdrawal or return. Empty: nothing was kept. */
export function listGivenBack(
  sheet: CustodySheet,
  papers: readonly Pick<PaperOnFile, 'paperId'>[],
): readonly CustodyRow[] {
  const named = new Set(papers.map((paper) => paper.paperId));
  return sheet.held === 0 ? [] : sheet.rows.filter((row) => named.has(row.paperId));
}
