import { useState } from 'react';

/** Rows chosen for one command; those that left the list are no longer chosen. */
export interface Chosen<Row> {
  readonly rows: readonly Row[];
  readonly has: (row: Row) => boolean;
  readonly toggle: (row: Row) => void;
  /** All of them, or none when all are. */
  readonly toggleAll: () => void;
  readonly clear: () => void;
}

/** See {@link Chosen}. `mayChoose` says which rows a command is for. */
export function useChosen<Row>(
  all: readonly Row[],
  keyOf: (row: Row) => string,
  mayChoose: (row: Row) => boolean,
): Chosen<Row> {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const open = all.filter(mayChoose);
  const rows = open.filter((row) => keys.has(keyOf(row)));
  return {
    rows,
    has: (row) => keys.has(keyOf(row)) && mayChoose(row),
    toggle: (row) => {
      if (!mayChoose(row)) return;
      const key = keyOf(row);
      setKeys(new Set(keys.has(key) ? [...keys].filter((one) => one !== key) : [...keys, key]));
    },
    toggleAll: () => {
      setKeys(new Set(rows.length === open.length ? [] : open.map(keyOf)));
    },
    clear: () => {
      setKeys(new Set());
    },
  };
}
