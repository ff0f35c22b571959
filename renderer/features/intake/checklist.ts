import type { LocalDay } from '../../../shared/base/time';
import type { ReceivedPaper } from '../../../shared/domain/actions/action-parts';
import type { PayloadOf } from '../../../shared/domain/actions/action';
import { checkReceived, type AskFinding } from '../../../shared/domain/ask-guard';
import { findOpenQuestions } from '../../../shared/domain/case-choice';
import type { CaseQuestion } from '../../../shared/domain/case-question';
import { listPapers, type ChecklistRow, type PaperNeed } from '../../../shared/domain/paper-checklist';
import type { IndexedPaper } from '../../../shared/domain/paper-index';
import { findReuseForChecklist } from '../../../shared/domain/paper-reuse';
import type { Party } from '../../../shared/domain/person';
import type { Procedure, ProcedureCase } from '../../../shared/domain/procedure';
import type { Message } from '../../../shared/text/message';
import type { IntakeDraft, PaperRow } from './intake-draft';
import type { FieldProblem } from './person-form';

/** What the published list says under the answers, and what the office holds already. */
export interface Checklist {
  readonly rows: readonly ChecklistRow[];
  /** Papers of this person that can be taken over, by paper id. */
  readonly reusable: ReadonlyMap<string, IndexedPaper>;
  /** Questions whose answer would still change something. */
  readonly openQuestions: readonly CaseQuestion[];
  /** What the "do not ask again" guard says of the papers as entered. */
  readonly findings: readonly AskFinding[];
  readonly reuses: readonly PayloadOf<'PaperReused'>[];
}

/** For whom, when and of what the list is made. */
export interface ChecklistQuestion {
  readonly procedure: Procedure;
  readonly procedureCase: ProcedureCase;
  readonly day: LocalDay;
  readonly parties: readonly Party[];
  readonly papers: readonly ReceivedPaper[];
  /** What earlier dossiers of these people hold. */
  readonly index: readonly IndexedPaper[];
}

/** What a row of the table means now. `notAsked`: the answers rule it out; `outside`: it is not on the list. */
export type RowStanding = PaperNeed | 'notAsked' | 'outside';

/** See {@link RowStanding}. */
export function standingOf(row: Pick<PaperRow, 'paperId' | 'isExtra'>, rows: readonly ChecklistRow[]): RowStanding {
  if (row.isExtra) return 'outside';
  return rows.find(({ paper }) => paper.id === row.paperId)?.need ?? 'notAsked';
}

/** Makes the list of a draft. */
export function deriveChecklist(draft: IntakeDraft, question: ChecklistQuestion): Checklist {
  const { procedure, procedureCase, day, parties, papers, index } = question;
  const rows = listPapers(procedureCase, { day, answers: draft.answers });
  const reusable = findReuseForChecklist(rows, index, { parties, day, dossierId: draft.id });
  const listed = new Set(rows.map(({ paper }) => paper.id));
  return {
    rows,
    reusable,
    openQuestions: findOpenQuestions(procedure, draft.answers),
    findings: checkReceived(papers, { rows, reusable }),
    reuses: draft.papers.flatMap(({ paperId, reuse }) => (reuse !== null && listed.has(paperId) ? [reuse] : [])),
  };
}

/**
 * Whether a finding still needs a word of the officer. A paper beside the list that the citizen gave unasked was not asked
 * for; it is named among the warnings and on the weekly list all the same.
 */
export function needsWord(finding: AskFinding, papers: readonly PaperRow[]): boolean {
  const row = papers.find((one) => one.paperId === finding.paperId);
  return !finding.settled && !(finding.kind === 'outsideList' && row?.volunteered === true);
}

const askMessages: Readonly<Record<AskFinding['kind'], Message>> = {
  atHand: { key: 'intakeRules.ask.atHand' },
  lookup: { key: 'intakeRules.ask.lookup' },
  outsideList: { key: 'intakeRules.ask.outsideList' },
};

/** Papers that may not be asked for like this: each a problem at its field of the guard's panel. */
export function findAskProblems(
  { findings }: Pick<Checklist, 'findings'>,
  papers: readonly PaperRow[],
): FieldProblem[] {
  return findings
    .filter((finding) => needsWord(finding, papers))
    .map(({ paperId, kind }) => ({ field: `panel.ask.${paperId}`, message: askMessages[kind] }));
}
