import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react';
import { listenForScans } from './scan-listener';

/** Takes a scanned text; true when it was of use. */
type ScanHandler = (text: string) => boolean;

const HandlersContext = createContext<ScanHandler[] | undefined>(undefined);

/** Hears every scanner on the page. `onSecretBurst`: something was scanned into a password box and thrown away. */
export function ScanProvider(props: { readonly children: ReactNode; readonly onSecretBurst: () => void }): ReactNode {
  const [handlers] = useState<ScanHandler[]>(() => []);
  const onSecretBurst = useRef(props.onSecretBurst);
  useEffect(() => {
    onSecretBurst.current = props.onSecretBurst;
  });
  useEffect(
    () =>
      listenForScans({
        onScan: (text) => handlers.toReversed().some((handle) => handle(text)),
        onSecretBurst: () => {
          onSecretBurst.current();
        },
      }),
    [handlers],
  );
  return <HandlersContext value={handlers}>{props.children}</HandlersContext>;
}

/**
 * Receives scans while mounted; the screen mounted last is asked first, a `isFallback` one after all others (a parent's
 * effects run after its children's, so order of mounting alone would not do).
 */
export function useScan(handler: ScanHandler, options: { readonly isFallback?: boolean } = {}): void {
  const isFallback = options.isFallback ?? false;
  const handlers = use(HandlersContext);
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!handlers) return undefined;
    const handle: ScanHandler = (text) => latest.current(text);
    if (isFallback) handlers.unshift(handle);
    else handlers.push(handle);
    return () => {
      handlers.splice(handlers.indexOf(handle), 1);
    };
  }, [handlers, isFallback]);
}
