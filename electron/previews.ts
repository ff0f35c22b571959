/** Rendered papers held for the page until it has fetched them. Never on the disk: they are not sealed. */
export interface Previews {
  readonly keep: (id: string, bytes: Uint8Array) => void;
  /** Gives the bytes once and forgets them. */
  readonly take: (id: string) => Uint8Array | undefined;
  readonly clear: () => void;
}

/** At most `limit` previews are held; the oldest goes first. */
export function createPreviews(limit: number): Previews {
  const held = new Map<string, Uint8Array>();
  return {
    keep: (id, bytes) => {
      held.set(id, bytes);
      for (const oldest of [...held.keys()].slice(0, Math.max(0, held.size - limit))) held.delete(oldest);
    },
    take: (id) => {
      const bytes = held.get(id);
      held.delete(id);
      return bytes;
    },
    clear: () => {
      held.clear();
    },
  };
}
