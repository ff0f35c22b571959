import type { LocalDay } from '../base/time';

/** What became of a row from one package to the next. `since`: a new version of it, in force from that day on. */
export type RowPair<T> =
  | { readonly kind: 'added'; readonly row: T }
  | { readonly kind: 'removed'; readonly row: T }
  | { readonly kind: 'kept'; readonly before: T; readonly after: T; readonly since: LocalDay | null }
  | { readonly kind: 'versionDropped'; readonly row: T };

interface Versioned {
  readonly validFrom: LocalDay;
}

/** Versions by key, keys in the order in which they first appear, versions from the oldest on. */
function groupVersions<T extends Versioned>(
  rows: readonly T[],
  keyOf: (row: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  for (const group of groups.values()) group.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return groups;
}

/** The version that holds just before one begins: of its own package, else of the older one, else the first there was. */
function findForerunner<T extends Versioned>(row: T, before: readonly T[], after: readonly T[]): T | undefined {
  const isEarlier = (other: T) => other.validFrom < row.validFrom;
  return after.findLast(isEarlier) ?? before.findLast(isEarlier) ?? before[0];
}

function pairGroup<T extends Versioned>(before: readonly T[], after: readonly T[]): readonly RowPair<T>[] {
  const compared = new Set<T>();
  const pairs = after.map((row): RowPair<T> => {
    const same = before.find((other) => other.validFrom === row.validFrom);
    const old = same ?? findForerunner(row, before, after);
    if (!old) return { kind: 'added', row };
    compared.add(old);
    return { kind: 'kept', before: old, after: row, since: same ? null : row.validFrom };
  });
  const dropped = before.filter((row) => !compared.has(row));
  return [
    ...pairs,
    ...dropped.map((row) => ({ kind: after.length === 0 ? 'removed' : 'versionDropped', row }) as const),
  ];
}

/**
 * Pairs the rows of two packages, version by version: a row is compared with the one from the same day, a new version with the
 * one it replaces, so that "what changes on 1 August" can be told before that day.
 */
export function pairVersions<T extends Versioned>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (row: T) => string,
): readonly RowPair<T>[] {
  const old = groupVersions(before, keyOf);
  const young = groupVersions(after, keyOf);
  return [...new Set([...young.keys(), ...old.keys()])].flatMap((key) =>
    pairGroup(old.get(key) ?? [], young.get(key) ?? []),
  );
}
