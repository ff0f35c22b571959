import { err, ok, type Result } from '../base/result';
import type { LocalDay } from '../base/time';
import type { AddressRows } from './address';
import type { CalendarEntry } from './calendar-rows';
import { overrideKey, type FormOverride } from './form-override';
import { diffProcedures, isSameValue, type ProcedureChange } from './procedure-diff';
import type { ReferencePackage } from './reference-package';
import { pairVersions, type RowPair } from './row-versions';
import type { RuleSet } from './rule-set';
import type { Unit, UnitSuccession } from './unit';

/** One difference between two versions of a row. `fields`: names of members whose values differ. */
export type RowChange =
  | ProcedureChange
  | { readonly kind: 'members'; readonly fields: readonly string[] }
  | { readonly kind: 'succession'; readonly after: UnitSuccession | null }
  | { readonly kind: 'day'; readonly before: CalendarEntry; readonly after: CalendarEntry };

/** What happened to one row. `since`: it speaks of a new version, in force from that day on. */
export interface RowDiff {
  readonly key: string;
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'versionDropped';
  readonly since: LocalDay | null;
  readonly changes: readonly RowChange[];
}

/** All differences of two packages of one kind. */
export interface PackageDiff {
  readonly kind: ReferencePackage['kind'];
  readonly before: string;
  readonly after: string;
  readonly rows: readonly RowDiff[];
}

/** Members whose values differ, in the order of their names. */
function differingMembers(before: object, after: object, leftOut: readonly string[]): readonly string[] {
  const read = (from: object, field: string) => (from as Record<string, unknown>)[field];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !leftOut.includes(field) && !isSameValue(read(before, field), read(after, field)))
    .sort();
}

function asMembers(fields: readonly string[]): readonly RowChange[] {
  return fields.length === 0 ? [] : [{ kind: 'members', fields }];
}

interface Naming<T> {
  readonly key: (row: T) => string;
  readonly name: (row: T) => string;
  readonly compare: (before: T, after: T) => readonly RowChange[];
}

function describePair<T extends { readonly validFrom: LocalDay }>(pair: RowPair<T>, naming: Naming<T>): RowDiff[] {
  const of = (row: T) => ({ key: naming.key(row), name: naming.name(row) });
  switch (pair.kind) {
    case 'added':
      return [{ ...of(pair.row), kind: 'added', since: pair.row.validFrom, changes: [] }];
    case 'removed':
      return [{ ...of(pair.row), kind: 'removed', since: null, changes: [] }];
    case 'versionDropped':
      return [{ ...of(pair.row), kind: 'versionDropped', since: pair.row.validFrom, changes: [] }];
    case 'kept': {
      const changes = naming.compare(pair.before, pair.after);
      // A new version that says the same is still news: it has a day.
      return changes.length === 0 && pair.since === null
        ? []
        : [{ ...of(pair.after), kind: 'changed', since: pair.since, changes }];
    }
  }
}

function diffVersioned<T extends { readonly validFrom: LocalDay }>(
  rows: { readonly before: readonly T[]; readonly after: readonly T[] },
  naming: Naming<T>,
): readonly RowDiff[] {
  return pairVersions(rows.before, rows.after, naming.key).flatMap((pair) => describePair(pair, naming));
}

function diffUnit(before: Unit, after: Unit): readonly RowChange[] {
  const merged = isSameValue(before.succession, after.succession)
    ? []
    : [{ kind: 'succession' as const, after: after.succession ?? null }];
  return [...merged, ...asMembers(differingMembers(before, after, ['succession', 'validFrom']))];
}

function diffRules(before: RuleSet, after: RuleSet): readonly RowChange[] {
  return asMembers(differingMembers(before, after, ['validFrom']));
}

function diffOverride(before: FormOverride, after: FormOverride): readonly RowChange[] {
  return asMembers(differingMembers(before, after, ['validFrom']));
}

function diffDays(before: readonly CalendarEntry[], after: readonly CalendarEntry[]): readonly RowDiff[] {
  const row = (entry: CalendarEntry, kind: RowDiff['kind'], changes: readonly RowChange[] = []): RowDiff => ({
    ...{ key: entry.day, name: entry.name, kind, since: null, changes },
  });
  const added = after.flatMap((entry): RowDiff[] => {
    const old = before.find((other) => other.day === entry.day);
    if (!old) return [row(entry, 'added')];
    return isSameValue(old, entry) ? [] : [row(entry, 'changed', [{ kind: 'day', before: old, after: entry }])];
  });
  const removed = before.filter((entry) => !after.some((other) => other.day === entry.day));
  return [...added, ...removed.map((entry) => row(entry, 'removed'))].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function diffYears(before: readonly number[], after: readonly number[]): readonly RowDiff[] {
  const row = (year: number, kind: RowDiff['kind']): RowDiff => ({
    ...{ key: String(year), name: '', kind, since: null, changes: [] },
  });
  return [
    ...after.filter((year) => !before.includes(year)).map((year) => row(year, 'added')),
    ...before.filter((year) => !after.includes(year)).map((year) => row(year, 'removed')),
  ];
}

function diffAddresses(before: AddressRows, after: AddressRows): readonly RowDiff[] {
  return diffVersioned(
    { before: before.units, after: after.units },
    {
      key: (unit) => unit.id,
      name: (unit) => unit.name,
      compare: (old, young) => asMembers(differingMembers(old, young, ['validFrom'])),
    },
  );
}

function diffRows(before: ReferencePackage, after: ReferencePackage): readonly RowDiff[] | undefined {
  if (before.kind === 'procedures' && after.kind === 'procedures') {
    return diffVersioned(
      { before: before.rows, after: after.rows },
      { key: (row) => row.code, name: (row) => row.shortName, compare: diffProcedures },
    );
  }
  if (before.kind === 'units' && after.kind === 'units') {
    return diffVersioned(
      { before: before.rows, after: after.rows },
      { key: (row) => row.id, name: (row) => row.name, compare: diffUnit },
    );
  }
  if (before.kind === 'rules' && after.kind === 'rules') {
    return diffVersioned(
      { before: before.rows, after: after.rows },
      { key: () => 'rules', name: () => '', compare: diffRules },
    );
  }
  if (before.kind === 'calendar' && after.kind === 'calendar') {
    return [...diffYears(before.rows.years, after.rows.years), ...diffDays(before.rows.entries, after.rows.entries)];
  }
  if (before.kind === 'forms' && after.kind === 'forms') {
    return diffVersioned(
      { before: before.rows, after: after.rows },
      { key: overrideKey, name: (row) => row.title ?? row.form, compare: diffOverride },
    );
  }
  if (before.kind === 'addresses' && after.kind === 'addresses') return diffAddresses(before.rows, after.rows);
  return undefined;
}

/** Tells what changed from one package to another of the same kind, row by row; packages of two kinds have nothing in common. */
export function diffPackages(
  before: ReferencePackage,
  after: ReferencePackage,
): Result<PackageDiff, { readonly kind: 'otherKind' }> {
  const rows = diffRows(before, after);
  if (!rows) return err({ kind: 'otherKind' });
  return ok({ kind: after.kind, before: before.version, after: after.version, rows });
}
