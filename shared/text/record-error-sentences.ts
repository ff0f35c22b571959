import type { IpcError, ProposeError } from '../ipc/messages';
import { describeNotAllowed } from './domain-sentences';
import { describeIpcError } from './error-sentences';
import type { Message } from './message';

/** Why an act was not recorded; `recordsNotCurrent`: this PC's store does not show the whole journal yet. */
export type RecordError = ProposeError | IpcError | { readonly kind: 'recordsNotCurrent' };

/** What happened, what is safe, what to do. Nothing of the command was recorded. */
export function describeRecordError(error: RecordError): Message {
  switch (error.kind) {
    case 'notAllowed':
      return { key: 'dossiers.record.notAllowed', values: { why: describeNotAllowed(error.reason) } };
    case 'invalid':
      return { key: 'dossiers.record.invalid', values: { fields: error.fields.join(', ') } };
    case 'unknownProcedure':
      return { key: 'dossiers.record.unknownProcedure', values: { code: error.code } };
    case 'diskFailed':
      return { key: 'dossiers.record.diskFailed', values: { ref: error.ref } };
    case 'diskFull':
    case 'recordsNotCurrent':
      return { key: `dossiers.record.${error.kind}` };
    case 'badRequest':
    case 'foreignSender':
    case 'locked':
    case 'internal':
      return describeIpcError(error);
  }
}
