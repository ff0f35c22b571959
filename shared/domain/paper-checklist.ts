import type { LocalDay } from '../base/time';
import type { PaperCounts, ReceivedPaper } from './actions/action-parts';
import { decideCondition, type Answers } from './case-question';
import type { ProcedureCase } from './procedure';
import type { RequiredPaper } from './procedure-paper';

/** What decides which papers of a case are on the list: the day of reception and the answers of the "Hỏi dân" card. */
export interface Circumstances {
  readonly day: LocalDay;
  readonly answers: Answers;
  /** Papers taken over from earlier dossiers or stores: no sheet of them is owed. */
  readonly reused?: ReadonlySet<string>;
}

/**
 * `required`: the citizen (or, for look-ups, the office) has to provide it. `ifNeeded`: only in the situation its words
 * describe, the officer judges. `open`: a question that decides about it was not answered.
 */
export type PaperNeed = 'required' | 'ifNeeded' | 'open';

/** A paper of the published list with what it means for this dossier. */
export interface ChecklistRow {
  readonly paper: RequiredPaper;
  readonly need: PaperNeed;
}

/** What a paper's condition is asked with. */
type CasePapers = Pick<ProcedureCase, 'papers'>;

function isInForce({ validFrom, validTo }: RequiredPaper, day: LocalDay): boolean {
  return (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo);
}

/**
 * Papers of a case that apply on the day under the answers, in the published order. Left-out circumstances: any day, nothing
 * answered yet.
 */
export function listPapers(procedureCase: CasePapers, circumstances?: Circumstances): readonly ChecklistRow[] {
  return procedureCase.papers.flatMap((paper): ChecklistRow[] => {
    if (circumstances && !isInForce(paper, circumstances.day)) return [];
    const truth = decideCondition(paper.condition, circumstances?.answers ?? {});
    if (truth === 'fails') return [];
    if (!paper.required) return [{ paper, need: 'ifNeeded' }];
    return [{ paper, need: truth === 'open' ? 'open' : 'required' }];
  });
}

function countOf({ original, certifiedCopy, photocopy }: PaperCounts): number {
  return original + certifiedCopy + photocopy;
}

/** A paper to hand over needs at least one sheet in custody; one to show only has to be ticked as seen. */
function isThere(required: RequiredPaper, received: readonly ReceivedPaper[]): boolean {
  const found = received.filter((paper) => paper.paperId === required.id);
  return required.mode === 'submit' ? found.some((paper) => countOf(paper.counts) > 0) : found.length > 0;
}

/**
 * Papers of the published list that are still missing. `lookup` papers are the office's own work and are never asked of
 * the citizen; papers needed only in some situations, or that hang on a question not answered, are left to the officer.
 */
export function missingPapers(
  procedureCase: CasePapers,
  received: readonly ReceivedPaper[],
  circumstances?: Circumstances,
): readonly RequiredPaper[] {
  return listPapers(procedureCase, circumstances)
    .filter(({ paper, need }) => need === 'required' && paper.mode !== 'lookup')
    .map((row) => row.paper)
    .filter((paper) => !(circumstances?.reused?.has(paper.id) ?? false) && !isThere(paper, received));
}

/** Papers beside the published list, also those the list does not hold (any more) under the circumstances: they need a legal ground. */
export function extraPapers(
  procedureCase: CasePapers,
  received: readonly ReceivedPaper[],
  circumstances?: Circumstances,
): readonly ReceivedPaper[] {
  const listed = new Set(listPapers(procedureCase, circumstances).map(({ paper }) => paper.id));
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
export function defaultPapers(procedureCase: CasePapers, circumstances?: Circumstances): ReceivedPaper[] {
  return listPapers(procedureCase, circumstances)
    .filter(({ need }) => need === 'required')
    .map(({ paper }) => buildReceivedPaper(paper));
}

/** A form of a paper of which fewer or more sheets came than the list says. */
export interface CountDifference {
  readonly paperId: string;
  readonly form: keyof PaperCounts;
  readonly usual: number;
  readonly received: number;
}

const forms = ['original', 'certifiedCopy', 'photocopy'] as const;

/**
 * Where the sheets handed over differ from the usual number, paper by paper and form by form. Only `submit` papers that are
 * here are compared. An original at hand stands for the certified copy: who brings the original may not be asked for one
 * (domain notes §6).
 */
export function findCountDifferences(
  procedureCase: CasePapers,
  received: readonly ReceivedPaper[],
  circumstances?: Circumstances,
): readonly CountDifference[] {
  return listPapers(procedureCase, circumstances).flatMap(({ paper }) => {
    const counts = received.find((one) => one.paperId === paper.id && one.mode === 'submit')?.counts;
    if (paper.mode !== 'submit' || counts === undefined || countOf(counts) === 0) return [];
    const isSpared = (form: keyof PaperCounts) =>
      form === 'certifiedCopy' && counts.original > 0 && counts.certifiedCopy < paper.counts.certifiedCopy;
    return forms
      .filter((form) => counts[form] !== paper.counts[form] && !isSpared(form))
      .map((form) => ({ paperId: paper.id, form, usual: paper.counts[form], received: counts[form] }));
  });
}
