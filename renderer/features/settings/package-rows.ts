import { formatDay, type LocalDay } from '../../../shared/base/time';
import { diffPackages, type RowDiff } from '../../../shared/domain/package-diff';
import { listByPrecedence } from '../../../shared/domain/reference';
import { referenceKinds, type Reference, type ReferencePackage } from '../../../shared/domain/reference-package';
import { countUnconfirmed } from '../../../shared/domain/unconfirmed-count';
import { unconfirmedText } from '../../../shared/text/catalogue-sentences';
import { memberMessage } from '../../../shared/text/package-diff-sentences';
import type { Message } from '../../../shared/text/message';

/** `later`: its first day is still to come. `kept`: still here, but another package goes before it. */
export type PackageState = 'inForce' | 'later' | 'kept';

/** One package of this PC as the settings show it. */
export interface PackageRow {
  readonly id: string;
  readonly pack: ReferencePackage;
  readonly state: PackageState;
  /** Values no official text confirms. */
  readonly unconfirmed: number;
  /** What it is compared with: the package that would hold without it. Null when there is none here. */
  readonly previous: ReferencePackage | null;
}

function listUsed(packages: readonly ReferencePackage[], reference: Reference | null): readonly ReferencePackage[] {
  const [first] = packages;
  if (first?.kind !== 'calendar') return packages.slice(0, 1);
  // Years are joined from several calendars; of two that share a version the first is the one that is read.
  const names = reference?.versions.calendar.split('+') ?? [];
  return names.flatMap((version) => packages.find((pack) => pack.version === version) ?? []);
}

function isBefore(a: ReferencePackage, b: ReferencePackage): number {
  if (a.validFrom === b.validFrom) return a.version < b.version ? -1 : 1;
  return a.validFrom < b.validFrom ? -1 : 1;
}

/** Packages by kind: what is to come, what is in force, then what is only kept. */
export function listPackageRows(
  packages: readonly ReferencePackage[],
  reference: Reference | null,
  day: LocalDay,
): readonly PackageRow[] {
  return referenceKinds.flatMap((kind) => {
    const begun = listByPrecedence(packages, kind, day);
    const later = packages.filter((pack) => pack.kind === kind && pack.validFrom > day).sort(isBefore);
    const used = listUsed(begun, reference);
    const toRow = (
      pack: ReferencePackage,
      state: PackageState,
      previous: ReferencePackage | undefined,
    ): PackageRow => ({
      id: `${pack.kind} ${pack.version} ${pack.origin}`,
      ...{ pack, state, unconfirmed: countUnconfirmed(pack), previous: previous ?? null },
    });
    return [
      ...later.map((pack, index) => toRow(pack, 'later', later[index - 1] ?? begun[0])),
      ...begun.map((pack, index) => toRow(pack, used.includes(pack) ? 'inForce' : 'kept', begun[index + 1])),
    ];
  });
}

/** What changed against the package before; none when there is nothing to compare with. */
export function listChanges({ pack, previous }: PackageRow): readonly RowDiff[] {
  const diff = previous === null ? undefined : diffPackages(previous, pack);
  return diff?.ok === true ? diff.value.rows : [];
}

/** A line about what is not confirmed: the procedure it speaks of, or the package as a whole. */
export interface UnconfirmedLine {
  readonly key: string;
  readonly name: string;
  readonly what: Message;
}

/** What of a package no official text confirms, as an officer would tell it. */
export function listUnconfirmedLines(pack: ReferencePackage): readonly UnconfirmedLine[] {
  switch (pack.kind) {
    case 'procedures':
      return pack.rows.flatMap((row) => {
        const what = unconfirmedText(row, 'counter');
        return what === undefined
          ? []
          : [{ key: `${row.code} ${row.validFrom}`, name: `${row.code} ${row.shortName}`, what }];
      });
    case 'rules':
      return pack.rows.flatMap((row) =>
        row.provisional.map((field) => ({ key: `${row.validFrom} ${field}`, name: '', what: memberMessage(field) })),
      );
    case 'calendar':
      return pack.rows.entries
        .filter((entry) => entry.provisional)
        .map(({ day, name }) => ({
          key: day,
          name: '',
          what: { key: 'shell.settings.packageDay', values: { day: formatDay(day), name } },
        }));
    case 'units':
    case 'addresses':
    case 'forms':
      return [];
  }
}
