import { type ReactNode, useEffect } from 'react';
import type { PrinterInfo } from '../../shared/ipc/messages';
import { findPrinterTrouble, nameTrouble } from '../../shared/text/printer-sentences';
import { usePreferences } from '../preferences.store';
import { FILE_ONLY, refreshPrinters, usePrinters } from '../printers.store';
import { NumberField, Picker, RadioRow, t } from '../ui';
import { layouts, type PrinterChoice, usualPrinter } from './printer-choice';

const MAX_COPIES = 5;

/** The queues of this PC, asked again now; null before the first answer. */
function useFreshPrinters(): readonly PrinterInfo[] {
  const printers = usePrinters((state) => state.printers);
  useEffect(() => {
    void refreshPrinters();
  }, []);
  return printers ?? [];
}

/** The queue an order goes to: the one chosen here, else the usual one. */
export function useChosenPrinter({ printer }: PrinterChoice): string {
  const printers = usePrinters((state) => state.printers) ?? [];
  const preferred = usePreferences((preferences) => preferences.printer);
  return printer ?? usualPrinter(printers, preferred);
}

/** Name of a queue, with what stands in its way. */
function describeQueue(printer: PrinterInfo): string {
  const name = printer.description || printer.name;
  const trouble = findPrinterTrouble(printer);
  return trouble ? t('printing.fault', { name, trouble: nameTrouble(trouble) }) : name;
}

interface PrinterFieldsProps {
  readonly choice: PrinterChoice;
  readonly onChange: (choice: PrinterChoice) => void;
  /** Off where the form has one copy, or more than two. */
  readonly hasLayout: boolean;
}

/** Layout, printer and copies of a paper. */
export function PrinterFields({ choice, onChange, hasLayout }: PrinterFieldsProps): ReactNode {
  const printers = useFreshPrinters();
  const printer = useChosenPrinter(choice);
  return (
    <>
      {hasLayout && (
        <RadioRow
          label={t('printing.paper.layout')}
          hint={t('printing.paper.layoutHint')}
          options={layouts.map((value) => ({
            value,
            text: t(`printing.paper.layoutOf.${value}`),
          }))}
          value={choice.layout}
          onChange={(layout) => {
            onChange({ ...choice, layout: layouts.find((one) => one === layout) ?? choice.layout });
          }}
        />
      )}
      <Picker
        label={t('dossiers.act.print.printer')}
        width="full"
        reserve={false}
        value={printer}
        options={[
          ...printers.map((one) => ({ id: one.name, text: describeQueue(one) })),
          { id: FILE_ONLY, text: t('dossiers.act.print.fileOnly') },
        ]}
        onChange={(id) => {
          onChange({ ...choice, printer: id });
        }}
      />
      <NumberField
        label={t('dossiers.act.print.copies')}
        reserve={false}
        min={1}
        max={MAX_COPIES}
        value={choice.copies}
        onChange={(copies) => {
          onChange({ ...choice, copies });
        }}
      />
    </>
  );
}
