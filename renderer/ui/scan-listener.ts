import { createScanFeed, type ScanListener } from './scan-feed';
import { findTextBox, isSecretBox, writeText } from './text-box';

/** Bars in a field at Enter: nobody types them, so an input method has let a payload through to the field. */
const PIPES_OF_A_PAYLOAD = 3;

function isOneCharacter(text: string): boolean {
  return /^.$/u.test(text);
}

function stopEvent(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** What a key types, as far as a scan is concerned. */
function findTypedText(event: KeyboardEvent): string | undefined {
  if (event.key === 'Enter' || event.key === 'Tab') return '\n';
  if (event.key === 'Backspace') return '\b';
  return !event.altKey && isOneCharacter(event.key) ? event.key : undefined;
}

/** Takes a payload that came through an input method and lies in the field when Enter arrives. */
function takeFromField(event: KeyboardEvent, onScan: ScanListener['onScan']): boolean {
  const box = findTextBox(event.target);
  if (event.key !== 'Enter' || !box || isSecretBox(box) || box.value.split('|').length <= PIPES_OF_A_PAYLOAD) {
    return false;
  }
  if (!onScan(box.value.trim())) return false;
  writeText(box, '');
  return true;
}

/**
 * Listens for scanner bursts on the whole window and hands their payload to `onScan`, whichever element has the focus.
 * A burst in a password or PIN box goes to `onSecretBurst` only. Returns the function that stops listening.
 */
export function listenForScans(listener: ScanListener): () => void {
  const feed = createScanFeed(listener);
  let expected = '';
  const takeOrExpect = (text: string, event: Event): void => {
    if (feed.take(text, event)) stopEvent(event);
    else expected = text;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    expected = '';
    if (event.repeat || event.isComposing || event.ctrlKey || event.metaKey) return;
    const text = findTypedText(event);
    if (text === undefined) return;
    if (takeFromField(event, listener.onScan)) stopEvent(event);
    else takeOrExpect(text, event);
  };
  /** Characters that no key of the layout makes (scanners type them by number) come without a usable keydown. */
  const onKeyPress = (event: KeyboardEvent): void => {
    if (!event.ctrlKey && event.key !== expected && isOneCharacter(event.key)) takeOrExpect(event.key, event);
  };
  const onBeforeInput = (event: InputEvent): void => {
    if (event.inputType === 'insertText' && event.data !== null && event.data !== expected) {
      takeOrExpect(event.data, event);
    }
  };

  const stopped = new AbortController();
  const options = { capture: true, signal: stopped.signal };
  window.addEventListener('keydown', onKeyDown, options);
  window.addEventListener('keypress', onKeyPress, options);
  window.addEventListener('beforeinput', onBeforeInput, options);
  return () => {
    stopped.abort();
    feed.stop();
  };
}
