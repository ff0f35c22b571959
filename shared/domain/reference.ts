import { err, ok, type Result } from '../base/result';
import type { LocalDay } from '../base/time';
import type { CalendarRows } from './calendar-rows';
import type { FormOverride } from './form-override';
import type { Procedure } from './procedure';
import type { Reference, ReferencePackage } from './reference-package';
import { EMBEDDED_RULES_VERSION, embeddedRules, findRulesInForce, type RuleSet } from './rule-set';
import type { Unit } from './unit';
import { hasWorkingTime } from './unit-hours';

type Kind = ReferencePackage['kind'];
type PackageOf<K extends Kind> = Extract<ReferencePackage, { kind: K }>;

/** Why no rules could be put together for a day: nothing can be received under them. */
export type ReferenceError =
  | { readonly kind: 'missingPackage'; readonly package: Exclude<Kind, 'rules' | 'addresses' | 'forms'> }
  | { readonly kind: 'noWorkingTime'; readonly unitId: string };

/** The province's word goes before the installer's, then the later start, then the higher version. */
function byPrecedence(a: ReferencePackage, b: ReferencePackage): number {
  if (a.origin !== b.origin) return a.origin === 'province' ? -1 : 1;
  if (a.validFrom !== b.validFrom) return a.validFrom > b.validFrom ? -1 : 1;
  return b.version.localeCompare(a.version, 'en', { numeric: true });
}

/** Packages of one kind in force on the day, the one to believe first. */
function inForce<K extends Kind>(packages: readonly ReferencePackage[], kind: K, day: LocalDay): PackageOf<K>[] {
  return packages
    .filter((item): item is PackageOf<K> => item.kind === kind && item.validFrom <= day)
    .sort(byPrecedence);
}

/** Of several versions of one row the latest that is in force on the day; rows of the future stay out. */
function latestRows<T extends { readonly validFrom: LocalDay }>(
  rows: readonly T[],
  day: LocalDay,
  keyOf: (row: T) => string,
): ReadonlyMap<string, T> {
  const latest = new Map<string, T>();
  for (const row of rows) {
    const known = latest.get(keyOf(row));
    if (row.validFrom <= day && (!known || known.validFrom <= row.validFrom)) latest.set(keyOf(row), row);
  }
  return latest;
}

/**
 * Joins calendars year by year: a package that brings only next year's days off must not take this year's away.
 * Each year comes whole from the first package that holds it.
 */
function joinCalendars(packages: readonly PackageOf<'calendar'>[]): {
  readonly rows: CalendarRows;
  readonly used: readonly PackageOf<'calendar'>[];
} {
  const ownerOf = new Map<number, PackageOf<'calendar'>>();
  for (const item of packages) {
    for (const year of item.rows.years) if (!ownerOf.has(year)) ownerOf.set(year, item);
  }
  const used = packages.filter((item) => [...ownerOf.values()].includes(item));
  const entries = used.flatMap((item) =>
    item.rows.entries.filter((entry) => ownerOf.get(Number(entry.day.slice(0, 4))) === item),
  );
  return { rows: { years: [...ownerOf.keys()].sort((a, b) => a - b), entries }, used };
}

function findUnitWithoutTime(units: ReadonlyMap<string, Unit>): Unit | undefined {
  return [...units.values()].find((unit) => !hasWorkingTime(unit));
}

/** The rules in force on the day out of the first package that has some; without one the defaults inside the program. */
function findRules(packages: readonly ReferencePackage[], day: LocalDay) {
  for (const pack of inForce(packages, 'rules', day)) {
    const rules: RuleSet | undefined = findRulesInForce(pack.rows, day);
    if (rules) return { rules, version: pack.version, origin: pack.origin };
  }
  return { rules: embeddedRules, version: EMBEDDED_RULES_VERSION, origin: null };
}

/** Packages of a kind that have begun by a day, the one to believe first. */
export function listByPrecedence(
  packages: readonly ReferencePackage[],
  kind: Kind,
  day: LocalDay,
): readonly ReferencePackage[] {
  return inForce(packages, kind, day);
}

/** Rules in force on a day, whatever else the packages hold; without any the defaults inside the program. */
export function findRulesOn(packages: readonly ReferencePackage[], day: LocalDay): RuleSet {
  return findRules(packages, day).rules;
}

/** Units as they stand on a day, mergers included; none where no package reaches so far back. */
export function findUnitsOn(packages: readonly ReferencePackage[], day: LocalDay): ReadonlyMap<string, Unit> {
  const [units] = inForce(packages, 'units', day);
  return latestRows<Unit>(units?.rows ?? [], day, (unit) => unit.id);
}

/**
 * What the province prints differently on papers of a day: the rows of the package of kind `forms` in force on it. Empty when
 * there is none; the dates of the rows themselves are judged by `decideFormChanges`.
 */
export function findFormOverrides(packages: readonly ReferencePackage[], day: LocalDay): readonly FormOverride[] {
  return inForce(packages, 'forms', day)[0]?.rows ?? [];
}

/**
 * Rules in force on a day (the day of reception), out of every package the device holds.
 * `versions.calendar` names all packages whose years are used, joined by `+`, newest word first.
 */
export function buildReference(
  packages: readonly ReferencePackage[],
  day: LocalDay,
): Result<Reference, ReferenceError> {
  const [procedures] = inForce(packages, 'procedures', day);
  const [units] = inForce(packages, 'units', day);
  const calendars = inForce(packages, 'calendar', day);
  if (!procedures) return err({ kind: 'missingPackage', package: 'procedures' });
  if (!units) return err({ kind: 'missingPackage', package: 'units' });
  if (calendars.length === 0) return err({ kind: 'missingPackage', package: 'calendar' });
  const calendar = joinCalendars(calendars);
  const unitRows = latestRows<Unit>(units.rows, day, (unit) => unit.id);
  const rules = findRules(packages, day);
  const broken = findUnitWithoutTime(unitRows);
  if (broken) return err({ kind: 'noWorkingTime', unitId: broken.id });
  return ok({
    procedures: latestRows<Procedure>(procedures.rows, day, (procedure) => procedure.code),
    calendar: calendar.rows,
    units: unitRows,
    rules: rules.rules,
    versions: {
      procedures: procedures.version,
      calendar: calendar.used.map((item) => item.version).join('+'),
      units: units.version,
      rules: rules.version,
    },
    provisional: [procedures, units, rules, ...calendar.used].some((item) => item.origin === 'installer'),
  });
}
