import type { ReactNode } from 'react';
import { formatInstant, toLocalDay, toLocalTime, type LocalDay } from '../../../shared/base/time';
import { Icon, t } from '../../ui';
import type { CounterData } from './counter-data';

/** Per counter, until when its data is here: a list that looks complete and is not would mislead. */
export function CounterLine({
  counters,
  day,
}: {
  readonly counters: readonly CounterData[];
  readonly day: LocalDay;
}): ReactNode {
  return (
    <ul className="board-counters text-small muted" aria-label={t('supervision.data.label')}>
      {counters.map(({ counterId, name, dataUntil }) => (
        <li key={counterId}>
          <Icon name={dataUntil === null ? 'warn' : 'clock'} />
          {dataUntil === null
            ? t('supervision.data.silent', { name })
            : t('supervision.data.until', {
                name,
                at: toLocalDay(dataUntil) === day ? toLocalTime(dataUntil) : formatInstant(dataUntil),
              })}
        </li>
      ))}
    </ul>
  );
}
