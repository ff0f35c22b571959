import { describe, expect, it } from 'vitest';
import { createShortcutRegistry, findPressedKeys, type KeyPress, ROOT_LAYER, type Shortcut } from './keyboard';

const plain: KeyPress = {
  key: 'a',
  code: 'KeyA',
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  isComposing: false,
};
const press = (change: Partial<KeyPress>): KeyPress => ({ ...plain, ...change });
const shortcut = (change: Partial<Shortcut>): Shortcut => ({
  keys: 'F2',
  label: 'Đổi người',
  layer: ROOT_LAYER,
  run: () => undefined,
  ...change,
});

describe('findPressedKeys', () => {
  it('ignores letters when no Ctrl or Alt is held', () => {
    expect(findPressedKeys(plain)).toBeUndefined();
    expect(findPressedKeys(press({ shiftKey: true, key: 'A' }))).toBeUndefined();
    expect(findPressedKeys(press({ key: 'Enter', code: 'Enter' }))).toBeUndefined();
  });
  it('names the key by its place when a layout makes another letter of it', () => {
    expect(findPressedKeys(press({ ctrlKey: true, key: 'ư', code: 'KeyK' }))).toBe('Ctrl+K');
    expect(findPressedKeys(press({ altKey: true, key: 'ă', code: 'Digit1' }))).toBe('Alt+1');
  });
  it('names function keys and Enter combinations when they are pressed', () => {
    expect(findPressedKeys(press({ key: 'F9', code: 'F9' }))).toBe('F9');
    expect(findPressedKeys(press({ ctrlKey: true, key: 'Enter', code: 'Enter' }))).toBe('Ctrl+Enter');
    expect(findPressedKeys(press({ shiftKey: true, key: 'F4', code: 'F4' }))).toBe('Shift+F4');
  });
  it('gives nothing when an input method is composing', () => {
    expect(findPressedKeys(press({ ctrlKey: true, isComposing: true }))).toBeUndefined();
    expect(findPressedKeys(press({ key: 'Process', code: 'F2', ctrlKey: true }))).toBeUndefined();
  });
});

describe('shortcut registry', () => {
  it('prefers the later owner and returns to the earlier when the later leaves', () => {
    const registry = createShortcutRegistry();
    const outer = shortcut({ label: 'outer' });
    registry.register(outer);
    const leave = registry.register(shortcut({ label: 'inner' }));
    expect(registry.find('F2')?.label).toBe('inner');
    expect(registry.list()).toHaveLength(1);
    leave();
    expect(registry.find('F2')).toBe(outer);
  });
  it('silences the screen when a dialog layer is open', () => {
    const registry = createShortcutRegistry();
    registry.register(shortcut({}));
    const close = registry.openLayer('dialog');
    expect(registry.find('F2')).toBeUndefined();
    registry.register(shortcut({ keys: 'Ctrl+Enter', layer: 'dialog' }));
    expect(registry.list().map((s) => s.keys)).toEqual(['Ctrl+Enter']);
    close();
    expect(registry.find('F2')).toBeDefined();
  });
});
