import type { ReactNode } from 'react';
import { formatDong } from '../../../../shared/base/money';
import { formatInstant } from '../../../../shared/base/time';
import { Notice, NumberField, Picker, RadioRow, t, TextField } from '../../../ui';
import { ActFrame, type ActFormProps } from './ActFrame';
import {
  type DispatchDraft,
  type FailedDraft,
  failureReasons,
  listOnTheWay,
  readDispatch,
  readFailed,
  startDispatch,
  startFailed,
} from './delivery-drafts';
import { useActDraft } from './use-act-draft';

const MAX_AMOUNT = 9_999_999_999;
const SHELF = 'shelf';
const WAY = 'way';

/** The result goes to the post. The waybill can be scanned into its field. */
export function DispatchForm(props: ActFormProps): ReactNode {
  const { state } = props;
  const [draft, setDraft] = useActDraft<DispatchDraft>(() => startDispatch(state));
  const owed = Math.max(0, state.feesDue - state.feesCollected);
  return (
    <ActFrame {...props} kind="OutcomeDispatched" read={() => readDispatch(draft)}>
      {(errors) => (
        <>
          {state.returnMethod !== 'post' && <Notice tone="info">{t('caseOutcome.dispatch.notAsked')}</Notice>}
          <TextField
            label={t('caseOutcome.dispatch.waybill')}
            hint={t('caseOutcome.dispatch.waybillHint')}
            isTabular
            maxLength={60}
            value={draft.waybill}
            onChange={(waybill) => {
              setDraft({ ...draft, waybill });
            }}
            error={errors['waybill'] && t(errors['waybill'])}
          />
          <TextField
            label={t('caseOutcome.dispatch.address')}
            isMultiline
            maxLength={500}
            value={draft.address}
            onChange={(address) => {
              setDraft({ ...draft, address });
            }}
            error={errors['address'] && t(errors['address'])}
          />
          <NumberField
            label={t('caseOutcome.dispatch.cod')}
            width="full"
            max={MAX_AMOUNT}
            value={draft.codAmount}
            onChange={(codAmount) => {
              setDraft({ ...draft, codAmount });
            }}
            hint={t(owed > 0 ? 'caseOutcome.dispatch.codOwed' : 'caseOutcome.dispatch.codNone', {
              amount: formatDong(owed),
            })}
          />
        </>
      )}
    </ActFrame>
  );
}

/** The post could not deliver: which waybill, why, and where the result is now. */
export function DeliveryFailedForm(props: ActFormProps): ReactNode {
  const { state } = props;
  const [draft, setDraft] = useActDraft<FailedDraft>(() => startFailed(state));
  const onTheWay = listOnTheWay(state);
  return (
    <ActFrame {...props} kind="DeliveryFailed" read={() => readFailed(draft)}>
      {(errors) => (
        <>
          {onTheWay.length > 0 ? (
            <Picker
              label={t('caseOutcome.dispatch.waybill')}
              width="full"
              reserve={false}
              value={draft.waybill}
              options={onTheWay.map(({ waybill, at }) => ({
                id: waybill,
                text: t('caseOutcome.failed.sent', { waybill, at: formatInstant(at) }),
              }))}
              onChange={(waybill) => {
                setDraft({ ...draft, waybill });
              }}
            />
          ) : (
            <TextField
              label={t('caseOutcome.dispatch.waybill')}
              isTabular
              maxLength={60}
              value={draft.waybill}
              onChange={(waybill) => {
                setDraft({ ...draft, waybill });
              }}
              error={errors['waybill'] && t(errors['waybill'])}
            />
          )}
          <RadioRow
            label={t('caseOutcome.failed.reason')}
            value={draft.reason}
            options={failureReasons.map((value) => ({ value, text: t(`caseOutcome.failed.reasonOf.${value}`) }))}
            onChange={(value) => {
              setDraft({ ...draft, reason: failureReasons.find((one) => one === value) ?? draft.reason });
            }}
          />
          <TextField
            label={t('caseOutcome.failed.words')}
            maxLength={200}
            value={draft.words}
            onChange={(words) => {
              setDraft({ ...draft, words });
            }}
            error={errors['words'] && t(errors['words'])}
          />
          <RadioRow
            label={t('caseOutcome.failed.where')}
            value={draft.backOnShelf ? SHELF : WAY}
            options={[
              { value: SHELF, text: t('caseOutcome.failed.onShelf') },
              { value: WAY, text: t('caseOutcome.failed.onTheWay') },
            ]}
            onChange={(value) => {
              setDraft({ ...draft, backOnShelf: value === SHELF });
            }}
          />
        </>
      )}
    </ActFrame>
  );
}
