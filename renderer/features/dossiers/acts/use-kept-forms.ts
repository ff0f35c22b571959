import { useCallback, useEffect, useRef, useState } from 'react';
import type { PanelAct } from '../case-acts';
import type { KeptActDraft } from './act-draft';
import { listActDrafts } from './act-draft-keeper';

/** Half-typed acts of a dossier by act. */
export type KeptDrafts = ReadonlyMap<PanelAct, KeptActDraft>;

/** The officer's own form that was on the screen when it was kept last. */
export function findOpenDraft(drafts: KeptDrafts, officerId: string): PanelAct | undefined {
  const open = [...drafts].filter(([, { draft }]) => draft.isOpen && draft.owner.officerId === officerId);
  return open.sort(([, a], [, b]) => b.savedAt - a.savedAt)[0]?.[0];
}

/**
 * Half-typed acts on the disk; `undefined` until looked up. `onFirst` is told once what was found; `look` looks again.
 */
export function useKeptDrafts(
  dossierId: string,
  onFirst: (drafts: KeptDrafts) => void,
): { readonly drafts: KeptDrafts | undefined; readonly look: () => void } {
  const [drafts, setDrafts] = useState<KeptDrafts>();
  const tell = useRef<((found: KeptDrafts) => void) | undefined>(onFirst);
  const isGone = useRef(false);
  const look = useCallback(() => {
    void listActDrafts(dossierId).then((found) => {
      if (isGone.current) return;
      setDrafts(found);
      tell.current?.(found);
      tell.current = undefined;
    });
  }, [dossierId]);
  useEffect(() => {
    isGone.current = false;
    look();
    return () => {
      isGone.current = true;
    };
  }, [look]);
  return { drafts, look };
}

/** Forms opened so far, with how often each was begun anew. One that was put away stays; one that is done is dropped. */
export function useOpenedForms(open: PanelAct | null): {
  readonly opened: ReadonlyMap<PanelAct, number>;
  readonly drop: (kind: PanelAct) => void;
  readonly beginAnew: (kind: PanelAct) => void;
} {
  const [opened, setOpened] = useState<ReadonlyMap<PanelAct, number>>(new Map());
  if (open !== null && !opened.has(open)) setOpened(new Map([...opened, [open, 0]]));
  return {
    opened,
    drop: (kind) => {
      setOpened((known) => new Map([...known].filter(([one]) => one !== kind)));
    },
    beginAnew: (kind) => {
      setOpened((known) => new Map([...known, [kind, (known.get(kind) ?? 0) + 1]]));
    },
  };
}
