import { type ReactNode, useState } from 'react';
import type { ApprovalRow } from '../../../shared/domain/approval-list';
import { kindText } from '../../../shared/text/domain-sentences';

import { t, TextField } from '../../ui';
import type { RecordedActs } from './apologies.commands';
import { decideApprovals, type LeaderWord } from './approvals.commands';
import { BatchDialog } from './BatchDialog';

interface ApprovalDialogProps {
  readonly decision: LeaderWord['decision'];
  readonly rows: readonly ApprovalRow[];
  readonly onSaved: (recorded: RecordedActs) => void;
  readonly onClose: () => void;
}

/** A leader's word on the acts chosen. To return one, a word on what is to be put right is needed. */
export function ApprovalDialog({ decision, rows, onSaved, onClose }: ApprovalDialogProps): ReactNode {
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isMissing = decision === 'returned' && note.trim() === '';
  const name = decision === 'approved' ? 'approve' : 'return';
  const submit = () => {
    setAsked(true);
    return isMissing ? null : decideApprovals(rows, { decision, note });
  };
  return (
    <BatchDialog
      title={t(`leader.approval.${name}.title`, { count: rows.length })}
      submitText={t(`leader.approval.${name}.submit`, { count: rows.length })}
      onSubmit={submit}
      onSaved={onSaved}
      onClose={onClose}
    >
      <p>{t(`leader.approval.${name}.body`)}</p>
      <TextField
        label={t(`leader.approval.${name}.note`)}
        value={note}
        maxLength={600}
        isMultiline
        autoFocus
        reserve
        onChange={setNote}
        error={isAsked && isMissing ? t('leader.fault.missing') : undefined}
      />
      <ul className="batch-rows text-small tabular">
        {rows.map((row) => (
          <li key={row.actId}>
            {row.code} · {t(kindText(row.actKind))} · {row.detail}
          </li>
        ))}
      </ul>
    </BatchDialog>
  );
}
