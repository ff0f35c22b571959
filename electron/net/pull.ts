import { err, ok, type Result } from '../../shared/base/result';
import type { AcceptedAction, Checkpoint } from '../../shared/domain/journal-entry';
import type { SyncFailure } from '../../shared/ipc/messages';
import type { ProvincialClient } from './provincial-client';
import { isReceiptGenuine, type ServerKeys } from './server-signature';

/** Feed position and journal of a pull. */
export interface PullPorts {
  readonly client: Pick<ProvincialClient, 'pull'>;
  readonly checkpoint: () => Checkpoint | null;
  readonly keys: () => ServerKeys;
  readonly appendPulled: (
    items: readonly AcceptedAction[],
    checkpoint: Checkpoint,
  ) => Promise<Result<unknown, unknown>>;
}

const PULL_LIMIT = 200;

/**
 * Reads the unit's feed to its end. Each batch is one journal line together with its checkpoint, so a stop between two
 * batches costs nothing. A new server epoch starts the feed again from its beginning: union makes that harmless.
 */
export async function pullFeed(ports: PullPorts): Promise<Result<number, SyncFailure>> {
  let pulled = 0;
  for (;;) {
    const since = ports.checkpoint();
    const answer = await ports.client.pull(since, PULL_LIMIT);
    if (!answer.ok) return answer;
    const { items, checkpoint, more } = answer.value;
    if (!items.every(({ action, receipt }) => isReceiptGenuine(receipt, action, ports.keys()))) {
      return err({ kind: 'untrusted' });
    }
    const moved = since === null || checkpoint.n !== since.n || checkpoint.serverEpoch !== since.serverEpoch;
    if (moved || items.length > 0) {
      const kept = await ports.appendPulled(items, checkpoint);
      if (!kept.ok) return err({ kind: 'protocol' });
    }
    pulled += items.length;
    // A server that says "more" without moving on would be asked for ever.
    if (more && !moved) return err({ kind: 'protocol' });
    if (!more) return ok(pulled);
  }
}
