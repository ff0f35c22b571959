import type { ReportCell, ReportRow } from './report-data';

/** Ids of the dossiers that make a figure; the figure is their number. */
export type Ids = readonly string[];

/** A text, a number that no dossier makes, an instant, or nothing. */
export function plainCell(value: string | number | null): ReportCell {
  return { value };
}

/** Number of dossiers, with the dossiers. */
export function countCell(dossierIds: Ids): ReportCell {
  return { value: dossierIds.length, dossierIds };
}

/** An amount or a measured value with the dossiers behind it. */
export function figureCell(value: number | null, dossierIds: Ids): ReportCell {
  return { value, dossierIds };
}

/** Share of 1; null where there is nothing to take a share of. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Share of dossiers, with those that count. */
export function shareCell(part: Ids, whole: Ids): ReportCell {
  return { value: shareOf(part.length, whole.length), dossierIds: part };
}

/** A row of cells. */
export function rowOf(cells: readonly ReportCell[], look: ReportRow['look'] = 'plain'): ReportRow {
  return { look, cells };
}

/** Ids of the facts that pass a test, in their order. */
export function idsOf<T extends { readonly dossierId: string }>(
  facts: readonly T[],
  test: (fact: T) => boolean = () => true,
): Ids {
  return facts.filter(test).map(({ dossierId }) => dossierId);
}

/** Groups in the order of their first member. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Sum of numbers. */
export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Vietnamese alphabetical order. */
export function compareNames(a: string, b: string): number {
  return a.localeCompare(b, 'vi');
}
