import { type ReactNode, useState } from 'react';
import type { Result } from '../../../shared/base/result';
import type { Message } from '../../../shared/text/message';
import { describeRecordError } from '../../../shared/text/record-error-sentences';

import { Button, Dialog, Notice, t } from '../../ui';
import type { BatchError, RecordedActs } from './apologies.commands';

/** Why nothing of a batch was recorded. */
export function describeBatchError(error: BatchError): Message {
  return error.kind === 'unread' ? { key: 'leader.choose.unread' } : describeRecordError(error);
}

interface BatchDialogProps {
  readonly title: string;
  readonly submitText: string;
  readonly children: ReactNode;
  /** Records; null: a field is wrong and says so itself. */
  readonly onSubmit: () => Promise<Result<RecordedActs, BatchError>> | null;
  readonly onSaved: (recorded: RecordedActs) => void;
  readonly onClose: () => void;
}

/** One sheet for many dossiers: typed once, recorded as one command, all or none. */
export function BatchDialog({ title, submitText, children, onSubmit, onSaved, onClose }: BatchDialogProps): ReactNode {
  const [failure, setFailure] = useState<BatchError>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    setFailure(undefined);
    const sent = onSubmit();
    if (sent === null) return;
    setBusy(true);
    const recorded = await sent;
    setBusy(false);
    if (recorded.ok) onSaved(recorded.value);
    else setFailure(recorded.error);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onPress={onClose}>{t('shell.button.cancel')}</Button>
          <Button variant="primary" keys="Ctrl+Enter" isPending={isBusy} onPress={() => void submit()}>
            {submitText}
          </Button>
        </>
      }
    >
      {children}
      {failure && <Notice tone="danger">{t(describeBatchError(failure))}</Notice>}
    </Dialog>
  );
}
