import { ok, type Result } from '../shared/base/result';
import type { CodeLease } from '../shared/domain/code-lease';
import type { SyncFailure } from '../shared/ipc/messages';
import type { Hello } from '../shared/sync/protocol';
import type { Books } from './journal/open-books';
import { findMemoryLoss } from './net/memory-loss';

/** The steps of telling a province again what it forgot. */
export interface ReminderPorts {
  readonly index: Books['index'];
  readonly reportLeases: (leases: readonly CodeLease[]) => Promise<Result<unknown, SyncFailure>>;
  readonly resend: () => Promise<Result<number, SyncFailure>>;
  /** The feed was written anew: what lies before the checkpoint may never have been seen. */
  readonly startOver: () => void;
}

/**
 * Tells a province that forgot what it once knew; does nothing where nothing is missing. Codes come first: acts carry them,
 * and what the province does not know it would grant to somebody else.
 */
export function createReminder(ports: ReminderPorts): (hello: Hello) => Promise<Result<number, SyncFailure>> {
  const { index } = ports;
  let reminded = '';
  return async (hello) => {
    const loss = findMemoryLoss(hello, {
      checkpoint: index.checkpoint(),
      incarnation: index.incarnation(),
      receiptedSeq: (index.waiting()[0]?.seq ?? index.nextSeq()) - 1,
    });
    // Told once of the same state: what it did not take then it would not take at the next exchange either.
    const state = JSON.stringify([hello.serverEpoch, hello.device?.feedHead, hello.device?.incarnations]);
    if (loss === 'none' || (loss === 'setBack' && reminded === state)) return ok(0);
    const told = await ports.reportLeases(index.heldLeases());
    if (!told.ok) return told;
    const sent = await ports.resend();
    if (sent.ok && loss === 'setBack') {
      reminded = state;
      ports.startOver();
    }
    return sent;
  };
}
