import type { ReactNode } from 'react';
import { toLocalTime } from '../../../shared/base/time';
import { Notice, t } from '../../ui';
import type { Watch } from './use-watch';

/** How far the first reading has come, that a later one failed, or what the lists leave out. Takes no room otherwise. */
export function WatchNotice({ watch }: { readonly watch: Watch }): ReactNode {
  const { report, madeAt, reading, hasFailed } = watch;
  if (hasFailed) {
    return (
      <Notice tone="warn">
        {madeAt === null ? t('supervision.due.failed') : t('leader.watch.old', { at: toLocalTime(madeAt) })}
      </Notice>
    );
  }
  if (report === null) {
    return (
      <p className="muted text-small tabular" role="status">
        {reading === null ? t('supervision.due.preparing') : t('leader.watch.reading', { count: reading })}
      </p>
    );
  }
  if (report.unjudged === 0) return null;
  return <Notice tone="info">{t('leader.watch.unjudged', { count: report.unjudged })}</Notice>;
}
