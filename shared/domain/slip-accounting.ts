import type { SlipNumber } from './actions/intake-payload';
import { parseSlipNumber } from './slip-number';

/** What is known of the slips of a counter. The same thing may be told any number of times. */
export interface SlipClaims {
  /** On a paper that went out; `subjectId` names the dossier or the talk before reception. */
  readonly used: readonly { readonly slip: SlipNumber; readonly subjectId: string }[];
  readonly voided: readonly { readonly slipNo: string; readonly reason: string }[];
  readonly kits: readonly { readonly kitId: string; readonly slipNumbers: readonly string[] }[];
}

/** What became of one number of the series. `missing` is a gap somebody must explain. */
export interface SlipFate {
  readonly number: number;
  readonly fate: 'used' | 'void' | 'kit' | 'missing';
  /** Every subject, reason and kit that names the number. More than one subject, or a subject and a void, is a double use. */
  readonly subjectIds: readonly string[];
  readonly voidReasons: readonly string[];
  readonly kitIds: readonly string[];
}

/** A counter's yearly series ("Quyển = quầy"), number by number from 1 to the highest one known. */
export interface SlipAccount {
  readonly numbers: readonly SlipFate[];
  /** Sums to the highest number. */
  readonly counts: Readonly<Record<SlipFate['fate'], number>>;
  readonly missing: readonly number[];
  readonly doubles: readonly SlipFate[];
}

interface Named {
  readonly subjectIds: Set<string>;
  readonly voidReasons: Set<string>;
  readonly kitIds: Set<string>;
}

function gather(series: Pick<SlipNumber, 'book' | 'year'>, claims: SlipClaims): ReadonlyMap<number, Named> {
  const found = new Map<number, Named>();
  const of = (slip: SlipNumber | undefined): Named | undefined => {
    if (slip?.book !== series.book || slip.year !== series.year) return undefined;
    const known = found.get(slip.number) ?? { subjectIds: new Set(), voidReasons: new Set(), kitIds: new Set() };
    found.set(slip.number, known);
    return known;
  };
  for (const { slip, subjectId } of claims.used) of(slip)?.subjectIds.add(subjectId);
  for (const { slipNo, reason } of claims.voided) of(parseSlipNumber(slipNo))?.voidReasons.add(reason);
  for (const { kitId, slipNumbers } of claims.kits) {
    for (const slipNo of slipNumbers) of(parseSlipNumber(slipNo))?.kitIds.add(kitId);
  }
  return found;
}

function decideFate(named: Named | undefined): SlipFate['fate'] {
  if (named === undefined) return 'missing';
  if (named.subjectIds.size > 0) return 'used';
  return named.voidReasons.size > 0 ? 'void' : 'kit';
}

function isDouble({ subjectIds, voidReasons, kitIds }: SlipFate): boolean {
  return subjectIds.length + Math.min(1, voidReasons.length) > 1 || kitIds.length > 1;
}

/**
 * Accounts for a slip series: every number from 1 to the highest known is exactly one of used, void, on a kit or missing.
 * `lastNumber`: highest number the counter gave out as far as it knows (a lost tail shows as missing), 0 when unknown.
 */
export function accountForSlips(
  series: Pick<SlipNumber, 'book' | 'year'>,
  claims: SlipClaims,
  lastNumber: number,
): SlipAccount {
  const found = gather(series, claims);
  const last = [...found.keys()].reduce((highest, number) => Math.max(highest, number), lastNumber);
  const numbers = Array.from({ length: last }, (_, index): SlipFate => {
    const named = found.get(index + 1);
    return {
      number: index + 1,
      fate: decideFate(named),
      subjectIds: [...(named?.subjectIds ?? [])].sort(),
      voidReasons: [...(named?.voidReasons ?? [])].sort(),
      kitIds: [...(named?.kitIds ?? [])].sort(),
    };
  });
  const counts = { used: 0, void: 0, kit: 0, missing: 0 };
  for (const { fate } of numbers) counts[fate] += 1;
  return {
    numbers,
    counts,
    missing: numbers.filter(({ fate }) => fate === 'missing').map(({ number }) => number),
    doubles: numbers.filter(isDouble),
  };
}
