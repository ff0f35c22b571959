import type { ReactNode } from 'react';
import { toLocalTime } from '../../shared/base/time';
import { describeStatusBar } from '../../shared/text/sync-sentences';
import { openPage } from '../route.store';
import { useSession } from '../session.store';
import { useSyncStatus } from '../sync/sync-status.store';
import { StatusChip, t, useNow } from '../ui';
import './shell.css';

const tones = { info: 'neutral', warn: 'warn', danger: 'danger' } as const;
const icons = { info: 'info', warn: 'warn', danger: 'alert' } as const;

/** One sentence; anything abnormal adds one more; the rest lies behind it. */
export function StatusBar(): ReactNode {
  const status = useSyncStatus((sync) => sync.status);
  const counter = useSession((session) => session.counter);
  const now = useNow(5_000);
  const said = status && describeStatusBar(status);
  return (
    <>
      <button
        type="button"
        className="status-sentence"
        title={t('shell.status.details')}
        onClick={() => {
          openPage('sync');
        }}
      >
        <span className="tabular">{said ? t(said.stored) : ''}</span>
        {said?.more && (
          <StatusChip tone={tones[said.more.tone]} icon={icons[said.more.tone]}>
            {t(said.more.short)}
          </StatusChip>
        )}
      </button>
      {/* Only what is abnormal is read out: counts change with every dossier. */}
      <span className="visually-hidden" role="status">
        {said?.more ? t(said.more.short) : ''}
      </span>
      <span className="tabular">
        {counter ? `${counter.name} · ` : ''}
        {toLocalTime(now)}
      </span>
    </>
  );
}
