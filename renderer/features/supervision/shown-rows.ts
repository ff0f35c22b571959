import type { DossierRow } from '../../records/dossier-row';

/** Reads rows by id; those not held are left out, null: the read failed. */
export type ReadRows = (ids: readonly string[]) => Promise<readonly DossierRow[] | null>;

/** Rows of the dossiers on the screen: names are unsealed for what is looked at, and for nothing else. */
export interface ShownRows {
  readonly get: (id: string) => DossierRow | undefined;
  /** Asks for a row and tells when it is there. */
  readonly follow: (id: string, onThere: () => void) => () => void;
}

/** More than this many names are never kept: the oldest go first. */
export const KEPT_ROWS = 2_000;

/** Collects what is asked for in one turn and reads it at once. `later` calls back when the turn is over. */
export function createShownRows(readRows: ReadRows, later: (run: () => void) => void): ShownRows {
  const rows = new Map<string, DossierRow>();
  const listeners = new Map<string, Set<() => void>>();
  const wanted = new Set<string>();
  const keep = (row: DossierRow): void => {
    rows.set(row.dossierId, row);
    const [oldest] = rows.keys();
    if (rows.size > KEPT_ROWS && oldest !== undefined) rows.delete(oldest);
  };
  const flush = async (): Promise<void> => {
    const ids = [...wanted];
    wanted.clear();
    const read = await readRows(ids);
    read?.forEach(keep);
    for (const id of ids) for (const tell of listeners.get(id) ?? []) tell();
  };
  const ask = (id: string): void => {
    if (rows.has(id)) return;
    if (wanted.size === 0) later(() => void flush());
    wanted.add(id);
  };
  return {
    get: (id) => rows.get(id),
    follow: (id, onThere) => {
      const own = listeners.get(id) ?? new Set();
      listeners.set(id, own.add(onThere));
      ask(id);
      return () => {
        own.delete(onThere);
        if (own.size === 0) listeners.delete(id);
      };
    },
  };
}
