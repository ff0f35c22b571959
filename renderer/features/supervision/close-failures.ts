import { describeRecordError } from '../../../shared/text/record-error-sentences';
import { describeIpcError } from '../../../shared/text/error-sentences';
import type { IpcError, SaveError } from '../../../shared/ipc/messages';
import type { Message } from '../../../shared/text/message';
import type { AddendumError } from './addendum.commands';
import type { CloseError } from './supervision.commands';

/** Why a day was not closed, what is safe, what to do. */
export function describeCloseError(error: CloseError): Message {
  switch (error.kind) {
    case 'future':
      return { key: 'supervision.close.notToday' };
    case 'unread':
      return { key: 'supervision.close.unread' };
    case 'reasonNeeded':
      return { key: 'supervision.close.missing' };
    case 'notAllowed':
      return error.reason.kind === 'alreadyDone' ? { key: 'supervision.close.already' } : describeRecordError(error);
    default:
      return describeRecordError(error);
  }
}

/** Why no addendum was issued, what is safe, what to do. */
export function describeAddendumError(error: AddendumError): Message {
  switch (error.kind) {
    case 'unread':
    case 'reasonNeeded':
    case 'notReproduced':
    case 'nothingLate':
      return { key: `supervision.addendum.issue.${error.kind}` };
    default:
      return describeRecordError(error);
  }
}

/** Why nothing was exported. */
export function describeExportError(error: SaveError | IpcError): Message {
  switch (error.kind) {
    case 'diskFull':
      return { key: 'supervision.register.exportError.diskFull' };
    case 'renderFailed':
      return { key: 'supervision.register.exportError.renderFailed', values: { ref: error.ref } };
    case 'noAccess':
      return { key: 'supervision.register.exportError.noAccess', values: { folder: error.folder } };
    case 'cancelled':
      return { key: 'reportScreen.export.cancelled' };
    case 'badRequest':
    case 'foreignSender':
    case 'locked':
    case 'internal':
      return describeIpcError(error);
  }
}
