import { type ReactNode, useEffect, useState } from 'react';
import { Skeleton, t } from '../../ui';
import { DoorFrame } from './DoorFrame';

/** Nothing at all in the first moments: most starts end before anyone would see it. */
const PATIENCE_MS = 300;

/** While main reads packages, keys and place: a slow disk is no empty window. */
export function Starting(): ReactNode {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSlow(true);
    }, PATIENCE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (!isSlow) return null;
  return (
    <DoorFrame title={t('unlock.starting')}>
      <Skeleton rows={2} />
    </DoorFrame>
  );
}
