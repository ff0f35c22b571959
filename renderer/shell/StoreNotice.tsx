import { type ReactNode, useState } from 'react';
import { describeRestored } from '../features/unlock/unlock-sentences';
import { useRecordsStatus } from '../records/records-status.store';
import { Notice, t } from '../ui';

const NOTICEABLE_LAG = 200;

/** What must be known about this PC's own books: nothing as long as they are in order. */
export function StoreNotice(): ReactNode {
  const { phase, progress, restored, restoredOnline, damagedLines, failure } = useRecordsStatus();
  const [seenRestored, setSeenRestored] = useState<number | null>(null);
  if (phase === 'readOnly') return <Notice tone="danger" title={t('unlock.records.readOnly')} />;
  if (phase === 'failed') {
    return <Notice tone="danger" title={t('unlock.records.failed', { failure: failure ?? '' })} />;
  }
  if (damagedLines > 0) return <Notice tone="danger" title={t('unlock.records.damaged', { count: damagedLines })} />;
  if (phase === 'behind') return <Notice tone="warn" title={t('unlock.records.behind')} />;
  if (phase === 'applying' && progress && progress.lastLine - progress.appliedLine > NOTICEABLE_LAG) {
    const values = { done: progress.appliedLine, total: progress.lastLine };
    return <Notice tone="info" title={t('unlock.records.applying', values)} />;
  }
  if (restored !== null && restored !== seenRestored) {
    return (
      <Notice
        tone="ok"
        title={t(describeRestored(restored, restoredOnline))}
        onDismiss={() => {
          setSeenRestored(restored);
        }}
      >
        {t('unlock.start.restoredDrafts')}
      </Notice>
    );
  }
  return null;
}
