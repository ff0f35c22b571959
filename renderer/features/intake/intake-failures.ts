import type { IpcError, PrintError, ProposeError, ScanError } from '../../../shared/ipc/messages';
import { describeNotAllowed } from '../../../shared/text/domain-sentences';
import { describeIpcError } from '../../../shared/text/error-sentences';
import { sayVi, type Message } from '../../../shared/text/message';

/** Why nothing was saved, as a whole sentence that also says what is safe. */
export function describeNotSaved(error: ProposeError | IpcError | { readonly kind: 'recordsNotCurrent' }): Message {
  return { key: 'intake.failed.notSaved', values: { why: sayVi(describeCause(error)) } };
}

/** Why an act was not recorded. */
export function describeCause(error: ProposeError | IpcError | { readonly kind: 'recordsNotCurrent' }): Message {
  switch (error.kind) {
    case 'notAllowed':
      return { key: 'intake.failed.notAllowed', values: { why: sayVi(describeNotAllowed(error.reason)) } };
    case 'invalid':
      return { key: 'intake.failed.invalid', values: { fields: error.fields.join(', ') } };
    case 'unknownProcedure':
      return { key: 'intake.failed.unknownProcedure', values: { code: error.code } };
    case 'diskFailed':
      return { key: 'intake.failed.diskFailed', values: { ref: error.ref } };
    case 'diskFull':
    case 'recordsNotCurrent':
      return { key: `intake.failed.${error.kind}` };
    case 'badRequest':
    case 'foreignSender':
    case 'locked':
    case 'internal':
      return describeIpcError(error);
  }
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
    case 'noPrinter':
    case 'printerStopped':
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

/** The slip is a file only: this PC has no printer. */
export function describeFileOnly(path: string): Message {
  return { key: 'intake.print.fileOnly', values: { file: findFileName(path) } };
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
