import { createElement, type KeyboardEvent, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { useFieldKeys } from './use-field-keys';

const plain = { key: 'Enter', repeat: false, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };

/** Presses a key on the saved view; whether anything below the screen's root still gets it. */
function reachesButton(press: Partial<typeof plain>): boolean {
  const stopPropagation = vi.fn();
  const preventDefault = vi.fn();
  const event = {
    ...plain,
    ...press,
    stopPropagation,
    preventDefault,
    target: null,
    nativeEvent: { isComposing: false },
  } as unknown as KeyboardEvent;
  const Probe = (): ReactNode => {
    const { onKeyDownCapture } = useFieldKeys(undefined, () => false);
    onKeyDownCapture(event);
    return null;
  };
  vi.stubGlobal('Element', Object);
  renderToString(createElement(Probe));
  vi.unstubAllGlobals();
  expect(preventDefault.mock.calls).toHaveLength(stopPropagation.mock.calls.length);
  return stopPropagation.mock.calls.length === 0;
}

describe('useFieldKeys on the saved view', () => {
  it('lets a plain fresh Enter through and no other key is touched', () => {
    expect(reachesButton({})).toBe(true);
    expect(reachesButton({ key: 'F7' })).toBe(true);
    expect(reachesButton({ key: 'a', ctrlKey: true })).toBe(true);
  });

  it('swallows a second Ctrl+Enter and an Enter that is still held', () => {
    expect(reachesButton({ ctrlKey: true })).toBe(false);
    expect(reachesButton({ repeat: true })).toBe(false);
    expect(reachesButton({ ctrlKey: true, repeat: true })).toBe(false);
    expect(reachesButton({ shiftKey: true })).toBe(false);
  });
});
