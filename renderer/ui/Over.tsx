import { createContext, type ReactNode, use } from 'react';
import { createPortal } from 'react-dom';

/** The place in the frame where notices lie over the screen. */
export const OverContext = createContext<HTMLElement | null>(null);

/**
 * Shows a notice that comes while somebody works: over the screen, beside the column of work, so that no field moves under
 * the hand.
 */
export function Over({ children }: { readonly children: ReactNode }): ReactNode {
  const place = use(OverContext);
  return place && createPortal(children, place);
}
