import type { ReactNode } from 'react';
import { Notice, t } from '../../../ui';
import { askApproval, type ApprovalContext, type ApprovalDraft, listApprovers } from './approval-draft';
import { type Binding, DraftChoice, DraftPick, DraftText } from './draft-fields';

const ways = ['deferred', 'immediate'] as const;

/** Who lets the act pass: the officer's own right, a leader who stands by, or a reason for the leader's list. */
export function ApprovalFields<Draft extends ApprovalDraft>({
  context,
  bound,
}: {
  readonly context: ApprovalContext;
  readonly bound: Binding<Draft>;
}): ReactNode {
  const asked = askApproval(context);
  if (asked === 'reason') return null;
  if (asked === 'own') return <p className="muted text-small">{t('dossiers.handling.approval.own')}</p>;
  const approvers = listApprovers(context);
  const isImmediate = asked === 'block' || bound.draft.approvalWay === 'immediate';
  const typed: Binding<ApprovalDraft> = {
    ...bound,
    setDraft: (change) => {
      bound.setDraft({ ...bound.draft, ...change });
    },
  };
  return (
    <>
      <Notice tone="info">
        {t(`dossiers.handling.approval.why.${context.act === 'secondSupplement' ? 'supplement' : 'promise'}.${asked}`)}
      </Notice>
      {asked === 'defer' && (
        <DraftChoice
          bound={typed}
          name="approvalWay"
          label={t('dossiers.handling.approval.way')}
          options={ways.map((id) => ({ id, text: t(`dossiers.handling.approval.wayOf.${id}`) }))}
        />
      )}
      {isImmediate && approvers.length === 0 && <Notice tone="warn">{t('dossiers.handling.approval.nobody')}</Notice>}
      {isImmediate && approvers.length > 0 && (
        <DraftPick
          bound={typed}
          name="approverId"
          label={t('dossiers.handling.approval.approver')}
          options={approvers.map(({ officerId, name }) => ({ id: officerId, text: name }))}
        />
      )}
      {!isImmediate && (
        <DraftText
          bound={typed}
          name="approvalReason"
          label={t('dossiers.handling.approval.reason')}
          isMultiline
          maxLength={300}
        />
      )}
    </>
  );
}
