/** Which column a table is ordered by. */
export interface SortOrder {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

const collator = new Intl.Collator('vi', { numeric: true });

/** Orders rows by a value; equal values keep their places. Text is compared the Vietnamese way. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => string | number,
  direction: SortOrder['direction'],
): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y)));
  });
}

/**
 * Rows for a table somebody is working in: those already shown keep their places, vanished ones leave, new ones come
 * last. So no row slides away under the hand.
 */
export function holdOrder<Row>(
  shownKeys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly Row[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const kept = shownKeys.flatMap((key) => {
    const row = byKey.get(key);
    byKey.delete(key);
    return row === undefined ? [] : [row];
  });
  return [...kept, ...byKey.values()];
}
