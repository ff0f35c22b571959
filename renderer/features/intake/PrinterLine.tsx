import { type ReactNode, useEffect } from 'react';
import { findPrinterTrouble, troubleText } from '../../../shared/text/printer-sentences';
import { setPreferences, usePreferences } from '../../preferences.store';
import {
  choosePrinter,
  FILE_ONLY,
  findNextPrinter,
  labelPrinter,
  refreshPrinters,
  usePrinters,
} from '../../printers.store';
import { Button, Icon, t } from '../../ui';
import { useIntake } from './intake.store';

/** Where the slip will come out, by name, and what stands in its way before anybody relies on it. Alt+I takes the next one. */
export function PrinterLine(): ReactNode {
  const printers = usePrinters((state) => state.printers);
  const preferred = usePreferences((preferences) => preferences.printer);
  const draftId = useIntake((state) => state.draft?.id);
  // Once per dossier: a printer may have been switched off since the last slip.
  useEffect(() => {
    void refreshPrinters();
  }, [draftId]);
  if (printers === null) return null;
  const chosen = choosePrinter(printers, preferred);
  if (printers.length === 0 && chosen === FILE_ONLY) {
    return (
      <span className="muted intake-ready">
        <Icon name="print" /> {t('printing.none')}
      </span>
    );
  }
  const name = chosen === FILE_ONLY ? t('printing.fileOnly') : labelPrinter(printers, chosen);
  const queue = printers.find((printer) => printer.name === chosen);
  const trouble = chosen === FILE_ONLY ? undefined : findPrinterTrouble(queue);
  return (
    <div className={trouble ? 'intake-printer intake-printer-fault' : 'intake-printer'} role="status">
      <Button
        variant="quiet"
        icon={trouble ? 'alert' : 'print'}
        keys="Alt+I"
        label={t('printing.change')}
        onPress={() => {
          setPreferences({ printer: findNextPrinter(printers, chosen) });
          void refreshPrinters();
        }}
      >
        {trouble ? t('printing.faultShort', { trouble: troubleText(trouble), name }) : name}
      </Button>
    </div>
  );
}
