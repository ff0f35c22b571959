import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalDay } from '../shared/base/time';
import { findActRules, type ActRules } from '../shared/domain/act-rules';
import { findRulesOn, findUnitsOn } from '../shared/domain/reference';
import { referenceKinds, referencePackageSchema, type ReferencePackage } from '../shared/domain/reference-package';
import type { Unit } from '../shared/domain/unit';
import { buildUnitCalendar, type WorkingCalendar } from '../shared/domain/working-calendar';
import { packageSigningText, type SignedPackage } from '../shared/sync/protocol';
import type { SigningKey } from './security/signing-key';

type PackageKind = ReferencePackage['kind'];

/** Without these nothing can be received; a province's folder need not hold the others. */
const neededKinds: ReadonlySet<PackageKind> = new Set<PackageKind>(['procedures', 'calendar', 'units']);

/** The reference packages this server hands out, and what it reads from them itself. */
export interface PackageShelf {
  readonly signed: ReadonlyMap<string, SignedPackage>;
  readonly versions: readonly { readonly kind: string; readonly version: string }[];
  readonly packages: readonly ReferencePackage[];
  /** Days off of the country; its working hours are the first unit's and only there because a calendar has some. */
  readonly calendar: WorkingCalendar;
  readonly procedureCodes: ReadonlySet<string>;
  /** Registered units by id. */
  readonly unitIds: ReadonlySet<string>;
  /** Units as they stand on a day, mergers included. */
  readonly unitsOn: (day: LocalDay) => ReadonlyMap<string, Unit>;
  /** Rules for the acts typed on a day: the same rows main and the page go by. */
  readonly actRulesOn: (day: LocalDay) => ActRules;
}

async function readPackage(folder: string, kind: PackageKind): Promise<ReferencePackage> {
  const pack = referencePackageSchema.parse(JSON.parse(await readFile(join(folder, `${kind}.json`), 'utf8')));
  if (pack.kind !== kind) throw new Error(`${kind}.json holds a package of kind ${pack.kind}`);
  return pack;
}

async function readFolder(folder: string): Promise<readonly ReferencePackage[]> {
  const there = new Set(await readdir(folder));
  const kinds = referenceKinds.filter((kind) => neededKinds.has(kind) || there.has(`${kind}.json`));
  return Promise.all(kinds.map((kind) => readPackage(folder, kind)));
}

function signPackage(pack: ReferencePackage, key: SigningKey): SignedPackage {
  return { package: pack, keyId: key.keyId, signature: key.sign(packageSigningText(pack)) };
}

function buildCalendar(packages: readonly ReferencePackage[]): WorkingCalendar {
  const rows = packages.find((pack) => pack.kind === 'calendar')?.rows;
  const unit = packages.find((pack) => pack.kind === 'units')?.rows[0];
  if (!rows || !unit) throw new Error('reference packages without a calendar or a unit');
  return buildUnitCalendar(rows, unit);
}

/** Days whose rules are remembered: a push holds acts of a few. */
const DAYS_KEPT = 64;

/** What a function of the day says, worked out once a day. */
function rememberDays<T>(find: (day: LocalDay) => T): (day: LocalDay) => T {
  const known = new Map<LocalDay, T>();
  return (day) => {
    const found = known.get(day) ?? find(day);
    if (known.size >= DAYS_KEPT) known.clear();
    known.set(day, found);
    return found;
  };
}

/**
 * Reads, checks and signs the packages of a folder. Throws on a malformed file or a missing one that must be there: the
 * server does not start.
 */
export async function openPackageShelf(folder: string, key: SigningKey): Promise<PackageShelf> {
  const packages = await readFolder(folder);
  const unitsOn = rememberDays((day) => findUnitsOn(packages, day));
  return {
    packages,
    calendar: buildCalendar(packages),
    signed: new Map(packages.map((pack) => [pack.kind, signPackage(pack, key)])),
    versions: packages.map(({ kind, version }) => ({ kind, version })),
    procedureCodes: new Set(
      packages.flatMap((pack) => (pack.kind === 'procedures' ? pack.rows.map((row) => row.code) : [])),
    ),
    unitIds: new Set(packages.flatMap((pack) => (pack.kind === 'units' ? pack.rows.map((row) => row.id) : []))),
    unitsOn,
    actRulesOn: rememberDays((day) => findActRules({ rules: findRulesOn(packages, day), units: unitsOn(day) }, day)),
  };
}
