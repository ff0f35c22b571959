import type { ReactNode } from 'react';
import { formatInstant } from '../../../shared/base/time';
import type { Unit } from '../../../shared/domain/unit';
import { Notice, t } from '../../ui';
import type { DayClosing } from './day-register';

const SHOWN_DIGITS = 16;

interface ClosedNoticeProps {
  readonly closing: DayClosing;
  readonly unit: Pick<Unit, 'counters'>;
  readonly officerName: (officerId: string) => string;
  /** This PC made the same rows out again, with the same hash. */
  readonly isReproduced: boolean;
}

/** That the day is closed: by whom, with which hash, without whose data. */
export function ClosedNotice({ closing, unit, officerName, isReproduced }: ClosedNoticeProps): ReactNode {
  const { record, later } = closing;
  const nameOf = (id: string): string => unit.counters.find((counter) => counter.id === id)?.name ?? id;
  const missing = record.missingCounters.map(({ counterId, reason }) =>
    t('supervision.closed.missingItem', { name: nameOf(counterId), reason }),
  );
  const facts = {
    hash: record.registerHash.slice(0, SHOWN_DIGITS),
    chain: record.chainHead.slice(0, SHOWN_DIGITS),
    count: record.rows,
  };
  return (
    <Notice
      tone={isReproduced ? 'ok' : 'warn'}
      title={t('supervision.closed.title', {
        at: formatInstant(record.closedAt),
        officer: officerName(record.officerId),
      })}
    >
      <p className="text-small tabular">
        {t('supervision.closed.facts', facts)} ·{' '}
        {t(isReproduced ? 'supervision.closed.reproduced' : 'supervision.closed.differs')}
      </p>
      {missing.length > 0 && (
        <p className="text-small">{t('supervision.closed.missing', { list: missing.join('; ') })}</p>
      )}
      {later > 0 && <p className="text-small">{t('supervision.closed.laterClosings', { count: later })}</p>}
    </Notice>
  );
}
