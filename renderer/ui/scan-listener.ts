import { createScanFeed, type ScanListener } from './scan-feed';
import { SLOW_GAP_MS } from './scan-burst';
import { copyBox, findTextBox, isSecretBox, type TextBox } from './text-box';

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

/** What a field held before the last texts came in without a pause, through whatever input method. */
function createQuietCopy(): {
  readonly note: (event: InputEvent) => void;
  readonly find: (box: TextBox) => { readonly payload: string; readonly undo: () => void } | undefined;
} {
  let copy:
    { readonly box: TextBox; readonly before: string; readonly after: string; readonly undo: () => void } | undefined;
  let lastAt = Number.NEGATIVE_INFINITY;
  let wasComposing = false;
  return {
    note: (event) => {
      const box = findTextBox(event.target);
      const isSoon = event.timeStamp - lastAt <= SLOW_GAP_MS || (event.isComposing && wasComposing);
      const isOngoing = copy?.box === box && isSoon;
      [lastAt, wasComposing] = [event.timeStamp, event.isComposing];
      if (isOngoing) return;
      const end = box?.value.length;
      copy = box && {
        box,
        before: box.value.slice(0, box.selectionStart ?? end),
        after: box.value.slice(box.selectionEnd ?? end),
        undo: copyBox(box),
      };
    },
    find: (box) => {
      if (copy?.box !== box || !box.value.startsWith(copy.before) || !box.value.endsWith(copy.after)) return undefined;
      return { payload: box.value.slice(copy.before.length, box.value.length - copy.after.length), undo: copy.undo };
    },
  };
}

/** Takes a payload that came through an input method and lies in the field when Enter arrives. */
function takeFromField(
  event: KeyboardEvent,
  quiet: ReturnType<typeof createQuietCopy>,
  listener: ScanListener,
): boolean {
  const box = findTextBox(event.target);
  if (event.key !== 'Enter' || !box || isSecretBox(box)) return false;
  const landed = quiet.find(box);
  if (!landed || landed.payload.split('|').length <= PIPES_OF_A_PAYLOAD) return false;
  landed.undo();
  listener.onScan(landed.payload.trim());
  return true;
}

/**
 * Listens for scanner bursts on the whole window and hands their payload to `onScan`, whichever element has the focus.
 * A burst in a password or PIN box goes to `onSecretBurst` only. Returns the function that stops listening.
 */
export function listenForScans(listener: ScanListener): () => void {
  const feed = createScanFeed(listener);
  const quiet = createQuietCopy();
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
    if (takeFromField(event, quiet, listener)) stopEvent(event);
    else takeOrExpect(text, event);
  };
  /** Characters that no key of the layout makes (scanners type them by number) come without a usable keydown. */
  const onKeyPress = (event: KeyboardEvent): void => {
    if (!event.ctrlKey && event.key !== expected && isOneCharacter(event.key)) takeOrExpect(event.key, event);
  };
  const onBeforeInput = (event: InputEvent): void => {
    quiet.note(event);
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
