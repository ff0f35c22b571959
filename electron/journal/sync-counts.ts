import type { LocalDay } from '../../shared/base/time';
import { countCodesLeft } from '../../shared/domain/code-lease';
import type { SyncStatus } from '../../shared/ipc/messages';
import type { JournalIndex } from './journal-index';

/** Longest list of waiting acts that is shown. */
const QUEUE_SHOWN = 200;

/** The part of {@link SyncStatus} that the journal alone knows. */
export type SyncCounts = Pick<
  SyncStatus,
  'saved' | 'accepted' | 'waiting' | 'queue' | 'issues' | 'lastReceiptAt' | 'codesLeft'
>;

/**
 * Counts for the status bar and the sync desk. `saved` = dossiers with own acts of `today` or still waiting;
 * `accepted` = those of them whose every own act has a receipt. `triesOf`: how often the outbox tried to send an act.
 */
export function buildSyncCounts(input: {
  readonly index: Pick<JournalIndex, 'waiting' | 'issues' | 'countDossiers' | 'lastReceipt' | 'codeSupply'>;
  readonly today: LocalDay;
  readonly agencyId: string;
  readonly triesOf: (actionId: string) => number;
}): SyncCounts {
  const { index, today, agencyId, triesOf } = input;
  const { saved, waiting } = index.countDossiers(today);
  const queue = index.waiting().slice(0, QUEUE_SHOWN);
  return {
    saved,
    accepted: saved - waiting,
    waiting,
    queue: queue.map(({ actionId, subjectKey, kind, at }) => ({
      actionId,
      subjectKey,
      kind,
      at,
      tries: triesOf(actionId),
    })),
    issues: index.issues(),
    lastReceiptAt: index.lastReceipt()?.at ?? null,
    codesLeft: { agencyId, ...countCodesLeft(index.codeSupply(agencyId, today)) },
  };
}
