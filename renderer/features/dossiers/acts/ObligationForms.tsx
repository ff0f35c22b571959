import type { ReactNode } from 'react';
import { formatDong } from '../../../../shared/base/money';
import { describeLegalStep, slipDateText } from '../../../../shared/text/deadline-sentences';
import { Explain, Notice, t } from '../../../ui';
import { ActFrame, type ActFormProps } from './ActFrame';
import { type Binding, DraftDay, DraftNumber, DraftPick, DraftText } from './draft-fields';
import {
  foreseePayment,
  listFilePages,
  listUnpaid,
  type NoticeDraft,
  type PaymentDraft,
  readNotice,
  readPayment,
  startNotice,
  startPayment,
} from './obligation-drafts';
import { useActDraft } from './use-act-draft';

const MAX_AMOUNT = 9_999_999_999;

/** Which page on file shows the paper; asked only when there are pages. */
function FilePick<Draft extends { readonly fileSha256: string }>({
  state,
  bound,
}: Pick<ActFormProps, 'state'> & { readonly bound: Binding<Draft> }): ReactNode {
  const pages = listFilePages(state);
  const typed: Binding<{ readonly fileSha256: string }> = {
    ...bound,
    setDraft: (change) => {
      bound.setDraft({ ...bound.draft, ...change });
    },
  };
  if (pages.length === 0) return null;
  return (
    <DraftPick
      bound={typed}
      name="fileSha256"
      label={t('dossiers.handling.file')}
      reserve={false}
      options={pages.map(({ sha256, paper, no }) => ({ id: sha256, text: t('dossiers.case.pageName', { paper, no }) }))}
    />
  );
}

/** A notice of tax or fee: the limit stands still until the citizen has paid. */
export function NoticeForm(props: ActFormProps): ReactNode {
  const { state } = props;
  const [draft, setDraft] = useActDraft<NoticeDraft>(() => startNotice(state));
  return (
    <ActFrame {...props} kind="ObligationNotified" read={() => readNotice(draft)}>
      {(errors) => {
        const bound = { draft, setDraft, errors };
        return (
          <>
            <DraftText bound={bound} name="noticeNo" label={t('dossiers.handling.notice.noticeNo')} maxLength={100} />
            <DraftText bound={bound} name="issuedBy" label={t('dossiers.handling.notice.issuedBy')} maxLength={200} />
            <DraftNumber
              bound={bound}
              name="amount"
              label={t('dossiers.handling.notice.amount')}
              hint={draft.amount === 0 ? t('dossiers.handling.notice.nothing') : formatDong(draft.amount)}
              max={MAX_AMOUNT}
            />
            <DraftDay bound={bound} name="dueDay" label={t('dossiers.handling.notice.dueDay')} reserve={false} />
            <FilePick state={state} bound={bound} />
          </>
        );
      }}
    </ActFrame>
  );
}

/** The date as it will be once the payment is on record, and why: the re-dated slip says this. */
function NewDate({
  state,
  around,
  draft,
}: Pick<ActFormProps, 'state' | 'around'> & { readonly draft: PaymentDraft }): ReactNode {
  const { legal } = foreseePayment(state, draft, { rules: around.rules, at: around.now });
  if (legal === null) return <Notice tone="warn">{t('dossiers.handling.payment.noRules')}</Notice>;
  return (
    <div className="act-foreseen">
      <p className="strong">{t(slipDateText(legal.slip))}</p>
      <Explain label={t('dossiers.case.why')} title={t('dossiers.case.whyTitle')}>
        <ol className="case-trace">
          {legal.trace.map((step, index) => (
            <li key={index}>{t(describeLegalStep(step))}</li>
          ))}
        </ol>
      </Explain>
    </div>
  );
}

/** The citizen has paid: the date is counted anew at once. */
export function PaymentForm(props: ActFormProps): ReactNode {
  const { state, around } = props;
  const [draft, setDraft] = useActDraft<PaymentDraft>(() => startPayment(state, around.now));
  const unpaid = listUnpaid(state);
  return (
    <ActFrame {...props} kind="ObligationFulfilled" read={() => readPayment(draft, Date.now())}>
      {(errors) => {
        const bound = { draft, setDraft, errors };
        return (
          <>
            {unpaid.length > 1 && (
              <DraftPick
                bound={bound}
                name="notificationId"
                label={t('dossiers.handling.payment.which')}
                reserve={false}
                options={unpaid.map(({ actionId, noticeNo, amount }) => ({
                  id: actionId,
                  text: t('dossiers.handling.payment.notice', { noticeNo, amount: formatDong(amount) }),
                }))}
              />
            )}
            {unpaid.length === 1 && unpaid[0] && (
              <p className="text-small">
                {t('dossiers.handling.payment.notice', {
                  noticeNo: unpaid[0].noticeNo,
                  amount: formatDong(unpaid[0].amount),
                })}
              </p>
            )}
            <DraftText
              bound={bound}
              name="voucherNo"
              label={t('dossiers.handling.payment.voucherNo')}
              maxLength={100}
            />
            <DraftDay bound={bound} name="paidOn" label={t('dossiers.handling.payment.paidOn')} />
            <FilePick state={state} bound={bound} />
            <NewDate state={state} around={around} draft={draft} />
          </>
        );
      }}
    </ActFrame>
  );
}
