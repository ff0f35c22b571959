import { type ReactNode, useEffect, useState } from 'react';
import type { PrinterInfo } from '../../../../shared/ipc/messages';
import type { SlipSurroundings } from '../../../../shared/forms/receipt-slip-from-dossier';
import { describeRecordError } from '../../../../shared/text/record-error-sentences';
import { sayVi, type Message } from '../../../../shared/text/message';
import { findPrinterTrouble, nameTrouble } from '../../../../shared/text/printer-sentences';
import { usePreferences } from '../../../preferences.store';
import { FILE_ONLY, refreshPrinters, usePrinters } from '../../../printers.store';
import { NumberField, Picker, t, TextField } from '../../../ui';
import { actName } from '../case-acts';
import { printReceipt, type PrintedReceipt } from '../dossiers.commands';
import { describePrintError } from './act-failures';
import type { ActFormProps } from './ActFrame';
import { ActShell } from './ActShell';
import type { FieldErrors } from './field-errors';
import { type PrintDraft, readPrintReason, reprintReasons, startPrint, usualPrinter } from './print-draft';

const MAX_COPIES = 5;

function useFreshPrinters(): readonly PrinterInfo[] {
  const printers = usePrinters((state) => state.printers);
  useEffect(() => {
    void refreshPrinters();
  }, []);
  return printers ?? [];
}

/** Name of a queue, with what stands in its way. */
function describeQueue(printer: PrinterInfo): string {
  const name = printer.description || printer.name;
  const trouble = findPrinterTrouble(printer);
  return trouble ? t('printing.fault', { name, trouble: nameTrouble(trouble) }) : name;
}

/** The folder is known from the settings; the name is what is looked for in it. */
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

function describePrinted({ outcome, recorded }: PrintedReceipt): Message {
  if (!recorded.ok) {
    return { key: 'dossiers.act.print.failed', values: { why: sayVi(describeRecordError(recorded.error)) } };
  }
  return outcome.printer === null
    ? { key: 'dossiers.act.printedFile', values: { file: fileName(outcome.file) } }
    : { key: 'dossiers.act.printed', values: { copies: outcome.copies, printer: outcome.printer } };
}

interface PrintWork {
  readonly errors: FieldErrors;
  readonly failure: Message | undefined;
  readonly isBusy: boolean;
  readonly print: (draft: PrintDraft, printer: string) => Promise<void>;
}

function usePrintWork({ state, around, onSaved }: ActFormProps, isReprint: boolean): PrintWork {
  const [errors, setErrors] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<Message>();
  const [isBusy, setBusy] = useState(false);
  const print = async (draft: PrintDraft, printer: string): Promise<void> => {
    const reason = readPrintReason(draft, isReprint);
    setErrors(reason.ok ? {} : reason.error);
    if (!reason.ok) return;
    if (around.procedure === undefined) {
      setFailure({ key: 'dossiers.act.print.notReady' });
      return;
    }
    setBusy(true);
    setFailure(undefined);
    const { unit, procedure, practice } = around;
    const slip: SlipSurroundings = {
      unit,
      procedure,
      practice,
      isSameCopy: isReprint && draft.reason === 'notOut',
      officerName: around.officerName(state.receivedBy ?? ''),
    };
    const order = {
      around: slip,
      printer: printer === FILE_ONLY ? null : printer,
      copies: draft.copies,
      reason: reason.value,
    };
    const printed = await printReceipt(state, order);
    setBusy(false);
    if (printed.ok) onSaved(describePrinted(printed.value));
    else setFailure(describePrintError(printed.error));
  };
  return { errors, failure, isBusy, print };
}

/** Prints the slip, a second time only with a reason. */
export function PrintForm(props: ActFormProps): ReactNode {
  const { state } = props;
  const printers = useFreshPrinters();
  const chosen = usePreferences((preferences) => preferences.printer);
  const [draft, setDraft] = useState<PrintDraft>(startPrint);
  const isReprint = state.prints.some((print) => print.form === 'receipt');
  const { errors, failure, isBusy, print } = usePrintWork(props, isReprint);
  const printer = draft.printer ?? usualPrinter(printers, chosen);
  return (
    <ActShell
      title={t(actName('FormPrinted', state))}
      failure={failure}
      submitText={t('dossiers.act.submit.FormPrinted')}
      isBusy={isBusy}
      onSubmit={() => void print(draft, printer)}
      onClose={props.onClose}
    >
      {isReprint && (
        <Picker
          label={t('dossiers.act.print.reason')}
          width="full"
          reserve={false}
          value={draft.reason}
          options={reprintReasons.map((id) => ({
            id,
            text: id === 'other' ? t('dossiers.act.print.otherReason') : t(`dossiers.act.print.reasonOf.${id}`),
          }))}
          onChange={(id) => {
            setDraft({ ...draft, reason: reprintReasons.find((one) => one === id) ?? draft.reason });
          }}
        />
      )}
      {isReprint && draft.reason === 'other' && (
        <TextField
          label={t('dossiers.act.print.otherReason')}
          maxLength={300}
          value={draft.otherReason}
          onChange={(otherReason) => {
            setDraft({ ...draft, otherReason });
          }}
          error={errors['otherReason'] && t(errors['otherReason'])}
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
          setDraft({ ...draft, printer: id });
        }}
      />
      <NumberField
        label={t('dossiers.act.print.copies')}
        reserve={false}
        min={1}
        max={MAX_COPIES}
        value={draft.copies}
        onChange={(copies) => {
          setDraft({ ...draft, copies });
        }}
      />
    </ActShell>
  );
}
