import type { LocalDay } from '../base/time';
import { foldVietnamese } from '../base/vietnamese';
import type { AddressChange, AddressRows, AddressUnit } from './address';

// Folded like every name, so `huyện` begins with `huien`.
const kindWord = /^(?:thanh pho|tinh|quan|huien|thi xa|thi tran|phuong|xa|tp|tx|tt|[hqpx](?=\s|$))\s+/;

/** Letters and digits of a name for comparing: no marks, no punctuation, `i` for `y` (Kỳ and Kì are one name). */
export function foldAddress(text: string): string {
  return foldVietnamese(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .replaceAll('y', 'i')
    .trim();
}

/** Ways a unit's name may be written: with and without the word of its kind (`P. 5`, `phường 5`, `5`). */
export function nameKeys(name: string): readonly string[] {
  const whole = foldAddress(name);
  const bare = whole.replace(kindWord, '');
  return bare === whole || bare === '' ? [whole] : [whole, bare];
}

/** The catalogue prepared for look-ups; built once per package. */
export interface AddressIndex {
  readonly units: readonly AddressUnit[];
  readonly byId: ReadonlyMap<string, AddressUnit>;
  readonly byKey: ReadonlyMap<string, readonly AddressUnit[]>;
  readonly changesFrom: ReadonlyMap<string, readonly AddressChange[]>;
  /** Communes with the words they are searched by; see `searchAddresses`. */
  readonly entries: readonly AddressEntry[];
  readonly provisional: boolean;
}

/** A commune of any time as the picker searches it. */
export interface AddressEntry {
  readonly unit: AddressUnit;
  /** ` xa thanh binh huien thuc hanh nghe an`: every word begins behind a space. */
  readonly words: string;
  readonly nameWords: string;
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** Prepares a catalogue. A parent or successor that is not in the rows is as if it were not named. */
export function buildAddressIndex(rows: AddressRows): AddressIndex {
  const byId = new Map(rows.units.map((unit) => [unit.id, unit]));
  const index = {
    units: rows.units,
    byId,
    byKey: groupBy(rows.units, (unit) => nameKeys(unit.name)),
    changesFrom: groupBy(
      rows.changes.filter((change) => byId.has(change.to)),
      (change) => [change.from],
    ),
    entries: [],
    provisional: rows.provisional,
  };
  const entries = rows.units
    .filter((unit) => unit.level === 'commune')
    .map((unit) => ({
      unit,
      words: ` ${foldAddress([unit, ...listAncestors(index, unit)].map(({ name }) => name).join(' '))}`,
      nameWords: ` ${foldAddress(unit.name)}`,
    }));
  return { ...index, entries };
}

/** Units above a unit, nearest first. A ring in damaged rows ends the list. */
export function listAncestors(index: Pick<AddressIndex, 'byId'>, unit: AddressUnit): readonly AddressUnit[] {
  const ancestors: AddressUnit[] = [];
  let next = index.byId.get(unit.parentId ?? '');
  while (next && next !== unit && !ancestors.includes(next)) {
    ancestors.push(next);
    next = index.byId.get(next.parentId ?? '');
  }
  return ancestors;
}

/** Whether a unit exists on a day. */
export function isInForce(unit: AddressUnit, day: LocalDay): boolean {
  return unit.validFrom <= day && (unit.validTo === undefined || day <= unit.validTo);
}

/**
 * Units in force on `day` that hold what was the territory of `unit`, itself when it still exists. Several when it was
 * divided; empty when nobody knows (a district has no successor: ask for its communes).
 */
export function listSuccessors(index: AddressIndex, unit: AddressUnit, day: LocalDay): readonly AddressUnit[] {
  const found = new Set<AddressUnit>();
  const seen = new Set<AddressUnit>();
  const follow = (one: AddressUnit): void => {
    if (seen.has(one)) return;
    seen.add(one);
    if (isInForce(one, day)) {
      found.add(one);
      return;
    }
    for (const change of index.changesFrom.get(one.id) ?? []) {
      const next = index.byId.get(change.to);
      if (next && change.day <= day) follow(next);
    }
  };
  follow(unit);
  return [...found];
}

/** Name of a unit with those above it, as an address ends: `Xã Thanh Bình, Tỉnh Nghệ An`. */
export function formatUnits(index: Pick<AddressIndex, 'byId'>, unit: AddressUnit): string {
  return [unit, ...listAncestors(index, unit)].map(({ name }) => name).join(', ');
}
