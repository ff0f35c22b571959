import type { ReferencePackage } from './reference-package';

/**
 * How many values of a package no official text confirms: fields of procedures, days of calendars and units, entries of rules.
 * Addresses and a province's own forms carry no such mark.
 */
export function countUnconfirmed(pack: ReferencePackage): number {
  switch (pack.kind) {
    case 'procedures':
      return pack.rows.reduce((sum, row) => sum + row.provisional.length, 0);
    case 'calendar':
      return pack.rows.entries.filter((entry) => entry.provisional).length;
    case 'units':
      return pack.rows.flatMap((unit) => unit.localDays ?? []).filter((day) => day.provisional === true).length;
    case 'rules':
      return pack.rows.reduce((sum, row) => sum + row.provisional.length, 0);
    case 'addresses':
    case 'forms':
      return 0;
  }
}
