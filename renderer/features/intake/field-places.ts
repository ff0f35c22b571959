import type { IntakeDraft } from './intake-draft';

const FOCUSABLE = 'input:not([disabled]), textarea:not([disabled]), button:not([disabled])';

/** Name of the field an element belongs to, as in `data-field`. */
export function findField(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-field]')?.dataset['field'] : undefined;
}

/** Where the caret stands in a field, or stood when the focus went to a button; null for what holds no text. */
export function findCaret(field: string): IntakeDraft['caret'] {
  const box = document.querySelector(`[data-field="${CSS.escape(field)}"]`)?.querySelector('input, textarea');
  if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) return null;
  const { selectionStart: start, selectionEnd: end } = box;
  return start === null || end === null ? null : { start, end };
}

/** The field of the panel that follows one of it, in reading order; undefined at the last. */
export function findNextInPanel(root: HTMLElement, field: string): string | undefined {
  const slots = [...root.querySelectorAll<HTMLElement>('[data-field^="panel."]')].filter((slot) =>
    slot.querySelector(FOCUSABLE),
  );
  const at = slots.findIndex((slot) => slot.dataset['field'] === field);
  return at < 0 ? undefined : slots[at + 1]?.dataset['field'];
}

/** Puts the focus into a field: where the caret was, else on the whole text, so that typing replaces it. */
export function focusField(root: HTMLElement, field: string, caret: IntakeDraft['caret']): void {
  const slot = root.querySelector(`[data-field="${CSS.escape(field)}"]`);
  const chosen = slot?.querySelector<HTMLElement>('input:checked') ?? slot?.querySelector<HTMLElement>(FOCUSABLE);
  if (!chosen) return;
  chosen.focus();
  const isText =
    (chosen instanceof HTMLInputElement && chosen.type === 'text') || chosen instanceof HTMLTextAreaElement;
  if (isText && caret !== null) chosen.setSelectionRange(caret.start, caret.end);
  else if (isText && chosen instanceof HTMLInputElement) chosen.select();
  chosen.scrollIntoView({ block: 'nearest' });
}
