import { findOpenQuestions } from '../../../shared/domain/case-choice';
import type { Answers, CaseQuestion } from '../../../shared/domain/case-question';
import type { Procedure } from '../../../shared/domain/procedure';

/** What to ask next; `undefined` when no answer would change anything any more. */
export function findNextQuestion(procedure: Procedure, answers: Answers): CaseQuestion | undefined {
  return findOpenQuestions(procedure, answers)[0];
}

/** Where the card begins: what is still to be asked, else its first question, else its way out. */
export function findFirstField(procedure: Procedure | undefined, answers: Answers): string {
  const next = procedure && (findNextQuestion(procedure, answers) ?? procedure.questions?.[0]);
  return next ? `panel.question.${next.id}` : 'panel.done';
}
