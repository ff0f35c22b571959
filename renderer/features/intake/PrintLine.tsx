import { type ReactNode, useState } from 'react';
import { toLocalTime } from '../../../shared/base/time';
import type { TextKey } from '../../../shared/text/message';
import type { PrinterInfo } from '../../../shared/ipc/messages';
import { getDesktop } from '../../desktop';
import { usePreferences } from '../../preferences.store';
import { choosePrinter, FILE_ONLY, labelPrinter, usePrinters } from '../../printers.store';
import { Button, Icon, Notice, RadioRow, t } from '../../ui';
import { describeFileOnly } from './intake-failures';
import type { PrintStep } from './intake.store';
import type { PrintWish } from './print-flow';

const reprintReasons = ['unreadable', 'extra'] as const;

interface PrintLineProps {
  readonly print: PrintStep;
  readonly wasPrinted: boolean;
  readonly onPrint: (wish: PrintWish) => void;
}

/**
 * What became of the slip. A slip is taken to be out unless the officer says otherwise: F9 prints the copy that did not
 * come out once more, as the same copy. One more copy is a reprint and needs its reason.
 */
export function PrintLine({ print, wasPrinted, onPrint }: PrintLineProps): ReactNode {
  const printers = usePrinters((state) => state.printers) ?? [];
  const preferred = usePreferences((preferences) => preferences.printer);
  const isToFile = choosePrinter(printers, preferred) === FILE_ONLY;
  const isPrinted = print.kind === 'printed';
  const isTrouble = print.kind === 'failed' || (isPrinted && print.waiting !== null);
  const hasFile = print.kind === 'failed' || (isPrinted && print.printer === null);
  const wish = wasPrinted ? { reason: t('intake.print.reasons.notOut'), isSameCopy: true } : firstCopy;
  return (
    <div className="stack-tight">
      <p className={isTrouble ? 'intake-print-state intake-print-failed' : 'intake-print-state'} role="status">
        <Icon name={isTrouble ? 'warn' : 'print'} />
        <span>{describePrint(print, printers)}</span>
      </p>
      {isPrinted && print.unrecorded && <Notice tone="warn">{t(print.unrecorded)}</Notice>}
      <div className="row">
        <Button
          icon="print"
          keys="F9"
          onPress={() => {
            onPrint(wish);
          }}
        >
          {t(nameKey(isToFile, isPrinted && wasPrinted))}
        </Button>
        {hasFile && (
          <Button variant="quiet" icon="folder" onPress={() => void getDesktop().app.openExportsFolder()}>
            {t('shell.button.openFolder')}
          </Button>
        )}
        {wasPrinted && <Reprint onPrint={onPrint} />}
      </div>
    </div>
  );
}

/** What F9 does: without a printer nothing is printed, only the file is made again. */
function nameKey(isToFile: boolean, isOut: boolean): TextKey {
  if (isToFile) return 'intake.print.saveAgain';
  return isOut ? 'intake.print.notOut' : 'intake.print.retry';
}

const firstCopy: PrintWish = { reason: null, isSameCopy: false };

function Reprint({ onPrint }: Pick<PrintLineProps, 'onPrint'>): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState<(typeof reprintReasons)[number]>('unreadable');
  if (!isAsking) {
    return (
      <Button
        variant="quiet"
        onPress={() => {
          setAsking(true);
        }}
      >
        {t('intake.print.again')}
      </Button>
    );
  }
  return (
    <div className="row">
      <RadioRow
        label={t('intake.print.reason')}
        options={reprintReasons.map((value) => ({ value, text: t(`intake.print.reasons.${value}`) }))}
        value={reason}
        onChange={(value) => {
          setReason(reprintReasons.find((one) => one === value) ?? reason);
        }}
      />
      <Button
        onPress={() => {
          setAsking(false);
          onPrint({ reason: t(`intake.print.reasons.${reason}`), isSameCopy: false });
        }}
      >
        {t('intake.print.againNow')}
      </Button>
    </div>
  );
}

function describePrint(print: PrintStep, printers: readonly PrinterInfo[]): string {
  switch (print.kind) {
    case 'idle':
    case 'working':
      return t('intake.print.working');
    case 'failed':
      return t(print.message);
    case 'printed':
      if (print.waiting) return t(print.waiting);
      return print.printer === null
        ? t(describeFileOnly(print.file, print.isFileChosen))
        : t('intake.print.sent', { printer: labelPrinter(printers, print.printer), time: toLocalTime(print.at) });
  }
}
