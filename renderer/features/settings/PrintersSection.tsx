import { type ReactNode, useEffect, useState } from 'react';
import type { DesktopBridge } from '../../../shared/ipc/contract';
import type { IpcError, PrinterInfo } from '../../../shared/ipc/messages';
import { describeIpcError } from '../../../shared/text/error-sentences';
import { nameTrouble } from '../../../shared/text/printer-sentences';
import { setPreferences, usePreferences } from '../../preferences.store';
import { choosePrinter, FILE_ONLY, refreshPrinters, usePrinters } from '../../printers.store';
import { Notice, Picker, Section, Skeleton, StatusChip, t } from '../../ui';

/** Stands for "nothing chosen" in the list; no queue can have it, names of queues hold no space. */
const AUTOMATIC = ' ';

/** The printer of this PC's slips. One that was chosen and has gone stays in the list, so that it is seen to be gone. */
function SlipPrinter({ printers }: { readonly printers: readonly PrinterInfo[] }): ReactNode {
  const chosen = usePreferences((preferences) => preferences.printer);
  const usual = choosePrinter(printers, null);
  const isGone = chosen !== null && chosen !== FILE_ONLY && !printers.some(({ name }) => name === chosen);
  return (
    <Picker
      label={t('printing.slipPrinter')}
      width="full"
      reserve={false}
      value={chosen ?? AUTOMATIC}
      options={[
        {
          id: AUTOMATIC,
          text: t('printing.automatic', { name: usual === FILE_ONLY ? t('printing.fileOnly') : usual }),
        },
        ...printers.map(({ name, description }) => ({ id: name, text: description || name })),
        ...(isGone ? [{ id: chosen, text: t('printing.fault', { name: chosen, trouble: nameTrouble('gone') }) }] : []),
        { id: FILE_ONLY, text: t('printing.fileOnly') },
      ]}
      onChange={(id) => {
        setPreferences({ printer: id === AUTOMATIC ? null : id });
      }}
    />
  );
}

function PrinterState({ printer }: { readonly printer: PrinterInfo }): ReactNode {
  const { state, trouble } = printer;
  const tone = state === 'ready' && trouble === null ? 'ok' : 'warn';
  const text = trouble === null ? t(`shell.settings.printerState.${state}`) : nameTrouble(trouble);
  return <StatusChip tone={tone}>{text}</StatusChip>;
}

/** The print queues this PC knows, and which of them slips go to. */
export function PrintersSection({ desktop }: { readonly desktop: DesktopBridge }): ReactNode {
  const printers = usePrinters((state) => state.printers);
  const [failure, setFailure] = useState<IpcError>();
  useEffect(() => {
    void refreshPrinters(desktop).then((answer) => {
      if (!answer.ok) setFailure(answer.error);
    });
  }, [desktop]);
  if (failure) return <Notice tone="warn" title={t(describeIpcError(failure))} />;
  if (!printers) return <Skeleton rows={1} />;
  return (
    <Section title={t('shell.settings.printers')}>
      <SlipPrinter printers={printers} />
      {printers.length === 0 && <p className="muted">{t('shell.settings.printersNone')}</p>}
      {printers.length > 0 && (
        <ul className="settings-list">
          {printers.map((printer) => (
            <li key={printer.name} className="row-between settings-line">
              <span className="grow">
                {printer.name}
                {printer.isDefault && <span className="muted"> · {t('shell.settings.printerDefault')}</span>}
              </span>
              <PrinterState printer={printer} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
