import type { LocalDay } from '../base/time';
import { chooseCase, findOpenQuestions, type CaseChoice } from './case-choice';
import type { Answers, CaseQuestion } from './case-question';
import type { Channel } from './channel';
import { listPapers, type ChecklistRow } from './paper-checklist';
import type { Procedure } from './procedure';
import type { FeeRule } from './procedure-fee';
import type { TimeLimit } from './procedure-limit';

/** What the "Hỏi dân" card shows after some answers. */
export interface GuideCard {
  readonly answered: readonly { readonly question: CaseQuestion; readonly answer: boolean }[];
  /** Null: nothing more needs to be asked. */
  readonly next: CaseQuestion | null;
  readonly choice: CaseChoice;
  /** Papers, time and fee of the chosen case; null while there is none. */
  readonly result: {
    readonly papers: readonly ChecklistRow[];
    readonly limit: TimeLimit;
    readonly fee: FeeRule;
  } | null;
}

/** Builds the card of a procedure for the day, the channel and the answers so far. Answers to unknown questions play no part. */
export function buildGuideCard(input: {
  readonly procedure: Procedure;
  readonly answers: Answers;
  readonly day: LocalDay;
  readonly channel: Channel;
}): GuideCard {
  const { procedure, answers, day, channel } = input;
  const choice = chooseCase(procedure, answers);
  const chosen = choice.kind === 'chosen' ? choice.procedureCase : null;
  return {
    answered: (procedure.questions ?? []).flatMap((question) => {
      const answer = answers[question.id];
      return answer === undefined ? [] : [{ question, answer }];
    }),
    next: findOpenQuestions(procedure, answers)[0] ?? null,
    choice,
    result: chosen && {
      papers: listPapers(chosen, { day, answers }),
      limit: chosen.limits[channel],
      fee: chosen.fees[channel],
    },
  };
}
