import { type RefObject, useEffect } from 'react';

const FIELDS = 'input:not([type="checkbox"], [tabindex="-1"]), textarea, button';

/**
 * Puts the focus into the first of the fields whenever the form is brought up, else on its submit button. In the next
 * frame: a list of choices is drawn a moment after the rest.
 */
export function useFirstFocus(fields: RefObject<HTMLElement | null>, submit: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const first = fields.current?.querySelector<HTMLElement>(FIELDS) ?? submit.current;
      first?.focus();
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [fields, submit]);
}
