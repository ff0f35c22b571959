import { z } from 'zod';

/**
 * A yes/no question of the "Hỏi dân" card. Three to five of them choose the case and its papers, so that somebody who has
 * never seen the procedure asks the right things (counter reality §2b). Question texts are provisional catalogue data.
 */
export const caseQuestionSchema = z.object({
  id: z.string().min(1).max(60),
  text: z.string().min(1).max(300),
  /** What the officer may add when the citizen does not understand. */
  hint: z.string().max(300).optional(),
});
/** See {@link caseQuestionSchema}. */
export type CaseQuestion = z.infer<typeof caseQuestionSchema>;

const clausesSchema = z
  .array(z.object({ question: z.string().min(1).max(60), is: z.boolean() }))
  .min(1)
  .max(8);

/** When a case or a paper applies: all clauses must hold, or any one of them. */
export const answerConditionSchema = z.union([z.object({ all: clausesSchema }), z.object({ any: clausesSchema })]);
/** See {@link answerConditionSchema}. */
export type AnswerCondition = z.infer<typeof answerConditionSchema>;

/** Answers by question id; what was not asked yet is absent. */
export type Answers = Readonly<Record<string, boolean>>;

/** `open`: the answers at hand do not decide it yet. */
export type Truth = 'holds' | 'fails' | 'open';

/** Ids of the questions a condition looks at, in its order. */
export function questionsOf(condition: AnswerCondition): readonly string[] {
  return ('all' in condition ? condition.all : condition.any).map((clause) => clause.question);
}

function truthOf(clause: { readonly question: string; readonly is: boolean }, answers: Answers): Truth {
  const answer = answers[clause.question];
  if (answer === undefined) return 'open';
  return answer === clause.is ? 'holds' : 'fails';
}

/**
 * Whether a condition holds under the answers at hand. No condition always holds. One failed clause of `all`, or one that
 * holds of `any`, decides it whatever is still unanswered.
 */
export function decideCondition(condition: AnswerCondition | undefined, answers: Answers): Truth {
  if (condition === undefined) return 'holds';
  const isAll = 'all' in condition;
  const truths = (isAll ? condition.all : condition.any).map((clause) => truthOf(clause, answers));
  const deciding: Truth = isAll ? 'fails' : 'holds';
  if (truths.includes(deciding)) return deciding;
  if (truths.includes('open')) return 'open';
  return isAll ? 'holds' : 'fails';
}
