import type { IpcError, PrintError, ScanError } from '../../../../shared/ipc/messages';
import { describeIpcError } from '../../../../shared/text/error-sentences';
import type { Message } from '../../../../shared/text/message';
import { describeSlipDiffers, nameTrouble } from '../../../../shared/text/printer-sentences';

/** Why a scan ended before its time; pages that landed are kept. */
export function describeScanError(error: ScanError | IpcError): Message {
  switch (error.kind) {
    case 'unreadable':
    case 'tooLarge':
      return { key: `dossiers.act.attach.error.${error.kind}`, values: { name: error.name } };
    case 'device':
      return { key: 'dossiers.act.attach.error.device', values: { ref: error.ref } };
    case 'unknownSource':
    case 'empty':
    case 'cancelled':
    case 'diskFull':
      return { key: `dossiers.act.attach.error.${error.kind}` };
    case 'badRequest':
    case 'foreignSender':
    case 'locked':
    case 'internal':
      return describeIpcError(error);
  }
}

/** Why nothing was printed; `incomplete`: the dossier cannot give a slip yet. */
export function describePrintError(error: PrintError | IpcError | { readonly kind: 'incomplete' }): Message {
  switch (error.kind) {
    case 'incomplete':
      return { key: 'dossiers.act.print.notReady' };
    case 'renderFailed':
      return { key: 'dossiers.act.print.error.renderFailed', values: { ref: error.ref } };
    case 'printerStopped': {
      const values = { name: error.name, trouble: nameTrouble(error.trouble ?? 'stopped'), file: error.file };
      return { key: 'dossiers.act.print.error.printerStopped', values };
    }
    case 'slipDiffers':
      return describeSlipDiffers(error.fields);
    case 'noPrinter':
    case 'printerRejects':
      return { key: `dossiers.act.print.error.${error.kind}`, values: { name: error.name, file: error.file } };
    case 'printFailed':
      return { key: 'dossiers.act.print.error.printFailed', values: { ref: error.ref, file: error.file } };
    case 'diskFull':
      return { key: 'dossiers.act.print.error.diskFull' };
    case 'badRequest':
    case 'foreignSender':
    case 'locked':
    case 'internal':
      return describeIpcError(error);
  }
}
