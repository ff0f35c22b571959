import type { FormCaret } from './act-draft';

const TEXT_FIELDS = 'input:not([type="checkbox"], [type="radio"], [tabindex="-1"]), textarea';

function listTextFields(form: HTMLElement): readonly (HTMLInputElement | HTMLTextAreaElement)[] {
  return [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(TEXT_FIELDS)];
}

/** Where the caret stands in a form; `undefined` when it is in no text field of it. */
export function readCaret(form: HTMLElement): FormCaret | undefined {
  const fields = listTextFields(form);
  const field = fields.findIndex((one) => one === document.activeElement);
  const box = fields[field];
  if (box === undefined) return undefined;
  const end = box.value.length;
  return { field, start: box.selectionStart ?? end, end: box.selectionEnd ?? end };
}

/** Puts the caret back; false when the field is not there any more. */
export function placeCaret(form: HTMLElement, { field, start, end }: FormCaret): boolean {
  const box = listTextFields(form)[field];
  if (box === undefined) return false;
  box.focus();
  // Fields without a selection of their own (number, date) say null.
  if (box.selectionStart !== null) box.setSelectionRange(start, end);
  box.scrollIntoView({ block: 'nearest' });
  return true;
}
