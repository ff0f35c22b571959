import { describe, expect, it } from 'vitest';
import { buildCase, buildProcedure, buildRequiredPaper } from '../../tests/support/procedures';
import { chooseCase, findOpenQuestions, findQuestionFaults } from './case-choice';
import type { Answers } from './case-question';
import { buildGuideCard } from './guide-card';

const yes = (question: string) => ({ all: [{ question, is: true }] });
const questions = ['late', 'found', 'proxy', 'noProof'].map((id) => ({ id, text: `Hỏi ${id}?` }));
const birth = buildProcedure({
  questions,
  cases: [
    buildCase('late', { condition: yes('late') }),
    buildCase('found', { condition: yes('found') }),
    buildCase('usual', {
      papers: [
        buildRequiredPaper('form'),
        buildRequiredPaper('proxy', { condition: yes('proxy') }),
        buildRequiredPaper('witness', { condition: yes('noProof'), required: false }),
      ],
    }),
  ],
});

function chosen(answers: Answers): string {
  const choice = chooseCase(birth, answers);
  return choice.kind === 'chosen' ? choice.procedureCase.id : choice.kind;
}

const open = (answers: Answers) => findOpenQuestions(birth, answers).map((question) => question.id);

describe('chooseCase', () => {
  it.each([
    [{}, 'open'],
    [{ late: true }, 'late'],
    [{ late: false }, 'open'],
    [{ late: false, found: true }, 'found'],
    [{ found: true }, 'open'],
    [{ late: true, found: true }, 'late'],
    [{ late: false, found: false }, 'usual'],
  ] as const)('takes the first case that holds once those before it failed when the answers are %o', (answers, id) => {
    expect(chosen(answers)).toBe(id);
  });

  it('names the cases still possible when a question is open', () => {
    const choice = chooseCase(birth, { late: false });
    expect(choice.kind === 'open' && choice.cases.map((one) => one.id)).toEqual(['found', 'usual']);
  });

  it('leaves the choice to the officer when no question tells the cases apart', () => {
    const cases = [buildCase('a'), buildCase('b')];
    expect(chooseCase({ cases }, {})).toEqual({ kind: 'pick', cases });
  });

  it('has no case when every condition fails and none remains', () => {
    expect(chooseCase({ cases: [buildCase('late', { condition: yes('late') })] }, { late: false })).toEqual({
      kind: 'none',
    });
  });
});

describe('findOpenQuestions', () => {
  it('asks what chooses the case first, then what decides its papers, and stops', () => {
    expect(open({})).toEqual(['late', 'found']);
    expect(open({ late: false })).toEqual(['found']);
    expect(open({ late: false, found: false })).toEqual(['proxy', 'noProof']);
    expect(open({ late: false, found: false, proxy: true })).toEqual(['noProof']);
    expect(open({ late: false, found: false, proxy: true, noProof: false })).toEqual([]);
  });

  it('asks nothing more when the chosen case has no conditional papers', () => {
    expect(open({ late: true })).toEqual([]);
  });

  it('asks nothing when the officer must pick, or no case is left, or there are no questions', () => {
    expect(findOpenQuestions({ cases: [buildCase('a'), buildCase('b')] }, {})).toEqual([]);
    expect(
      findOpenQuestions({ questions, cases: [buildCase('x', { condition: yes('late') })] }, { late: false }),
    ).toEqual([]);
  });
});

describe('findQuestionFaults', () => {
  it('is content when every question is used and known', () => {
    expect(findQuestionFaults(birth)).toEqual([]);
  });

  it('names unknown, idle and doubled questions', () => {
    const text = 'Hỏi?';
    const faults = findQuestionFaults({
      questions: [
        { id: 'a', text },
        { id: 'idle', text },
        { id: 'a', text },
      ],
      cases: [buildCase('x', { condition: yes('a'), papers: [buildRequiredPaper('p', { condition: yes('ghost') })] })],
    });
    expect(faults).toEqual([
      { kind: 'unknownQuestion', questionId: 'ghost' },
      { kind: 'unusedQuestion', questionId: 'idle' },
      { kind: 'questionTwice', questionId: 'a' },
    ]);
  });

  it('calls every condition unknown when the procedure has no questions', () => {
    expect(findQuestionFaults({ cases: [buildCase('x', { condition: yes('a') })] })).toEqual([
      { kind: 'unknownQuestion', questionId: 'a' },
    ]);
  });
});

describe('buildGuideCard', () => {
  const card = (answers: Answers) =>
    buildGuideCard({ procedure: birth, answers, day: '2026-11-20', channel: 'online' });

  it('shows what was answered and asks the next question when the case is open', () => {
    const { answered, next, choice, result } = card({ late: false, stranger: true });
    expect(answered).toEqual([{ question: questions[0], answer: false }]);
    expect(next).toEqual(questions[1]);
    expect([choice.kind, result]).toEqual(['open', null]);
  });

  it('shows papers, time and fee of the channel when the case is chosen', () => {
    const { next, result } = card({ late: false, found: false, proxy: false, noProof: true });
    expect(next).toBeNull();
    expect(result?.papers.map((row) => [row.paper.id, row.need])).toEqual([
      ['form', 'required'],
      ['witness', 'ifNeeded'],
    ]);
    expect(result?.limit).toEqual({ unit: 'workingDays', amount: 2 });
    expect(result?.fee).toEqual({ basis: 'free', ground: 'không thu' });
  });

  it('asks nothing when the procedure has no questions', () => {
    const plain = buildGuideCard({ procedure: buildProcedure(), answers: {}, day: '2026-11-20', channel: 'counter' });
    expect([plain.answered, plain.next, plain.choice.kind]).toEqual([[], null, 'chosen']);
  });
});
