import { createContext, type ReactNode, use, useEffect, useId, useRef, useState } from 'react';
import {
  createShortcutRegistry,
  findPressedKeys,
  ROOT_LAYER,
  type ShortcutKeys,
  type ShortcutRegistry,
} from './keyboard';

const RegistryContext = createContext<ShortcutRegistry | undefined>(undefined);
const LayerContext = createContext(ROOT_LAYER);

/** The page's shortcut registry; every {@link useShortcut} below it registers here. */
export function ShortcutProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [registry] = useState(createShortcutRegistry);
  useEffect(() => {
    // Capture: a focused button would otherwise take Ctrl+Enter for its own Enter.
    const onKeyDown = (event: KeyboardEvent): void => {
      const keys = findPressedKeys(event);
      const shortcut = keys === undefined ? undefined : registry.find(keys);
      if (!shortcut) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) shortcut.run();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [registry]);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

/** The registry itself, for the F1 list. */
export function useShortcutRegistry(): ShortcutRegistry {
  const registry = use(RegistryContext);
  if (!registry) throw new Error('useShortcut stands outside ShortcutProvider');
  return registry;
}

/** Binds a combination while the component is mounted. `label` is its line in the F1 list. */
export function useShortcut(
  keys: ShortcutKeys | undefined,
  label: string,
  command: { readonly run: () => void; readonly isEnabled?: boolean },
): void {
  const registry = useShortcutRegistry();
  const layer = use(LayerContext);
  const run = useRef(command.run);
  useEffect(() => {
    run.current = command.run;
  });
  const isEnabled = command.isEnabled ?? true;
  useEffect(() => {
    if (keys === undefined || !isEnabled) return undefined;
    const runLatest = (): void => {
      run.current();
    };
    return registry.register({ keys, label, layer, run: runLatest });
  }, [registry, layer, keys, label, isEnabled]);
}

/** Puts a dialog's shortcuts above those of the screen, which stay silent while it is open. */
export function ShortcutLayer({ children }: { readonly children: ReactNode }): ReactNode {
  const registry = useShortcutRegistry();
  const layer = useId();
  useEffect(() => registry.openLayer(layer), [registry, layer]);
  return <LayerContext value={layer}>{children}</LayerContext>;
}
