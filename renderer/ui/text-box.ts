/** A field that text can be typed into. */
export type TextBox = HTMLInputElement | HTMLTextAreaElement;

/** The text field an event went to, if it was one. */
export function findTextBox(target: object | null): TextBox | undefined {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : undefined;
}

/** A password or PIN box. */
export function isSecretBox(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && (target.type === 'password' || target.dataset['secret'] !== undefined);
}

/** Sets a field's text as if it were typed: React only hears the native setter followed by an input event. */
export function writeText(box: TextBox, value: string): void {
  const owner = box instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(owner, 'value')?.set?.call(box, value);
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Puts text where the caret is. */
export function insertAtCaret(box: TextBox, text: string): void {
  const end = box.value.length;
  const from = box.selectionStart ?? end;
  writeText(box, box.value.slice(0, from) + text + box.value.slice(box.selectionEnd ?? end));
}

/** Keeps text and selection of a field; the returned function puts both back, if the field is still there. */
export function copyBox(box: TextBox): () => void {
  const { value, selectionStart, selectionEnd, selectionDirection } = box;
  return () => {
    if (!box.isConnected) return;
    if (box.value !== value) writeText(box, value);
    // Fields without a selection of their own (number, date, email) say null.
    if (selectionStart !== null) box.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? 'none');
  };
}
