import type { LocalDay } from '../base/time';
import type { AddressUnit } from './address';
import {
  foldAddress,
  formatUnits,
  isInForce,
  listSuccessors,
  type AddressEntry,
  type AddressIndex,
} from './address-index';

/** A commune the picker offers. `former`: the old unit through which it was found; its name is shown beside the new one. */
export interface AddressChoice {
  readonly unit: AddressUnit;
  readonly label: string;
  readonly former: { readonly unit: AddressUnit; readonly label: string } | null;
}

function matches(entry: AddressEntry, words: readonly string[]): boolean {
  return words.every((word) => entry.words.includes(` ${word}`));
}

/** Smaller is better: words of the commune's own name count before those of district and province, today's units before old ones. */
function rank(entry: AddressEntry, words: readonly string[], day: LocalDay): number {
  const elsewhere = words.filter((word) => !entry.nameWords.includes(` ${word}`)).length;
  return elsewhere * 2 + (isInForce(entry.unit, day) ? 0 : 1);
}

function toChoices(index: AddressIndex, unit: AddressUnit, day: LocalDay): readonly AddressChoice[] {
  return listSuccessors(index, unit, day).map((current) => ({
    unit: current,
    label: formatUnits(index, current),
    former: current === unit ? null : { unit, label: formatUnits(index, unit) },
  }));
}

/**
 * Communes in force on `day` whose words, or those of a former commune in their place, begin with what was typed, in any
 * order and without marks. Best first, at most `limit`.
 */
export function searchAddresses(
  index: AddressIndex,
  typed: string,
  { day, limit }: { readonly day: LocalDay; readonly limit: number },
): readonly AddressChoice[] {
  const words = foldAddress(typed)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const found = index.entries
    .filter((entry) => matches(entry, words))
    .map((entry) => ({ entry, rank: rank(entry, words, day) }))
    .sort((a, b) => a.rank - b.rank);
  const choices: AddressChoice[] = [];
  for (const { entry } of found) {
    for (const choice of toChoices(index, entry.unit, day)) {
      if (choices.length >= limit) return choices;
      choices.push(choice);
    }
  }
  return choices;
}
