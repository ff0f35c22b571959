import { type ReactNode, useState } from 'react';
import type { DesktopBridge } from '../../../shared/ipc/contract';
import { useSession } from '../../session.store';
import { Button, DetailList, Notice, Section, t } from '../../ui';
import { useAnswer } from './use-answer';

/** Unit, device, versions and folders: what support asks for on the phone. */
export function MachineSection({ desktop }: { readonly desktop: DesktopBridge }): ReactNode {
  const { unit, counter, deviceId } = useSession();
  const info = useAnswer(desktop.app.info);
  const [hasFailed, setFailed] = useState(false);
  const facts = info?.ok ? info.value : undefined;
  return (
    <Section
      title={t('shell.settings.machine')}
      aside={
        <Button
          icon="folder"
          onPress={() => {
            void desktop.app.openExportsFolder().then((opened) => {
              setFailed(!opened.ok);
            });
          }}
        >
          {t('shell.button.openFolder')}
        </Button>
      }
    >
      {hasFailed && <Notice tone="warn" title={t('shell.settings.folderFailed')} />}
      <DetailList
        columns={2}
        items={[
          { label: t('shell.settings.unit'), value: unit ? `${unit.name} (${unit.id})` : '' },
          { label: t('shell.settings.counter'), value: counter?.name ?? '' },
          { label: t('shell.settings.device'), value: <span className="tabular">{deviceId}</span> },
          { label: t('shell.settings.version'), value: <span className="tabular">{facts?.version}</span> },
          {
            label: t('shell.settings.engine'),
            value: (
              <span className="tabular">{facts ? `Electron ${facts.electron} · Chromium ${facts.chromium}` : ''}</span>
            ),
          },
          { label: t('shell.settings.dataFolder'), value: facts?.dataFolder ?? '' },
          { label: t('shell.settings.exportsFolder'), value: facts?.exportsFolder ?? '' },
        ]}
      />
    </Section>
  );
}
