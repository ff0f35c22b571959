import type { ReactNode } from 'react';
import { formatDong } from '../../../../shared/base/money';
import { findRefundCases } from '../../../../shared/domain/refund';
import { Notice, NumberField, RadioRow, t, TextField } from '../../../ui';
import { ActFrame, type ActFormProps } from './ActFrame';
import { ApproverFields } from './ApproverFields';
import { listRefundable, readRefund, type RefundDraft, startRefund } from './undo-drafts';
import { useActDraft } from './use-act-draft';

const methods = ['cash', 'transfer'] as const;
const MAX_AMOUNT = 9_999_999_999;

function Grounds({ state }: Pick<ActFormProps, 'state'>): ReactNode {
  const cases = findRefundCases(state);
  if (cases.length === 0) return <Notice tone="warn">{t('caseMoney.refund.noGround')}</Notice>;
  return (
    <Notice tone="info">
      {cases.map(({ ground, ledger, amount }) => (
        <p key={ledger}>
          {t('caseMoney.refund.cases', {
            ground: t(`caseMoney.refund.ground.${ground}`),
            ledger: t(`caseMoney.ledger.${ledger}`).toLowerCase(),
            amount: formatDong(amount),
          })}
        </p>
      ))}
    </Notice>
  );
}

/** Gives money back: of each ledger no more than is left, to whom, by which voucher, on whose word. */
export function RefundForm(props: ActFormProps): ReactNode {
  const { state, around } = props;
  const [draft, setDraft] = useActDraft<RefundDraft>(() => startRefund(state));
  const set = (change: Partial<RefundDraft>): void => {
    setDraft({ ...draft, ...change });
  };
  return (
    <ActFrame {...props} kind="FeeRefunded" read={() => readRefund(draft, { state, actor: around.officer })}>
      {(errors) => (
        <>
          <Grounds state={state} />
          {listRefundable(state).map(({ ledger, most }) => (
            <NumberField
              key={ledger}
              label={t('caseMoney.refund.amount', { ledger: t(`caseMoney.ledger.${ledger}`) })}
              width="full"
              max={MAX_AMOUNT}
              value={draft.amounts[ledger]}
              onChange={(amount) => {
                set({ amounts: { ...draft.amounts, [ledger]: amount } });
              }}
              hint={t('caseMoney.refund.most', { amount: formatDong(most) })}
              error={errors[ledger] && t(errors[ledger])}
            />
          ))}
          <RadioRow
            label={t('caseMoney.refund.method')}
            value={draft.method}
            options={methods.map((value) => ({ value, text: t(`caseMoney.refund.methodOf.${value}`) }))}
            onChange={(value) => {
              set({ method: methods.find((one) => one === value) ?? draft.method });
            }}
          />
          <TextField
            label={t('caseMoney.refund.payee')}
            maxLength={200}
            value={draft.payee}
            onChange={(payee) => {
              set({ payee });
            }}
            error={errors['payee'] && t(errors['payee'])}
          />
          <TextField
            label={t('caseMoney.refund.voucher')}
            reserve={false}
            maxLength={60}
            value={draft.voucherNo}
            onChange={(voucherNo) => {
              set({ voucherNo });
            }}
          />
          <TextField
            label={t('caseMoney.refund.reason')}
            maxLength={300}
            value={draft.reason}
            onChange={(reason) => {
              set({ reason });
            }}
            error={errors['reason'] && t(errors['reason'])}
          />
          <ApproverFields
            act="refund"
            actor={around.officer}
            draft={draft.approver}
            onChange={(approver) => {
              set({ approver });
            }}
            errors={errors}
          />
        </>
      )}
    </ActFrame>
  );
}
