import { formatInstant } from '../../../shared/base/time';
import type { DossierState } from '../../../shared/domain/dossier-state';
import type { Message } from '../../../shared/text/message';

/** What the province has of this dossier, in one sentence. Never says "received" while anything waits. */
export function describeDossierSync({ timeline, waitingActionIds }: DossierState): Message {
  const count = timeline.length;
  if (waitingActionIds.length > 0) {
    return { key: 'dossiers.case.syncWaiting', values: { waiting: waitingActionIds.length, count } };
  }
  const receipts = timeline.flatMap(({ receipt }) => receipt ?? []);
  if (receipts.some((receipt) => !receipt.durable)) return { key: 'dossiers.case.syncNotDurable', values: { count } };
  const at = formatInstant(Math.max(0, ...receipts.map((receipt) => receipt.at)));
  return { key: 'dossiers.case.syncAccepted', values: { count, at } };
}
