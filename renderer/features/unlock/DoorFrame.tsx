import type { ReactNode } from 'react';
import { t, useNow } from '../../ui';
import { formatInstant } from '../../../shared/base/time';
import './unlock.css';

interface DoorFrameProps {
  /** Name under which the engine notes when the title was painted (Element Timing), so that a start can be measured. */
  readonly mark?: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly place?: string;
  readonly isPractice?: boolean;
  readonly children: ReactNode;
}

/** The quiet screen before the work: one panel, the product's name, place and time. */
export function DoorFrame({ mark, title, subtitle, place, isPractice = false, children }: DoorFrameProps): ReactNode {
  const now = useNow(10_000);
  return (
    <div className="door">
      <header className="door-head">
        {isPractice && <p className="practice-banner">{t('shell.practiceBanner')}</p>}
        <div className="door-place">
          <p className="door-product">{t('shell.product')}</p>
          <p className="muted tabular">{formatInstant(now)}</p>
        </div>
      </header>
      <main className="door-panel">
        <div>
          {place && <p className="muted">{place}</p>}
          <h1 className="text-page" {...(mark === undefined ? {} : { elementtiming: mark })}>
            {title}
          </h1>
          {subtitle && <p className="muted">{subtitle}</p>}
        </div>
        {children}
      </main>
    </div>
  );
}
