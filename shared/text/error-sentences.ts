import type { IpcError } from '../ipc/messages';
import type { Message } from './message';

/** What went wrong between page and main, what is safe, what to do. */
export function describeIpcError(error: IpcError): Message {
  switch (error.kind) {
    case 'badRequest':
      return { key: 'errors.badRequest', values: { channel: error.channel } };
    case 'foreignSender':
      return { key: 'errors.foreignSender' };
    case 'locked':
      return { key: 'errors.locked' };
    case 'internal':
      return { key: 'errors.internal', values: { ref: error.ref } };
  }
}
