import { type RefObject, useEffect } from 'react';
import type { FormCaret } from './act-draft';
import { placeCaret } from './form-caret';

const FIELDS = 'input:not([type="checkbox"], [tabindex="-1"]), textarea, button';

/** The parts of a form the focus may go to. */
export interface FocusPlaces {
  readonly form: RefObject<HTMLElement | null>;
  readonly fields: RefObject<HTMLElement | null>;
  readonly submit: RefObject<HTMLElement | null>;
  /** Where the caret was when the form was left. */
  readonly caret: () => FormCaret | null;
}

/**
 * Puts the focus where it was when the form was left, else into the first of the fields, else on the submit button, whenever
 * the form is brought up. In the next frame: a list of choices is drawn a moment after the rest.
 */
export function useFirstFocus({ form, fields, submit, caret }: FocusPlaces): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const last = caret();
      if (last !== null && form.current !== null && placeCaret(form.current, last)) return;
      const first = fields.current?.querySelector<HTMLElement>(FIELDS) ?? submit.current;
      first?.focus();
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [form, fields, submit, caret]);
}
