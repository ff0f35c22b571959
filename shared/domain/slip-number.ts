import type { SlipNumber } from './actions/dossier-actions';

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
