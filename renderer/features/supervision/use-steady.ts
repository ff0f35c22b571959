import { useState } from 'react';
import type { Live } from '../../records/use-dossiers';

/** The latest value, also while the next one is being read: numbers do not flicker when a filter follows the clock. */
export function useSteady<T>(live: Live<T>): T | undefined {
  const [held, setHeld] = useState<T>();
  // React's own recipe for state that follows a prop; an effect would show one frame without a value.
  if (!live.loading && live.value !== held) setHeld(live.value);
  return live.loading ? held : live.value;
}
