import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react';
import { listenForScans } from './scan-listener';
import type { Undo } from './scan-memory';

/** Takes a scanned text; true when it was of use. */
type ScanHandler = (text: string) => boolean;

/** Who on the page has to do with scans. */
interface ScanParties {
  readonly handlers: ScanHandler[];
  readonly memories: Set<() => Undo>;
  /** Told of every scan before anybody takes it. */
  readonly hearers: Set<() => void>;
}

const PartiesContext = createContext<ScanParties | undefined>(undefined);

/** Hears every scanner on the page. `onSecretBurst`: something was scanned into a password box and thrown away. */
export function ScanProvider(props: { readonly children: ReactNode; readonly onSecretBurst: () => void }): ReactNode {
  const [parties] = useState<ScanParties>(() => ({ handlers: [], memories: new Set(), hearers: new Set() }));
  const onSecretBurst = useRef(props.onSecretBurst);
  useEffect(() => {
    onSecretBurst.current = props.onSecretBurst;
  });
  useEffect(
    () =>
      listenForScans({
        onScan: (text) => {
          for (const hear of parties.hearers) hear();
          return parties.handlers.toReversed().some((handle) => handle(text));
        },
        remember: () => {
          const undos = [...parties.memories].map((remember) => remember());
          return () => {
            for (const undo of undos) undo();
          };
        },
        onSecretBurst: () => {
          onSecretBurst.current();
        },
      }),
    [parties],
  );
  return <PartiesContext value={parties}>{props.children}</PartiesContext>;
}

/**
 * Receives scans while mounted; the screen mounted last is asked first, a `isFallback` one after all others (a parent's
 * effects run after its children's, so order of mounting alone would not do).
 */
export function useScan(handler: ScanHandler, options: { readonly isFallback?: boolean } = {}): void {
  const isFallback = options.isFallback ?? false;
  const handlers = use(PartiesContext)?.handlers;
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

/** Hears that something was scanned, whoever takes it: what was said of the scan before is out of date. */
export function useHeardScan(hear: () => void): void {
  const hearers = use(PartiesContext)?.hearers;
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    const tell = (): void => {
      latest.current();
    };
    hearers?.add(tell);
    return () => {
      hearers?.delete(tell);
    };
  }, [hearers]);
}

/**
 * A screen whose state says more than the text of its fields (typing into one clears a choice made before) copies that
 * state here; the copy is put back when the keys turn out to be a scan. `remember` must stay the same function.
 */
export function useScanMemory(remember: () => Undo): void {
  const memories = use(PartiesContext)?.memories;
  useEffect(() => {
    memories?.add(remember);
    return () => {
      memories?.delete(remember);
    };
  }, [memories, remember]);
}
