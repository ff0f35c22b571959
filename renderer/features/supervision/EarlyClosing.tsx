import type { ReactNode } from 'react';
import { toLocalTime, type Instant } from '../../../shared/base/time';
import { Checkbox, Notice, t } from '../../ui';

interface EarlyClosingProps {
  readonly now: Instant;
  /** When the counter stops receiving that day. */
  readonly end: Instant;
  readonly isAgreed: boolean;
  /** The closing was asked for without the agreement. */
  readonly isMissing: boolean;
  readonly onAgree: (isAgreed: boolean) => void;
}

/** Says that the day is not over, and asks a second time. */
export function EarlyClosing({ now, end, isAgreed, isMissing, onAgree }: EarlyClosingProps): ReactNode {
  return (
    <>
      <Notice tone="warn" title={t('supervision.close.early', { end: toLocalTime(end) })} />
      <Checkbox isSelected={isAgreed} onChange={onAgree}>
        {t('supervision.close.earlyAgree', { time: toLocalTime(now) })}
      </Checkbox>
      {isMissing && <Notice tone="danger">{t('supervision.close.earlyNeeded', { end: toLocalTime(end) })}</Notice>}
    </>
  );
}
