import { useEffect, useState } from 'react';
import type { Instant } from '../../shared/base/time';

/** The current instant, renewed every `everyMs`. For clocks and ages only, never for data. */
export function useNow(everyMs: number): Instant {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs]);
  return now;
}
