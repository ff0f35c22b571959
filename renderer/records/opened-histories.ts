import type { History } from '../../shared/domain/merge';

/** A history and the stored text it is sealed in. */
interface Opened {
  readonly sealed: string;
  readonly history: History;
}

/** Histories of the dossiers worked on last, so that an act in a row of acts need not open them again. */
export interface OpenedHistories {
  /** The history this very text holds; `undefined` when the text has to be opened. */
  readonly find: (dossierId: string, sealed: string) => History | undefined;
  readonly keep: (dossierId: string, opened: Opened) => void;
}

/** As many as main keeps: an officer works on few dossiers at a time. */
const KEPT = 64;

/** Makes an empty cache. It lives and ends with the open store. */
export function createOpenedHistories(): OpenedHistories {
  const kept = new Map<string, Opened>();
  return {
    find: (dossierId, sealed) => {
      const opened = kept.get(dossierId);
      return opened?.sealed === sealed ? opened.history : undefined;
    },
    keep: (dossierId, opened) => {
      kept.delete(dossierId);
      kept.set(dossierId, opened);
      const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
    },
  };
}
