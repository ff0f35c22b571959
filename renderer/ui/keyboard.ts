/** Function keys and combinations only: a bare letter would fire inside Telex or VNI typing. */
export type ShortcutKeys =
  | 'F1'
  | 'F2'
  | 'F3'
  | 'F4'
  | 'F5'
  | 'F6'
  | 'F7'
  | 'F8'
  | 'F9'
  | 'F10'
  | 'F11'
  | 'F12'
  | `Ctrl+${string}`
  | `Alt+${string}`
  | `Shift+F${number}`;

/** What is needed of a DOM keyboard event; kept small so that the rules can be tested without a page. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
}

/** One registered shortcut. */
export interface Shortcut {
  readonly keys: ShortcutKeys;
  readonly label: string;
  /** Root, or the dialog it belongs to: only the topmost layer listens. */
  readonly layer: string;
  readonly run: () => void;
}

/** True while an input method is composing: then Enter and letters belong to it, not to us. */
export function isComposingKey(press: Pick<KeyPress, 'isComposing' | 'key'>): boolean {
  return press.isComposing || press.key === 'Process';
}

/**
 * Name of the combination that was pressed, in the spelling of {@link ShortcutKeys}; `undefined` for plain typing.
 * Letters and digits go by their place on the keyboard, because layouts and input methods change what they produce.
 */
export function findPressedKeys(press: KeyPress): string | undefined {
  if (isComposingKey(press) || press.metaKey) return undefined;
  const isFunctionKey = /^F\d{1,2}$/.test(press.key);
  if (!isFunctionKey && !press.ctrlKey && !press.altKey) return undefined;
  const placed = /^(?:Key|Digit)(\w)$/.exec(press.code)?.[1];
  const modifiers = [press.ctrlKey && 'Ctrl', press.altKey && 'Alt', press.shiftKey && 'Shift'].filter(Boolean);
  return [...modifiers, isFunctionKey ? press.key : (placed ?? press.key)].join('+');
}

/** The one list of shortcuts of the page. */
export interface ShortcutRegistry {
  readonly register: (shortcut: Shortcut) => () => void;
  /** Opens a layer that silences everything below until it is closed. */
  readonly openLayer: (layer: string) => () => void;
  readonly find: (keys: string) => Shortcut | undefined;
  /** What works right now, one line per combination, for the F1 list. */
  readonly list: () => readonly Shortcut[];
}

export const ROOT_LAYER = 'root';

/** Makes an empty registry. Of two owners of one combination the later one wins: the inner screen hides the outer. */
export function createShortcutRegistry(): ShortcutRegistry {
  const shortcuts: Shortcut[] = [];
  const layers: string[] = [ROOT_LAYER];
  const removeFrom = <T>(list: T[], item: T): void => {
    const at = list.lastIndexOf(item);
    if (at >= 0) list.splice(at, 1);
  };
  const current = (): readonly Shortcut[] => shortcuts.filter((s) => s.layer === layers.at(-1));
  return {
    register: (shortcut) => {
      shortcuts.push(shortcut);
      return () => {
        removeFrom(shortcuts, shortcut);
      };
    },
    openLayer: (layer) => {
      layers.push(layer);
      return () => {
        removeFrom(layers, layer);
      };
    },
    find: (keys) => current().findLast((s) => s.keys === keys),
    list: () => [...new Map(current().map((s) => [s.keys, s])).values()],
  };
}
