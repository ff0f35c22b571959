import type { KeyboardEvent, ReactNode } from 'react';
import { buildGuideCard, type GuideCard } from '../../../shared/domain/guide-card';
import type { CaseQuestion } from '../../../shared/domain/case-question';
import type { Procedure } from '../../../shared/domain/procedure';
import { limitText } from '../../../shared/text/rule-sentences';
import { Button, RadioRow, t } from '../../ui';
import { answerQuestion } from './answer-changes';
import { toLocalDay, type Instant } from '../../../shared/base/time';
import { FieldSlot } from './FieldSlot';
import type { IntakeDraft } from './intake-draft';
import type { IntakeView } from './intake-form';
import { changeDraft, focusOn, useIntake } from './intake.store';
import { closePanel } from './open-panel';
import { PanelFrame } from './PanelFrame';
import { findNextQuestion } from './question-order';

/** Notes the answer and goes on to what is still to be asked. */
function answer(procedure: Procedure, questionId: string, yes: boolean): void {
  changeDraft((draft) => answerQuestion(draft, procedure, { questionId, answer: yes }));
  const { draft } = useIntake.getState();
  const next = draft && findNextQuestion(procedure, draft.answers);
  focusOn(next ? `panel.question.${next.id}` : 'panel.done');
}

interface QuestionProps {
  readonly procedure: Procedure;
  readonly question: CaseQuestion;
  readonly given: boolean | undefined;
  readonly isOpen: boolean;
  /** Before the case is known nobody can say which of the others will matter. */
  readonly isCaseKnown: boolean;
}

/** One question. 1 is yes, 2 is no: digits type nothing here, no text field has the focus. */
function Question({ procedure, question, given, isOpen, isCaseKnown }: QuestionProps): ReactNode {
  const takeDigit = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || (event.key !== '1' && event.key !== '2')) return;
    event.preventDefault();
    answer(procedure, question.id, event.key === '1');
  };
  const isIdle = !isOpen && isCaseKnown && given === undefined;
  return (
    <div onKeyDown={takeDigit}>
      <FieldSlot field={`panel.question.${question.id}`}>
        <RadioRow
          label={question.text}
          hint={isIdle ? t('intakeRules.questions.notNeeded') : question.hint}
          reserve
          options={[
            { value: 'yes', text: t('intakeRules.questions.yes') },
            { value: 'no', text: t('intakeRules.questions.no') },
          ]}
          value={given === undefined ? null : given ? 'yes' : 'no'}
          onChange={(value) => {
            changeDraft((draft) =>
              answerQuestion(draft, procedure, { questionId: question.id, answer: value === 'yes' }),
            );
          }}
        />
      </FieldSlot>
    </div>
  );
}

function describeChoice({ choice }: GuideCard): string {
  switch (choice.kind) {
    case 'chosen':
      return t('intakeRules.questions.chosen', { name: choice.procedureCase.name });
    case 'open':
      return t('intakeRules.questions.open');
    case 'pick':
      return t('intakeRules.questions.pick');
    case 'none':
      return t('intakeRules.questions.noCase');
  }
}

function Result({ card }: { readonly card: GuideCard }): ReactNode {
  const { result } = card;
  const owed = result?.papers.filter(({ need }) => need === 'required').length ?? 0;
  return (
    <div className="stack-tight text-small" role="status">
      <p className="strong">{describeChoice(card)}</p>
      {result && (
        <p className="muted">
          {t('intakeRules.questions.papers', { count: owed })} ·{' '}
          {t('intakeRules.questions.limit', { limit: limitText(result.limit) })}
        </p>
      )}
    </div>
  );
}

interface QuestionsPanelProps {
  readonly draft: IntakeDraft;
  readonly view: IntakeView;
  readonly now: Instant;
}

/** F3, "Hỏi dân": the yes/no questions that choose case and papers, so that nobody has to know the procedure by heart. */
export function QuestionsPanel({ draft, view, now }: QuestionsPanelProps): ReactNode {
  const { procedure, checklist } = view;
  const questions = procedure?.questions ?? [];
  const open = new Set(checklist?.openQuestions.map(({ id }) => id));
  const day = toLocalDay(view.legalTime?.at ?? now);
  const card = procedure && buildGuideCard({ procedure, answers: draft.answers, day, channel: draft.channel });
  return (
    <PanelFrame title={t('intakeRules.questions.title')} closeLabel={t('intakeRules.questions.closePanel')}>
      {!procedure && <p className="muted">{t('intakeRules.questions.notYet')}</p>}
      {procedure && questions.length === 0 && <p className="muted">{t('intakeRules.questions.none')}</p>}
      {procedure &&
        questions.map((question) => (
          <Question
            key={question.id}
            procedure={procedure}
            question={question}
            given={draft.answers[question.id]}
            isOpen={open.has(question.id)}
            isCaseKnown={card?.choice.kind === 'chosen'}
          />
        ))}
      {card && questions.length > 0 && <Result card={card} />}
      {procedure?.provisional.includes('questions') === true && (
        <p className="muted text-small">{t('intakeRules.questions.provisional')}</p>
      )}
      <FieldSlot field="panel.done">
        <Button onPress={closePanel}>{t('intakeRules.questions.close')}</Button>
      </FieldSlot>
    </PanelFrame>
  );
}
