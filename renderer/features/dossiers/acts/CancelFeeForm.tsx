import type { ReactNode } from 'react';
import { Notice, Picker, t, TextField } from '../../../ui';
import { ActFrame, type ActFormProps } from './ActFrame';
import { ApproverFields } from './ApproverFields';
import {
  type CancelDraft,
  describeCollection,
  findUndoPath,
  listCancellable,
  readCancel,
  startCancel,
} from './undo-drafts';
import { useActDraft } from './use-act-draft';
import { useHandIns } from './use-hand-ins';

/** Takes back a collection that was entered by mistake; behind a hand-in of the cash somebody approves here. */
export function CancelFeeForm(props: ActFormProps): ReactNode {
  const { state, around } = props;
  const [draft, setDraft] = useActDraft<CancelDraft>(() => startCancel(state));
  const handIns = useHandIns(state, around.now);
  const collections = listCancellable(state);
  const chosen = collections.find((one) => one.actionId === draft.collectionId);
  const path = chosen && handIns ? findUndoPath(chosen, handIns, around.now) : 'nothing';
  return (
    <ActFrame
      {...props}
      kind="FeeCancelled"
      isDanger
      canSubmit={path !== 'nothing'}
      read={() => readCancel(draft, { path, actor: around.officer })}
    >
      {(errors) => (
        <>
          {collections.length === 0 && <Notice tone="info">{t('caseMoney.cancel.none')}</Notice>}
          <Picker
            label={t('caseMoney.cancel.which')}
            width="full"
            reserve={false}
            value={chosen?.actionId ?? null}
            options={collections.map((one) => ({ id: one.actionId, text: t(describeCollection(one)) }))}
            onChange={(collectionId) => {
              setDraft({ ...draft, collectionId });
            }}
          />
          {chosen && <p className="text-small tabular">{t(describeCollection(chosen))}</p>}
          {handIns === undefined && <p className="muted text-small">{t('caseMoney.cancel.checking')}</p>}
          {path === 'cancelWithApproval' && <Notice tone="warn">{t('caseMoney.cancel.handedIn')}</Notice>}
          {chosen?.receipt && <p className="text-small">{t('caseMoney.cancel.receiptVoid')}</p>}
          <TextField
            label={t('caseMoney.cancel.reason')}
            isMultiline
            maxLength={300}
            value={draft.reason}
            onChange={(reason) => {
              setDraft({ ...draft, reason });
            }}
            error={errors['reason'] && t(errors['reason'])}
          />
          {path === 'cancelWithApproval' && (
            <ApproverFields
              act="cancelAfterHandIn"
              actor={around.officer}
              draft={draft.approver}
              onChange={(approver) => {
                setDraft({ ...draft, approver });
              }}
              errors={errors}
            />
          )}
        </>
      )}
    </ActFrame>
  );
}
