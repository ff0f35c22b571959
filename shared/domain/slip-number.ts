import type { SlipNumber } from './actions/intake-payload';

/** Name of a slip series: one per counter ("Quyển = quầy") and year, so two offline counters never meet. */
export function slipSeriesKey(slip: Pick<SlipNumber, 'book' | 'year'>): string {
  return `${String(slip.year)}:${slip.book}`;
}

/**
 * Next number of the counter's slip series. `lastNumbers`: highest number on any slip of this counter, used or voided, by
 * {@link slipSeriesKey}, read from the journal. Numbers start at 1 each year and are never given twice.
 */
export function decideNextSlip(input: {
  readonly lastNumbers: ReadonlyMap<string, number>;
  readonly book: string;
  readonly year: number;
}): SlipNumber {
  const last = input.lastNumbers.get(slipSeriesKey(input)) ?? 0;
  return { book: input.book, year: input.year, number: last + 1 };
}

/** A slip number as one text, `Q1/2026/42`: in paper kits, voids and back entries. */
export function formatSlipNumber(slip: SlipNumber): string {
  return `${slip.book}/${String(slip.year)}/${String(slip.number)}`;
}

/** Reads {@link formatSlipNumber}, as typed; `undefined` when it is none. The book itself may hold slashes. */
export function parseSlipNumber(text: string): SlipNumber | undefined {
  const [, book, year, number] = /^(.{1,20})\/(\d{4})\/0*([1-9]\d{0,8})$/.exec(text.replace(/\s+/g, '')) ?? [];
  return book === undefined ? undefined : { book, year: Number(year), number: Number(number) };
}
