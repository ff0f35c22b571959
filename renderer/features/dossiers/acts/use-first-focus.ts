import { type RefObject, useEffect } from 'react';

const FIELDS = 'input:not([type="checkbox"]), textarea, .picker-button';

/**
 * Puts the focus into the first field of a form whenever the form is brought up, else on its submit button. In the next
 * frame: a list of choices is drawn a moment after the rest.
 */
export function useFirstFocus(form: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const field =
        form.current?.querySelector<HTMLElement>(FIELDS) ?? form.current?.querySelector<HTMLElement>('.button-primary');
      field?.focus();
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [form]);
}
