import { overrideKey } from './form-override';
import { findProcedureFaults, type ProcedureFault } from './procedure-check';
import type { Procedure } from './procedure';
import type { ReferencePackage } from './reference-package';
import { findUnitFaults, type UnitFault } from './unit-check';

/** A fault of a package as a whole, beside those of its rows. */
export type PackageFault =
  | { readonly kind: 'procedure'; readonly code: string; readonly fault: ProcedureFault }
  | { readonly kind: 'unit'; readonly fault: UnitFault }
  /** Two rows of one thing from the same day on: which of them holds is chance. */
  | { readonly kind: 'rowTwice'; readonly key: string }
  /** What officers type leads to two procedures. */
  | { readonly kind: 'abbreviationTwice'; readonly abbreviation: string; readonly codes: readonly string[] }
  | { readonly kind: 'dayOutsideYears'; readonly day: string };

function findRowsTwice(keys: readonly string[]): readonly PackageFault[] {
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  return [...new Set(twice)].map((key) => ({ kind: 'rowTwice', key }));
}

function findSharedAbbreviations(rows: readonly Procedure[]): readonly PackageFault[] {
  const codes = new Map<string, Set<string>>();
  for (const { code, abbreviations } of rows) {
    for (const text of abbreviations) codes.set(text, (codes.get(text) ?? new Set()).add(code));
  }
  return [...codes]
    .filter(([, users]) => users.size > 1)
    .map(([abbreviation, users]) => ({ kind: 'abbreviationTwice', abbreviation, codes: [...users].sort() }));
}

function versionKey(key: string, { validFrom }: { readonly validFrom: string }): string {
  return `${key} ${validFrom}`;
}

/**
 * Every fault of a reference package that its schema cannot see, for whoever writes one and for the test of the base packages.
 * A package with faults can be installed: a deed of the province is not refused for a wrong abbreviation.
 */
export function findPackageFaults(pack: ReferencePackage): readonly PackageFault[] {
  switch (pack.kind) {
    case 'procedures':
      return [
        ...findRowsTwice(pack.rows.map((row) => versionKey(row.code, row))),
        ...findSharedAbbreviations(pack.rows),
        ...pack.rows.flatMap((row) =>
          findProcedureFaults(row).map((fault) => ({ kind: 'procedure' as const, code: row.code, fault })),
        ),
      ];
    case 'units':
      return [
        ...findRowsTwice(pack.rows.map((row) => versionKey(row.id, row))),
        ...findUnitFaults(pack.rows).map((fault) => ({ kind: 'unit' as const, fault })),
      ];
    case 'calendar': {
      const { years, entries } = pack.rows;
      const outside = entries.filter((entry) => !years.includes(Number(entry.day.slice(0, 4))));
      return [
        ...findRowsTwice(entries.map((entry) => entry.day)),
        ...outside.map(({ day }) => ({ kind: 'dayOutsideYears' as const, day })),
      ];
    }
    case 'rules':
      return [
        ...findRowsTwice(pack.rows.map((row) => row.validFrom)),
        ...pack.rows.flatMap(({ permissions = [], approvals = [] }) => [
          ...findRowsTwice(permissions.map((row) => versionKey(row.role, row))),
          ...findRowsTwice(approvals.map((row) => versionKey(row.act, row))),
        ]),
      ];
    case 'addresses':
      return findRowsTwice(pack.rows.units.map((unit) => unit.id));
    case 'forms':
      return findRowsTwice(pack.rows.map((row) => versionKey(overrideKey(row), row)));
  }
}
