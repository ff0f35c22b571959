import { describe, expect, it } from 'vitest';
import { answerConditionSchema, decideCondition, questionsOf, type AnswerCondition } from './case-question';

const bothYes: AnswerCondition = {
  all: [
    { question: 'married', is: true },
    { question: 'abroad', is: false },
  ],
};
const oneYes: AnswerCondition = {
  any: [
    { question: 'married', is: true },
    { question: 'abroad', is: false },
  ],
};

describe('decideCondition', () => {
  it('holds when there is no condition', () => {
    expect(decideCondition(undefined, {})).toBe('holds');
  });

  it.each([
    [{}, 'open'],
    [{ married: true }, 'open'],
    [{ married: false }, 'fails'],
    [{ abroad: true }, 'fails'],
    [{ married: true, abroad: true }, 'fails'],
    [{ married: true, abroad: false }, 'holds'],
    [{ married: false, abroad: false }, 'fails'],
  ] as const)('needs every clause of `all` when the answers are %o', (answers, truth) => {
    expect(decideCondition(bothYes, answers)).toBe(truth);
  });

  it.each([
    [{}, 'open'],
    [{ married: true }, 'holds'],
    [{ married: false }, 'open'],
    [{ abroad: true }, 'open'],
    [{ abroad: false }, 'holds'],
    [{ married: false, abroad: true }, 'fails'],
    [{ married: true, abroad: true }, 'holds'],
  ] as const)('needs one clause of `any` when the answers are %o', (answers, truth) => {
    expect(decideCondition(oneYes, answers)).toBe(truth);
  });
});

describe('questionsOf', () => {
  it('names questions in the order of the clauses when the condition is of either form', () => {
    expect(questionsOf(bothYes)).toEqual(['married', 'abroad']);
    expect(questionsOf(oneYes)).toEqual(['married', 'abroad']);
  });
});

describe('answerConditionSchema', () => {
  it('refuses a condition without clauses', () => {
    expect(answerConditionSchema.safeParse({ all: [] }).success).toBe(false);
    expect(answerConditionSchema.safeParse({ any: [] }).success).toBe(false);
    expect(answerConditionSchema.safeParse(oneYes).success).toBe(true);
  });
});
