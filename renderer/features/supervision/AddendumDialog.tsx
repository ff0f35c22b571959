import { type ReactNode, useState } from 'react';
import type { AddendumRow } from '../../../shared/domain/actions/unit-day-actions';
import { describeLateness } from '../../../shared/text/addendum-sentences';
import { sayVi } from '../../../shared/text/message';
import { Button, Dialog, Notice, t, TextField } from '../../ui';
import { type AddendumError, issueAddendum } from './addendum.commands';
import { describeAddendumError } from './close-failures';
import type { DayQuestion } from './read-day';

const REASON_LENGTH = 300;

interface AddendumDialogProps {
  readonly question: DayQuestion;
  readonly number: number;
  readonly rows: readonly AddendumRow[];
  readonly onIssued: () => void;
  readonly onCancel: () => void;
}

/** The reasons of the rows, each once: what there is to say in most cases. */
function proposeReason(rows: readonly AddendumRow[]): string {
  const reasons = new Set(rows.map((row) => sayVi(describeLateness(row.why))));
  return [...reasons].join('; ').slice(0, REASON_LENGTH);
}

/** Issues the next addendum. A dialog, because its number and rows cannot be taken back. */
export function AddendumDialog({ question, number, rows, onIssued, onCancel }: AddendumDialogProps): ReactNode {
  const [reason, setReason] = useState(() => proposeReason(rows));
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AddendumError>();
  const issue = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    const issued = await issueAddendum({ ...question, reason });
    setBusy(false);
    if (issued.ok) onIssued();
    else setFailure(issued.error);
  };
  const isUnexplained = failure?.kind === 'reasonNeeded';
  return (
    <Dialog
      isOpen
      onClose={onCancel}
      role="alertdialog"
      title={t('supervision.addendum.issue.title', { number })}
      actions={
        <>
          <Button onPress={onCancel}>{t('shell.button.cancel')}</Button>
          <Button variant="primary" keys="Ctrl+Enter" isPending={isBusy} onPress={() => void issue()}>
            {t('supervision.addendum.issue.confirm', { count: rows.length })}
          </Button>
        </>
      }
    >
      <p>{t('supervision.addendum.issue.body', { count: rows.length })}</p>
      <TextField
        label={t('supervision.addendum.issue.reason')}
        maxLength={REASON_LENGTH}
        autoFocus
        value={reason}
        onChange={setReason}
        error={isUnexplained ? t('supervision.addendum.issue.reasonNeeded') : undefined}
      />
      {failure && !isUnexplained && <Notice tone="danger">{t(describeAddendumError(failure))}</Notice>}
    </Dialog>
  );
}
