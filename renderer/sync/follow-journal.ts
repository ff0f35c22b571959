import type { DesktopBridge } from '../../shared/ipc/contract';
import { catchUp } from '../records/open-records';

/**
 * Lets the store follow the journal: own acts, receipts and pulled acts all arrive there first. Failures are told by the
 * records status. The returned function stops.
 */
export function followJournalGrowth(desktop: DesktopBridge): () => void {
  return desktop.on('journalGrew', () => {
    void catchUp();
  });
}
