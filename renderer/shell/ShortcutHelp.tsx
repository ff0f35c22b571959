import { type ReactNode, useState } from 'react';
import { Button, Dialog, KeyHint, t, useShortcut, useShortcutRegistry } from '../ui';

interface ListedShortcut {
  readonly keys: string;
  readonly label: string;
}

/** F1: what the keys do on this screen, right now. */
export function ShortcutHelp(): ReactNode {
  const registry = useShortcutRegistry();
  const [shown, setShown] = useState<readonly ListedShortcut[]>();
  const close = (): void => {
    setShown(undefined);
  };
  useShortcut('F1', t('shell.shortcuts.show'), {
    run: () => {
      setShown(registry.list().map(({ keys, label }) => ({ keys, label })));
    },
  });
  return (
    <Dialog
      isOpen={shown !== undefined}
      onClose={close}
      title={t('shell.shortcuts.title')}
      actions={
        <Button autoFocus onPress={close}>
          {t('shell.button.close')}
        </Button>
      }
    >
      <dl className="shortcut-list">
        {shown?.map(({ keys, label }) => (
          <div key={keys} className="shortcut">
            <dt>
              <KeyHint keys={keys} />
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{t('shell.shortcuts.scanAnywhere')}</p>
    </Dialog>
  );
}
