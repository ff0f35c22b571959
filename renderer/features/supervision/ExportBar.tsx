import { type ReactNode, useState } from 'react';
import type { Result } from '../../../shared/base/result';
import type { IpcError, SavedExport, SaveError } from '../../../shared/ipc/messages';
import { Button, Notice, t } from '../../ui';
import { describeExportError } from './close-failures';
import { exportRegister, openExportsFolder, type RegisterPapers } from './supervision.commands';

/** What came of an export, with the way to its files. */
export function ExportOutcome(props: {
  readonly outcome: Result<SavedExport, SaveError | IpcError>;
  readonly onDismiss: () => void;
}): ReactNode {
  const { outcome, onDismiss } = props;
  if (!outcome.ok) {
    return (
      <Notice tone="danger" onDismiss={onDismiss}>
        {t(describeExportError(outcome.error))}
      </Notice>
    );
  }
  const { folder, files } = outcome.value;
  return (
    <Notice
      tone="ok"
      title={t('supervision.register.exported', { folder })}
      onDismiss={onDismiss}
      action={
        <Button icon="folder" onPress={() => void openExportsFolder()}>
          {t('shell.button.openFolder')}
        </Button>
      }
    >
      <p className="text-small tabular">{files.map((file) => file.name).join(' · ')}</p>
    </Notice>
  );
}

interface ExportButtonProps {
  /** Made at the moment of the export. */
  readonly make: () => RegisterPapers;
  readonly rows: number;
  readonly isDisabled: boolean;
  readonly onOutcome: (outcome: Result<SavedExport, SaveError | IpcError>) => void;
}

/** Says what will be written and how much of it. */
export function ExportButton({ make, rows, isDisabled, onOutcome }: ExportButtonProps): ReactNode {
  const [isBusy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    const outcome = await exportRegister(make());
    setBusy(false);
    onOutcome(outcome);
  };
  const label = t('supervision.register.export', { count: rows });
  return (
    <Button
      icon="export"
      keys="Alt+E"
      label={label}
      isDisabled={isDisabled}
      isPending={isBusy}
      onPress={() => void run()}
    >
      {isBusy ? t('supervision.register.exporting', { count: rows }) : label}
    </Button>
  );
}
