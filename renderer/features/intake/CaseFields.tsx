import type { ReactNode } from 'react';
import { NumberField, Picker, RadioRow, t, TextField } from '../../ui';
import { pickCase, pickReturn } from './draft-changes';
import { FieldSlot } from './FieldSlot';
import type { IntakeDraft } from './intake-draft';
import type { IntakeView } from './intake-form';
import { changeDraft } from './intake.store';

const channels = ['counter', 'post', 'online'] as const;
const returns = ['counter', 'post', 'online'] as const;

interface CaseFieldsProps {
  readonly draft: IntakeDraft;
  readonly view: IntakeView;
  readonly problemOf: (field: string) => string | undefined;
}

/** Case, channel, return and the counted things the fee depends on. All but the last hold their usual value. */
export function CaseFields({ draft, view, problemOf }: CaseFieldsProps): ReactNode {
  const { procedure, procedureCase } = view;
  const asked = procedure?.quantities ?? [];
  return (
    <div className="intake-case-fields">
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
