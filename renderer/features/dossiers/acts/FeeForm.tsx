import { type ReactNode, useState } from 'react';
import { formatDong } from '../../../../shared/base/money';
import { Notice, NumberField, RadioRow, t } from '../../../ui';
import { ActFrame, type ActFormProps } from './ActFrame';
import { type FeeDraft, owesNothing, readFee, startFee } from './fee-draft';

const methods = ['cash', 'transfer', 'gateway'] as const;
const MAX_AMOUNT = 9_999_999_999;

/** Takes money, fee by fee; state money and postal charge stay apart. */
export function FeeForm(props: ActFormProps): ReactNode {
  const [draft, setDraft] = useState<FeeDraft>(() => startFee(props.state));
  const total = draft.lines.reduce((sum, line) => sum + line.amount, 0);
  return (
    <ActFrame {...props} kind="FeeCollected" canSubmit={total > 0} read={() => readFee(draft)}>
      {(errors) => (
        <>
          {owesNothing(props.state) && <Notice tone="info">{t('dossiers.act.fee.nothingOwed')}</Notice>}
          {draft.lines.map((line, index) => (
            <NumberField
              key={index}
              label={t('dossiers.act.fee.amountOf', { name: line.name })}
              width="full"
              reserve={false}
              max={MAX_AMOUNT}
              value={line.amount}
              onChange={(amount) => {
                setDraft({ ...draft, lines: draft.lines.with(index, { ...line, amount }) });
              }}
              error={errors['amount'] && t(errors['amount'])}
            />
          ))}
          <p className="strong tabular">{t('dossiers.act.fee.total', { amount: formatDong(total) })}</p>
          <RadioRow
            label={t('dossiers.act.fee.method')}
            value={draft.method}
            options={methods.map((value) => ({ value, text: t(`dossiers.act.fee.methodOf.${value}`) }))}
            onChange={(value) => {
              setDraft({ ...draft, method: methods.find((one) => one === value) ?? draft.method });
            }}
          />
        </>
      )}
    </ActFrame>
  );
}
