import { type ReactNode, useState } from 'react';
import type { Result } from '../../shared/base/result';
import type { IpcError, PaperPreview, PrintError } from '../../shared/ipc/messages';
import type { Message } from '../../shared/text/message';
import { describePrintError } from '../../shared/text/printer-sentences';
import { Button, Dialog, Notice, t } from '../ui';
import { PaperPicture } from './PaperPicture';

/** What a preview came to; `undefined`: the paper cannot be made yet. */
export type PreviewAnswer = Result<PaperPreview, PrintError | IpcError> | undefined;

interface PreviewButtonProps {
  readonly name: string;
  readonly isDisabled?: boolean;
  readonly ask: () => Promise<PreviewAnswer>;
}

/** Shows the paper before it is printed; what stands in the way is told in its place. */
export function PreviewButton({ name, isDisabled = false, ask }: PreviewButtonProps): ReactNode {
  const [shown, setShown] = useState<PaperPreview>();
  const [failure, setFailure] = useState<Message>();
  const [isBusy, setBusy] = useState(false);
  const open = async (): Promise<void> => {
    setBusy(true);
    const answer = await ask();
    setBusy(false);
    if (answer?.ok === true) setShown(answer.value);
    setFailure(answer?.ok === true ? undefined : answer ? describePrintError(answer.error) : noPreview);
  };
  const close = (): void => {
    setShown(undefined);
  };
  return (
    <>
      <Button icon="file" keys="Alt+V" isPending={isBusy} isDisabled={isDisabled} onPress={() => void open()}>
        {t('printing.paper.preview')}
      </Button>
      {failure && (
        <Notice tone="danger" onDismiss={() => setFailure(undefined)}>
          {t(failure)}
        </Notice>
      )}
      <Dialog
        isOpen={shown !== undefined}
        onClose={close}
        title={t('printing.paper.previewTitle', { name })}
        actions={
          <Button variant="primary" autoFocus onPress={close}>
            {t('shell.button.close')}
          </Button>
        }
      >
        {shown && <PaperPicture document={shown.document} />}
        <p className="muted text-small">{t('printing.paper.previewPages', { count: shown?.pages ?? 0 })}</p>
      </Dialog>
    </>
  );
}

const noPreview: Message = { key: 'printing.paper.noPreview' };
