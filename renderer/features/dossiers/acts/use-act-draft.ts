import { createContext, type Dispatch, type SetStateAction, use, useEffect, useState } from 'react';
import type { ActDraftKeeper } from './act-draft-keeper';

/** Where the form that is being typed in is kept. */
export interface ActDrafting {
  readonly keeper: ActDraftKeeper;
  /** False: what was typed last is in memory only. */
  readonly isKept: boolean;
  /** Throws away what was typed; the form begins anew. */
  readonly discard: () => void;
}

/** Given by the panel to each of its forms. */
export const ActDraftContext = createContext<ActDrafting | undefined>(undefined);

/** The keeping of the form around; `undefined` outside the panel. */
export function useActDrafting(): ActDrafting | undefined {
  return use(ActDraftContext);
}

/**
 * State of a form of the panel that survives a lock, a crash and a look at another dossier: in place of `useState`. `part`
 * names it where a form has more than one.
 */
export function useActDraft<T>(start: () => T, part = 'fields'): readonly [T, Dispatch<SetStateAction<T>>] {
  const keeper = useActDrafting()?.keeper;
  const [value, setValue] = useState<T>(() => (keeper ? keeper.begin(part, start()) : start()));
  useEffect(() => {
    keeper?.note(part, value);
  }, [keeper, part, value]);
  return [value, setValue];
}
