import type { ReactNode } from 'react';
import type { FeeWaiverRule } from '../../../../shared/domain/procedure-fee';
import { Picker, t, TextField } from '../../../ui';
import type { ActFormProps } from './ActFrame';
import { ApproverFields } from './ApproverFields';
import { chooseWaiver, type FeeDraft, OTHER_WAIVER } from './fee-draft';
import type { FieldErrors } from './field-errors';

interface WaiverFieldsProps extends ActFormProps {
  readonly draft: FeeDraft;
  readonly onChange: (draft: FeeDraft) => void;
  readonly errors: FieldErrors;
  readonly waivers: readonly FeeWaiverRule[];
}

/** Why the fee is not asked: who is exempt by the procedure's rule, or another law; the paper that shows it; who approves. */
export function WaiverFields(props: WaiverFieldsProps): ReactNode {
  const { state, around, draft, onChange, errors, waivers } = props;
  const { waiver } = draft;
  const set = (change: Partial<FeeDraft['waiver']>): void => {
    onChange({ ...draft, waiver: { ...waiver, ...change } });
  };
  return (
    <>
      {waivers.length > 0 && (
        <Picker
          label={t('caseMoney.waiver')}
          width="full"
          reserve={false}
          value={waiver.choice}
          options={[
            ...waivers.map(({ id, name, percent }) => ({ id, text: t('caseMoney.waiverOf', { name, percent }) })),
            { id: OTHER_WAIVER, text: t('caseMoney.waiverOther') },
          ]}
          onChange={(id) => {
            onChange(
              chooseWaiver(
                draft,
                state,
                waivers.find((one) => one.id === id),
              ),
            );
          }}
        />
      )}
      <TextField
        label={t('caseMoney.ground')}
        hint={t('caseMoney.groundHint')}
        maxLength={300}
        isDisabled={waiver.choice !== OTHER_WAIVER}
        value={waiver.ground}
        onChange={(ground) => {
          set({ ground });
        }}
        error={errors['ground'] && t(errors['ground'])}
      />
      <TextField
        label={t('caseMoney.proof')}
        maxLength={300}
        value={waiver.proof}
        onChange={(proof) => {
          set({ proof });
        }}
        error={errors['proof'] && t(errors['proof'])}
      />
      <ApproverFields
        act="feeWaiver"
        actor={around.officer}
        draft={waiver.approver}
        onChange={(approver) => {
          set({ approver });
        }}
        errors={errors}
      />
    </>
  );
}
