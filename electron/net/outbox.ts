import { err, ok, type Result } from '../../shared/base/result';
import type { Action } from '../../shared/domain/actions/action';
import type { Receipt } from '../../shared/domain/verdict';
import type { SyncFailure } from '../../shared/ipc/messages';
import { PUSH_MAX_ACTIONS, PUSH_MAX_BYTES } from '../../shared/sync/protocol';
import type { ProvincialClient } from './provincial-client';
import { isReceiptGenuine, type ServerKeys } from './server-signature';

/** Where waiting acts come from and where receipts go. Both are the journal. */
export interface OutboxPorts {
  readonly client: Pick<ProvincialClient, 'push'>;
  /** Own acts without a receipt, in `seq` order, at most `limit`. */
  readonly waiting: (limit: number) => readonly Action[];
  /** Own acts that already have a receipt, oldest first, in pieces. */
  readonly receipted: () => AsyncIterable<readonly Action[]>;
  readonly keys: () => ServerKeys;
  readonly appendReceipts: (receipts: readonly Receipt[]) => Promise<Result<unknown, unknown>>;
}

/** Smallest batch in bytes on a bad line: about half a minute at 64 kbit/s with 30 % loss. */
const SMALLEST_BATCH_BYTES = 8192;

/**
 * Sends everything that waits, batch by batch, until the journal holds a genuine receipt for each. A batch whose answer
 * is not the complete list of receipts counts as not sent; nothing is dropped. Batches halve after a failure and grow again.
 */
export function createOutbox(ports: OutboxPorts) {
  let budget = PUSH_MAX_BYTES / 4;

  async function sendBatch(batch: readonly Action[]): Promise<Result<number, SyncFailure>> {
    const answer = await ports.client.push(batch);
    if (!answer.ok) return answer;
    const receipts = matchReceipts(batch, answer.value.receipts, ports.keys());
    if (!receipts.ok) return receipts;
    const kept = await ports.appendReceipts(receipts.value);
    // Without the journal line the province's word counts for nothing; the batch will be sent again and answered the same.
    return kept.ok ? ok(batch.length) : err({ kind: 'protocol' });
  }

  /** Sends a first part of `acts`, as large as the line has shown to bear. */
  async function sendSome(acts: readonly Action[]): Promise<Result<number, SyncFailure>> {
    const done = await sendBatch(takeBatch(acts, budget));
    budget = done.ok ? Math.min(PUSH_MAX_BYTES, budget * 2) : Math.max(SMALLEST_BATCH_BYTES, Math.floor(budget / 2));
    return done;
  }

  return {
    /** Sends what waits. */
    drain: async (onBatch: (sent: number) => void): Promise<Result<number, SyncFailure>> => {
      let sent = 0;
      for (;;) {
        const acts = ports.waiting(PUSH_MAX_ACTIONS);
        if (acts.length === 0) return ok(sent);
        const done = await sendSome(acts);
        if (!done.ok) return done;
        sent += done.value;
        onBatch(sent);
      }
    },
    /** Sends what was receipted before: the province lost its memory (restored, or not durable). Known acts change nothing there. */
    resend: async (): Promise<Result<number, SyncFailure>> => {
      let sent = 0;
      for await (const acts of ports.receipted()) {
        for (let rest = acts; rest.length > 0;) {
          const done = await sendSome(rest.slice(0, PUSH_MAX_ACTIONS));
          if (!done.ok) return done;
          rest = rest.slice(done.value);
          sent += done.value;
        }
      }
      return ok(sent);
    },
  };
}

/** First acts of the queue whose JSON fits the budget; always at least one, so that a large act cannot block the queue. */
export function takeBatch(waiting: readonly Action[], budgetBytes: number): readonly Action[] {
  let bytes = 0;
  const end = waiting.findIndex((action, index) => {
    bytes += Buffer.byteLength(JSON.stringify(action), 'utf8') + 1;
    return index > 0 && bytes > Math.min(budgetBytes, PUSH_MAX_BYTES - 64);
  });
  return end === -1 ? waiting : waiting.slice(0, end);
}

/** Pairs receipts with acts; anything but one genuine receipt for each act in order is a failure. */
function matchReceipts(
  batch: readonly Action[],
  receipts: readonly Receipt[],
  keys: ServerKeys,
): Result<readonly Receipt[], SyncFailure> {
  if (receipts.length !== batch.length) return err({ kind: 'protocol' });
  const genuine = batch.every((action, index) => {
    const receipt = receipts[index];
    return receipt !== undefined && isReceiptGenuine(receipt, action, keys);
  });
  return genuine ? ok(receipts) : err({ kind: 'untrusted' });
}
