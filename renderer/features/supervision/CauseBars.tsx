import type { ReactNode } from 'react';
import type { OverdueCause } from '../../../shared/domain/overdue-causes';
import { causeText } from '../../../shared/text/overdue-sentences';
import { t } from '../../ui';
import type { CauseBar } from './late-board';

interface CauseBarsProps {
  readonly bars: readonly CauseBar[];
  readonly value: OverdueCause | null;
  readonly onChange: (cause: OverdueCause | null) => void;
}

/** Main causes by number of dossiers; each bar narrows the rows to it, pressed again it lets go. */
export function CauseBars({ bars, value, onChange }: CauseBarsProps): ReactNode {
  if (bars.length === 0) return null;
  return (
    <section className="cause-bars" aria-label={t('leader.late.causes')}>
      <p className="text-small muted">{t('leader.late.causes')}</p>
      {bars.map(({ cause, count, length }) => (
        <button
          key={cause}
          type="button"
          className="cause-bar"
          aria-pressed={value === cause}
          onClick={() => {
            onChange(value === cause ? null : cause);
          }}
        >
          <span className="truncate" title={t(causeText(cause))}>
            {t(causeText(cause))}
          </span>
          <span className="bar-track" aria-hidden="true">
            <span className="bar-fill" style={{ width: `${String(length * 100)}%` }} />
          </span>
          <span className="tabular strong">{count}</span>
        </button>
      ))}
    </section>
  );
}
