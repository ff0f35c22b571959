import type { IpcError, PrintError, PrintJobNews, ScanError } from '../../../shared/ipc/messages';
import { describeIpcError } from '../../../shared/text/error-sentences';
import { describeSlipDiffers, troubleText } from '../../../shared/text/printer-sentences';
import type { Message } from '../../../shared/text/message';
import { describeRecordError, type RecordError } from '../../../shared/text/record-error-sentences';

/** Why nothing was saved, as a whole sentence that also says what is safe. */
export function describeNotSaved(error: RecordError): Message {
  return { key: 'intake.failed.notSaved', values: { why: describeRecordError(error) } };
}

/** Name of a file without its folders: what fits on a screen and is enough to find it. */
export function findFileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** Why no slip came out, where its file is, what to do. */
export function describePrintError(error: PrintError | IpcError): Message {
  switch (error.kind) {
    case 'renderFailed':
      return { key: 'intake.print.failed.renderFailed', values: { ref: error.ref } };
    case 'printerStopped': {
      const trouble = troubleText(error.trouble ?? 'stopped');
      const values = { name: error.name, trouble, file: findFileName(error.file) };
      return { key: 'intake.print.failed.printerStopped', values };
    }
    case 'slipDiffers':
      return describeSlipDiffers(error.fields);
    case 'noPrinter':
    case 'printerRejects':
      return { key: `intake.print.failed.${error.kind}`, values: { name: error.name, file: findFileName(error.file) } };
    case 'printFailed':
      return { key: 'intake.print.failed.printFailed', values: { ref: error.ref, file: findFileName(error.file) } };
    case 'diskFull':
      return { key: 'intake.print.failed.diskFull' };
    case 'badRequest':
    case 'foreignSender':
    case 'locked':
    case 'internal':
      return describeIpcError(error);
  }
}

/** The slip is a file only: this PC has no printer, or the officer chose the file. */
export function describeFileOnly(path: string, wasChosen: boolean): Message {
  const key = wasChosen ? 'intake.print.chosenFileOnly' : 'intake.print.fileOnly';
  return { key, values: { file: findFileName(path) } };
}

/** The slip still waits in the queue of a printer that does not print. */
export function describeWaiting({ printer, trouble }: Pick<PrintJobNews, 'printer' | 'trouble'>): Message {
  return { key: 'intake.print.waiting', values: { printer, trouble: troubleText(trouble ?? 'waiting') } };
}

/** Why a scan ended, what was kept, what to do. */
export function describeScanError(error: ScanError | IpcError): Message {
  switch (error.kind) {
    case 'unreadable':
    case 'tooLarge':
      return { key: `intake.scan.failed.${error.kind}`, values: { name: error.name } };
    case 'device':
      return { key: 'intake.scan.failed.device', values: { ref: error.ref } };
    case 'unknownSource':
    case 'empty':
    case 'cancelled':
    case 'diskFull':
      return { key: `intake.scan.failed.${error.kind}` };
    case 'badRequest':
    case 'foreignSender':
    case 'locked':
    case 'internal':
      return describeIpcError(error);
  }
}
