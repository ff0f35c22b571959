import type { KeyboardEvent, ReactNode } from 'react';
import { Checkbox, NumberField, RadioRow, t, TextField } from '../../ui';
import { FieldSlot } from './FieldSlot';
import { changeDraft } from './intake.store';
import { PanelFrame } from './PanelFrame';
import { isProposalOnly, listAskable, listAsked, toggleAsked, type TalkForm, type TalkMatter } from './talk-form';
import { spellDate } from './typed-date';

interface TalkPanelProps {
  readonly matter: TalkMatter | undefined;
  readonly problemOf: (field: string) => string | undefined;
}

function change(what: Partial<TalkForm>): void {
  changeDraft((draft) => (draft.talk === null ? draft : { ...draft, talk: { ...draft.talk, ...what } }));
}

/** Papers to bring, each with the digit that ticks it: no text field has the focus here. */
function AskedPapers({
  matter,
  problem,
}: {
  readonly matter: TalkMatter;
  readonly problem: string | undefined;
}): ReactNode {
  const papers = listAskable(matter.checklist).map(({ paper }) => paper);
  const asked = listAsked(matter);
  const takeDigit = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
    const paper = papers[Number(event.key) - 1];
    if (!paper) return;
    event.preventDefault();
    change({ asked: [...toggleAsked(matter, paper.id)] });
  };
  return (
    <div onKeyDown={takeDigit}>
      <FieldSlot field="panel.asked">
        <fieldset className="intake-asked">
          <legend className="field-label">{t('intakeRules.talk.asked')}</legend>
          {papers.map((paper, no) => (
            <Checkbox
              key={paper.id}
              isSelected={asked.includes(paper.id)}
              onChange={() => {
                change({ asked: [...toggleAsked(matter, paper.id)] });
              }}
            >
              <span className="tabular">{no + 1}.</span> {paper.name}
            </Checkbox>
          ))}
        </fieldset>
        <p className="intake-asked-problem text-small" role="status">
          {problem ?? ''}
        </p>
      </FieldSlot>
    </div>
  );
}

function TextPart({
  field,
  form,
  problemOf,
}: { readonly field: 'reason' | 'legalGround'; readonly form: TalkForm } & Pick<
  TalkPanelProps,
  'problemOf'
>): ReactNode {
  return (
    <FieldSlot field={`panel.${field}`}>
      <TextField
        label={t(`intakeRules.talk.${field}`)}
        value={form[field]}
        error={problemOf(`panel.${field}`)}
        onChange={(text) => {
          change({ [field]: text });
        }}
      />
    </FieldSlot>
  );
}

function Guidance({
  matter,
  form,
  problemOf,
}: { readonly matter: TalkMatter; readonly form: TalkForm } & Pick<TalkPanelProps, 'problemOf'>): ReactNode {
  return (
    <>
      <AskedPapers matter={matter} problem={problemOf('panel.asked')} />
      <TextPart field="reason" form={form} problemOf={problemOf} />
      <FieldSlot field="panel.comeBackBy">
        <TextField
          label={t('intakeRules.talk.comeBackBy')}
          hint={t('intakeRules.talk.comeBackHint')}
          placeholder="dd/mm/yyyy"
          isTabular
          value={form.comeBackBy}
          error={problemOf('panel.comeBackBy')}
          onChange={(comeBackBy) => {
            change({ comeBackBy });
          }}
          onBlur={() => {
            change({ comeBackBy: spellDate(form.comeBackBy) });
          }}
        />
      </FieldSlot>
    </>
  );
}

/** Alt+H: Form 02 with the papers to bring, or Form 03; recorded by the key that receives. */
export function TalkPanel({ matter, problemOf }: TalkPanelProps): ReactNode {
  const form = matter?.draft.talk;
  if (!matter || !form) {
    return (
      <PanelFrame title={t('intakeRules.talk.title')} closeLabel={t('intakeRules.talk.close')}>
        <p className="muted">{t('intakeRules.talk.notYet')}</p>
      </PanelFrame>
    );
  }
  const isProposal = isProposalOnly(matter.officer);
  return (
    <PanelFrame title={t('intakeRules.talk.title')} closeLabel={t('intakeRules.talk.close')}>
      <FieldSlot field="panel.kind">
        <RadioRow
          label={t('intakeRules.talk.kind')}
          options={[
            { value: 'guidance', text: t('intakeRules.talk.guidance') },
            { value: 'refusal', text: t(isProposal ? 'intakeRules.talk.refusalProposal' : 'intakeRules.talk.refusal') },
          ]}
          value={form.kind}
          onChange={(kind) => {
            change({ kind: kind === 'refusal' ? 'refusal' : 'guidance' });
          }}
        />
      </FieldSlot>
      {form.kind === 'guidance' && <Guidance matter={matter} form={form} problemOf={problemOf} />}
      {form.kind === 'refusal' && (
        <>
          <TextPart field="legalGround" form={form} problemOf={problemOf} />
          <TextPart field="reason" form={form} problemOf={problemOf} />
          {!isProposal && (
            <FieldSlot field="panel.originals">
              <NumberField
                label={t('intakeRules.talk.originalsReturned')}
                max={999}
                value={form.originalsReturned}
                onChange={(originalsReturned) => {
                  change({ originalsReturned });
                }}
              />
            </FieldSlot>
          )}
        </>
      )}
    </PanelFrame>
  );
}
