import type { ReactNode } from 'react';
import { approvalLevels, type ApprovedAct } from '../../../../shared/domain/approval';
import type { Officer } from '../../../../shared/domain/officer';
import { useSession } from '../../../session.store';
import { Notice, Picker, t, TextField } from '../../../ui';
import { type ApproverDraft, listApprovers, needsApproval } from './approver-draft';
import type { FieldErrors } from './field-errors';

interface ApproverFieldsProps {
  readonly act: ApprovedAct;
  readonly actor: Officer;
  readonly draft: ApproverDraft;
  readonly onChange: (draft: ApproverDraft) => void;
  readonly errors: FieldErrors;
}

const LATER = 'later';

/** Who lets the act pass: somebody here now, or the leader at the close where the rules allow that. */
export function ApproverFields({ act, actor, draft, onChange, errors }: ApproverFieldsProps): ReactNode {
  const officers = useSession((session) => session.status?.officers) ?? [];
  if (!needsApproval({ act, actor })) return null;
  const blocks = approvalLevels[act] === 'block';
  const approvers = listApprovers(officers, actor);
  if (blocks && approvers.length === 0) return <Notice tone="danger">{t('caseMoney.approval.nobody')}</Notice>;
  const people = approvers.map(({ officerId, name }) => ({
    id: officerId,
    text: t('caseMoney.approval.now', { name }),
  }));
  const isLater = draft.approverId === '';
  return (
    <>
      <Picker
        label={t('caseMoney.approval.who')}
        width="full"
        value={isLater ? (blocks ? null : LATER) : draft.approverId}
        options={blocks ? people : [{ id: LATER, text: t('caseMoney.approval.later') }, ...people]}
        onChange={(id) => {
          onChange({ ...draft, approverId: id === LATER ? '' : id });
        }}
        hint={blocks || !isLater ? undefined : t('caseMoney.approval.laterHint')}
        error={errors['approver'] && t(errors['approver'])}
      />
      {isLater && !blocks && (
        <TextField
          label={t('caseMoney.approval.reason')}
          maxLength={300}
          value={draft.reason}
          onChange={(reason) => {
            onChange({ ...draft, reason });
          }}
          error={errors['approvalReason'] && t(errors['approvalReason'])}
        />
      )}
    </>
  );
}
