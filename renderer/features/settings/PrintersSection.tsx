import type { ReactNode } from 'react';
import type { DesktopBridge } from '../../../shared/ipc/contract';
import { describeIpcError } from '../../../shared/text/error-sentences';
import { Notice, Section, Skeleton, StatusChip, t } from '../../ui';
import { useAnswer } from './use-answer';

const tones = { ready: 'ok', stopped: 'warn', rejecting: 'warn' } as const;

/** The print queues this PC knows. */
export function PrintersSection({ desktop }: { readonly desktop: DesktopBridge }): ReactNode {
  const printers = useAnswer(desktop.print.printers);
  if (!printers) return <Skeleton rows={1} />;
  return (
    <Section title={t('shell.settings.printers')}>
      {!printers.ok && <Notice tone="warn" title={t(describeIpcError(printers.error))} />}
      {printers.ok && printers.value.length === 0 && <p className="muted">{t('shell.settings.printersNone')}</p>}
      {printers.ok && printers.value.length > 0 && (
        <ul className="settings-list">
          {printers.value.map((printer) => (
            <li key={printer.name} className="row-between settings-line">
              <span className="grow">
                {printer.name}
                {printer.isDefault && <span className="muted"> · {t('shell.settings.printerDefault')}</span>}
              </span>
              <StatusChip tone={tones[printer.state]}>{t(`shell.settings.printerState.${printer.state}`)}</StatusChip>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
