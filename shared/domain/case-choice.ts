import { decideCondition, questionsOf, type AnswerCondition, type Answers, type CaseQuestion } from './case-question';
import type { Procedure, ProcedureCase } from './procedure';

/**
 * Which case the answers lead to. `open`: a question is missing; `pick`: no question tells these cases apart, the officer
 * does; `none`: the procedure has no case for these answers.
 */
export type CaseChoice =
  | { readonly kind: 'chosen'; readonly procedureCase: ProcedureCase }
  | { readonly kind: 'open'; readonly cases: readonly ProcedureCase[] }
  | { readonly kind: 'pick'; readonly cases: readonly ProcedureCase[] }
  | { readonly kind: 'none' };

/**
 * Chooses the case by the answers: the first case whose condition holds once all before it have failed; when all conditions
 * fail, what remains is the case without one.
 */
export function chooseCase(procedure: Pick<Procedure, 'cases'>, answers: Answers): CaseChoice {
  const others = procedure.cases.filter((one) => one.condition === undefined);
  const ruled = procedure.cases.filter((one) => one.condition !== undefined);
  const alive = ruled.filter((one) => decideCondition(one.condition, answers) !== 'fails');
  const [first] = alive;
  if (first) {
    return decideCondition(first.condition, answers) === 'holds'
      ? { kind: 'chosen', procedureCase: first }
      : { kind: 'open', cases: [...alive, ...others] };
  }
  const [only] = others;
  if (!only) return { kind: 'none' };
  return others.length === 1 ? { kind: 'chosen', procedureCase: only } : { kind: 'pick', cases: others };
}

type Ruled = Pick<Procedure, 'questions' | 'cases'>;

function conditionsThatMatter(procedure: Ruled, answers: Answers): readonly AnswerCondition[] {
  const choice = chooseCase(procedure, answers);
  const parts = choice.kind === 'chosen' ? choice.procedureCase.papers : choice.kind === 'open' ? choice.cases : [];
  return parts.flatMap((part) => (part.condition === undefined ? [] : [part.condition]));
}

/**
 * Questions whose answer would still change the case or, once it is chosen, its papers; in the order of the card. Empty:
 * nothing more needs to be asked.
 */
export function findOpenQuestions(procedure: Ruled, answers: Answers): readonly CaseQuestion[] {
  const open = conditionsThatMatter(procedure, answers).filter((one) => decideCondition(one, answers) === 'open');
  const ids = new Set(open.flatMap(questionsOf).filter((id) => answers[id] === undefined));
  return (procedure.questions ?? []).filter((question) => ids.has(question.id));
}

/** Fault of a procedure's questions as catalogue data, for the package check. */
export type QuestionFault =
  | { readonly kind: 'unknownQuestion'; readonly questionId: string }
  | { readonly kind: 'unusedQuestion'; readonly questionId: string }
  | { readonly kind: 'questionTwice'; readonly questionId: string };

/** Checks that every condition names a question of the card, and that no question is idle or listed twice. */
export function findQuestionFaults(procedure: Ruled): readonly QuestionFault[] {
  const listed = (procedure.questions ?? []).map((question) => question.id);
  const parts = procedure.cases.flatMap((one) => [one, ...one.papers]);
  const used = new Set(parts.flatMap((part) => (part.condition === undefined ? [] : questionsOf(part.condition))));
  const unknown = [...used].filter((id) => !listed.includes(id));
  const unused = [...new Set(listed)].filter((id) => !used.has(id));
  const twice = listed.filter((id, index) => listed.indexOf(id) !== index);
  return [
    ...unknown.map((questionId) => ({ kind: 'unknownQuestion' as const, questionId })),
    ...unused.map((questionId) => ({ kind: 'unusedQuestion' as const, questionId })),
    ...twice.map((questionId) => ({ kind: 'questionTwice' as const, questionId })),
  ];
}
