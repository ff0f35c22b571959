import type { ReactNode } from 'react';
import './key-hint.css';

/** The combination that does the same, as printed on the keys. */
export function KeyHint({ keys }: { readonly keys: string }): ReactNode {
  return (
    <kbd className="ui-key-hint" aria-hidden>
      {keys}
    </kbd>
  );
}

/** The same for assistive technology, in the spelling of `aria-keyshortcuts`. */
export function ariaKeys(keys: string): string {
  return keys.replace('Ctrl', 'Control');
}
