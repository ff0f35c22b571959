import type { ReactNode } from 'react';
import { Button, NumberField, Picker, RadioRow, t, TextField, useShortcut } from '../../ui';
import { pickCase, pickReturn } from './draft-changes';
import { FieldSlot } from './FieldSlot';
import type { IntakeDraft } from './intake-draft';
import type { IntakeView } from './intake-form';
import { changeDraft, useIntake } from './intake.store';
import { openPanel } from './open-panel';
import { findFirstField } from './question-order';

const channels = ['counter', 'post', 'online'] as const;
const returns = ['counter', 'post', 'online'] as const;

interface CaseFieldsProps {
  readonly draft: IntakeDraft;
  readonly view: IntakeView;
  readonly problemOf: (field: string) => string | undefined;
}

/** Alt+D also while the return address is typed. */
function FindCommuneKey(): null {
  useShortcut('Alt+D', t('intakeRules.address.button'), {
    run: () => {
      openPanel('address', 'panel.commune');
    },
  });
  return null;
}

const landFields = ['sheetNo', 'parcelNo', 'certificateSerial'] as const;

/** What land dossiers are found and compared by. */
function LandFields({ draft }: Pick<CaseFieldsProps, 'draft'>): ReactNode {
  return landFields.map((field) => (
    <FieldSlot key={field} field={`land.${field}`} className="intake-land">
      <TextField
        label={t(`intakeRules.land.${field}`)}
        reserve={false}
        isTabular
        maxLength={field === 'certificateSerial' ? 40 : 20}
        value={draft.land[field] ?? ''}
        onChange={(text) => {
          changeDraft((current) => ({ ...current, land: { ...current.land, [field]: text } }));
        }}
      />
    </FieldSlot>
  ));
}

/** F3: the questions to ask, and how many are still open. */
function AskCitizen({ draft, view }: Pick<CaseFieldsProps, 'draft' | 'view'>): ReactNode {
  const { procedure, checklist } = view;
  const open = checklist?.openQuestions.length ?? 0;
  const state = open === 0 ? t('intakeRules.questions.done') : t('intakeRules.questions.left', { count: open });
  const hasQuestions = (procedure?.questions ?? []).length > 0;
  return (
    <Button
      keys="F3"
      label={t('intakeRules.questions.button')}
      onPress={() => {
        openPanel('questions', findFirstField(procedure, draft.answers));
      }}
    >
      {hasQuestions ? `${t('intakeRules.questions.button')} · ${state}` : t('intakeRules.questions.button')}
    </Button>
  );
}

/** Case, channel, return and the counted things the fee depends on. All but the last hold their usual value. */
export function CaseFields({ draft, view, problemOf }: CaseFieldsProps): ReactNode {
  const { procedure, procedureCase } = view;
  const asked = procedure?.quantities ?? [];
  const isPersonOpen = useIntake((state) => state.isPersonOpen);
  return (
    <div className="intake-case-fields">
      <div className="intake-ask-citizen">
        <AskCitizen draft={draft} view={view} />
      </div>
      {procedure && procedure.cases.length > 1 && (
        <FieldSlot field="case" className="intake-case-choice">
          <RadioRow
            label={t('intake.caseLabel')}
            options={procedure.cases.map((item) => ({ value: item.id, text: item.name }))}
            value={procedureCase?.id ?? null}
            onChange={(id) => {
              const chosen = procedure.cases.find((item) => item.id === id);
              if (chosen) changeDraft((current) => pickCase(current, chosen));
            }}
          />
        </FieldSlot>
      )}
      {asked.map((quantity) => (
        <FieldSlot key={quantity} field={`quantities.${quantity}`} className="intake-quantity">
          <NumberField
            label={t(`intake.${quantity}`)}
            reserve={false}
            value={draft.quantities[quantity]}
            max={quantity === 'pages' ? 5000 : 500}
            error={problemOf(`quantities.${quantity}`)}
            onChange={(value) => {
              changeDraft((current) => ({ ...current, quantities: { ...current.quantities, [quantity]: value } }));
            }}
          />
        </FieldSlot>
      ))}
      {procedure?.duplicateRule === 'sameParcel' && <LandFields draft={draft} />}
      <FieldSlot field="channel" className="intake-channel">
        <Picker
          label={t('intake.channelLabel')}
          reserve={false}
          width="full"
          options={channels.map((id) => ({ id, text: t(`intake.channel.${id}`) }))}
          value={draft.channel}
          onChange={(id) => {
            changeDraft((current) => ({ ...current, channel: channels.find((one) => one === id) ?? current.channel }));
          }}
        />
      </FieldSlot>
      <FieldSlot field="return" className="intake-channel">
        <Picker
          label={t('intake.returnLabel')}
          reserve={false}
          width="full"
          options={returns.map((id) => ({ id, text: t(`intake.returnMethod.${id}`) }))}
          value={draft.returnMethod}
          onChange={(id) => {
            changeDraft((current) => pickReturn(current, returns.find((one) => one === id) ?? current.returnMethod));
          }}
        />
      </FieldSlot>
      {draft.returnMethod === 'post' && (
        <FieldSlot field="returnAddress" className="intake-return-address">
          {/* While the person's own fields are open their button has the key. */}
          {!isPersonOpen && <FindCommuneKey />}
          <TextField
            label={t('intake.returnAddress')}
            reserve={false}
            value={draft.returnAddress}
            error={problemOf('returnAddress')}
            onChange={(text) => {
              changeDraft((current) => ({ ...current, returnAddress: text }));
            }}
          />
        </FieldSlot>
      )}
    </div>
  );
}
