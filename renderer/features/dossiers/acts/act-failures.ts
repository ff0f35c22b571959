import type { IpcError, ScanError } from '../../../../shared/ipc/messages';
import { describeIpcError } from '../../../../shared/text/error-sentences';
import type { Message } from '../../../../shared/text/message';

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
