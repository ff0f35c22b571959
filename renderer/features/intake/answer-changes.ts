import { chooseCase } from '../../../shared/domain/case-choice';
import { decideCondition, type Answers } from '../../../shared/domain/case-question';
import { buildReceivedPaper } from '../../../shared/domain/paper-checklist';
import type { Procedure, ProcedureCase } from '../../../shared/domain/procedure';
import { noSheets, type IntakeDraft, type PaperRow } from './intake-draft';
import { listRows, pagesOf, regroupPages } from './paper-rows';

interface AnswerChange {
  readonly before: Answers;
  readonly after: Answers;
}

function isUntouched({ counts, ticked }: PaperRow): boolean {
  return counts.original + counts.certifiedCopy + counts.photocopy === 0 && !ticked;
}

/**
 * Rows after an answer: a paper that is asked for from now on gets its usual sheets, one that is not needed any more loses
 * them. What was scanned already stays as it is: it is in the officer's hands.
 */
export function followAnswers(
  draft: Pick<IntakeDraft, 'papers' | 'pages'>,
  { papers }: ProcedureCase,
  { before, after }: AnswerChange,
): PaperRow[] {
  return draft.papers.map((row) => {
    const paper = papers.find((one) => one.id === row.paperId);
    if (paper?.condition === undefined || pagesOf(draft, row.paperId).length > 0) return row;
    const [was, is] = [decideCondition(paper.condition, before), decideCondition(paper.condition, after)];
    if (is === was) return row;
    if (is === 'holds' && paper.required && isUntouched(row) && row.reuse === null) {
      return { ...row, counts: buildReceivedPaper(paper).counts, ticked: true };
    }
    return is === 'fails' ? { ...row, counts: noSheets, ticked: false, reuse: null } : row;
  });
}

/** Notes an answer of the citizen; case and papers follow. A case that no answer decides stays the officer's choice. */
export function answerQuestion(
  draft: IntakeDraft,
  procedure: Procedure,
  given: { readonly questionId: string; readonly answer: boolean },
): IntakeDraft {
  const answers = { ...draft.answers, [given.questionId]: given.answer };
  const choice = chooseCase(procedure, answers);
  const current = procedure.cases.find(({ id }) => id === draft.caseId) ?? procedure.cases[0];
  const procedureCase = choice.kind === 'chosen' ? choice.procedureCase : current;
  if (procedureCase === undefined) return { ...draft, answers };
  const change = { before: procedureCase.id === draft.caseId ? draft.answers : {}, after: answers };
  const listed = { ...draft, papers: listRows(procedureCase, draft.papers) };
  const papers = followAnswers(listed, procedureCase, change);
  return { ...draft, answers, caseId: procedureCase.id, papers, pages: regroupPages(draft, papers) };
}
