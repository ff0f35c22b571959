import { type ReactNode, useEffect, useState } from 'react';
import { t } from './text';
import './skeleton.css';

const PATIENCE_MS = 300;

/** Grey bars while something loads. Nothing at all in the first moments: most loads end before anyone would see it. */
export function Skeleton({ rows = 3 }: { readonly rows?: number }): ReactNode {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setShown(true);
    }, PATIENCE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <div
      className={isShown ? 'ui-skeleton' : 'ui-skeleton ui-skeleton-waiting'}
      role="status"
      aria-label={t('shell.table.busy')}
    >
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="ui-skeleton-bar" />
      ))}
    </div>
  );
}
