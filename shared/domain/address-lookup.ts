import type { LocalDay } from '../base/time';
import type { AddressUnit } from './address';
import { foldAddress, formatUnits, listAncestors, listSuccessors, nameKeys, type AddressIndex } from './address-index';

/** An address as written and as the same place is called on a day. Both are printed; `code` goes to the server. */
export interface CurrentAddress {
  readonly asWritten: string;
  /** House, group, street, hamlet: all that names no unit. */
  readonly detail: string;
  /** The unit that was written, perhaps of the past. */
  readonly written: AddressUnit;
  readonly unit: AddressUnit;
  readonly code: string;
  /** `Xóm 1, Xã Mới, Tỉnh Mới`. */
  readonly now: string;
  /** The unit written no longer exists. */
  readonly changed: boolean;
}

/**
 * What an address in words says today. `choose`: several communes are possible (a divided commune, a name that exists
 * twice); `provinceOnly`: the commune was not recognised; `unknown`: nothing was.
 */
export type AddressAnswer =
  | ({ readonly kind: 'found' } & CurrentAddress)
  | { readonly kind: 'choose'; readonly candidates: readonly CurrentAddress[] }
  | { readonly kind: 'provinceOnly'; readonly candidates: readonly AddressUnit[] }
  | { readonly kind: 'unknown' };

/** Most steps between a commune and its province that may be unreadable. */
const GAP = 1;

function matching(index: AddressIndex, part: string): readonly AddressUnit[] {
  return [...new Set(nameKeys(part).flatMap((key) => index.byKey.get(key) ?? []))];
}

/** Units of that very name with the word of its kind, where there are some: `Huyện Thực Hành` is not the town. */
function preferWhole(units: readonly AddressUnit[], part: string): readonly AddressUnit[] {
  const whole = units.filter((unit) => foldAddress(unit.name) === foldAddress(part));
  return whole.length > 0 ? whole : units;
}

function isBelow(index: AddressIndex, unit: AddressUnit, above: readonly AddressUnit[]): boolean {
  return listAncestors(index, unit).some((ancestor) => above.includes(ancestor));
}

interface Reading {
  readonly communes: readonly AddressUnit[];
  /** Units the address ends with when no commune was found: the province, perhaps a district. */
  readonly above: readonly AddressUnit[];
  readonly detail: string;
}

/** Where a reading stands: units the parts behind `at` named, and how many parts named nothing. */
interface Step {
  readonly above: readonly AddressUnit[];
  readonly at: number;
  readonly gaps: number;
}

/**
 * Reads on to the left: a district first, when a commune below it follows (a town often has its district's name), else a
 * commune, else the part is passed over.
 */
function readOn(index: AddressIndex, parts: readonly string[], { above, at, gaps }: Step): Reading {
  const nothing = { communes: [], above, detail: '' };
  if (at < 0) return nothing;
  const part = parts[at] ?? '';
  const below = preferWhole(
    matching(index, part).filter((unit) => isBelow(index, unit, above)),
    part,
  );
  const districts = below.filter((unit) => unit.level !== 'commune');
  const communes = below.filter((unit) => unit.level === 'commune');
  const deeper = districts.length > 0 ? readOn(index, parts, { above: districts, at: at - 1, gaps }) : nothing;
  if (deeper.communes.length > 0) return deeper;
  if (communes.length > 0) return { communes, above, detail: parts.slice(0, at).join(', ') };
  if (districts.length > 0) return deeper;
  return gaps < GAP ? readOn(index, parts, { above, at: at - 1, gaps: gaps + 1 }) : nothing;
}

/** Reads units from the end of the address towards its beginning, each below the one before. */
function readParts(index: AddressIndex, parts: readonly string[]): Reading {
  const above = matching(index, parts.at(-1) ?? '').filter((unit) => unit.level === 'province');
  if (above.length === 0) return { communes: [], above, detail: '' };
  return readOn(index, parts, { above, at: parts.length - 2, gaps: 0 });
}

function toCurrent(
  index: AddressIndex,
  address: { asWritten: string; detail: string; day: LocalDay },
  written: AddressUnit,
): readonly CurrentAddress[] {
  const { asWritten, detail, day } = address;
  return listSuccessors(index, written, day).map((unit) => ({
    asWritten,
    detail,
    written,
    unit,
    code: unit.code,
    now: [...(detail === '' ? [] : [detail]), formatUnits(index, unit)].join(', '),
    changed: unit !== written,
  }));
}

function listProvinces(index: AddressIndex, above: readonly AddressUnit[], day: LocalDay): readonly AddressUnit[] {
  const provinces = above
    .flatMap((unit) => [unit, ...listAncestors(index, unit)])
    .filter((one) => one.level === 'province');
  return [...new Set(provinces.flatMap((province) => listSuccessors(index, province, day)))];
}

/**
 * Reads an address in words, as on a card or typed without marks, and says what the place is called on `day`. The text
 * itself is never changed: what a paper says stays as it is. Domain notes §7.1; successors are data of the package.
 */
export function findAddress(index: AddressIndex, text: string, day: LocalDay): AddressAnswer {
  const asWritten = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const parts = asWritten
    .split(/\s*[,;]\s*|\s+-\s+/)
    .filter((part) => part !== '' && !/^viet ?nam$/.test(nameKeys(part)[0] ?? ''));
  const { communes, above, detail } = readParts(index, parts);
  const candidates = communes.flatMap((unit) => toCurrent(index, { asWritten, detail, day }, unit));
  // A name kept by the successor is read twice, as the old and as the new unit: one answer, the unit that still exists.
  const distinct = candidates.filter(
    (one) => !candidates.some((other) => other !== one && other.unit === one.unit && !other.changed),
  );
  const unique = distinct.filter((one, at) => distinct.findIndex((other) => other.unit === one.unit) === at);
  const [only] = unique;
  if (only && unique.length === 1) return { kind: 'found', ...only };
  if (unique.length > 1) return { kind: 'choose', candidates: unique };
  const provinces = listProvinces(index, above, day);
  return provinces.length === 0 ? { kind: 'unknown' } : { kind: 'provinceOnly', candidates: provinces };
}
