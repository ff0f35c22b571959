import type { RegisterRow } from '../../../shared/reports/register-data';

const money = new Intl.NumberFormat('vi-VN');
/** `H41.26-261122-0001`. */
const CODE_CHARACTERS = 18;
/** `27.000 / 27.000`. */
const FEE_CHARACTERS = 15;
const instantAtEnd = /(\d{2}:\d{2}) ((\d{2}\/\d{2})\/\d{4})$/;

/** Due and collected. */
export function feeText({ fee, feeCollected }: Pick<RegisterRow, 'fee' | 'feeCollected'>): string {
  return fee === 0 && feeCollected === 0 ? '–' : `${money.format(fee)} / ${money.format(feeCollected)}`;
}

/** What the province said, short enough for its column: the clock on the register's own day, else the day. */
export function shortSync(sync: string, day: string): string {
  return sync.replace(instantAtEnd, (_all, time: string, date: string, short: string) => (date === day ? time : short));
}

/** A digit is the widest of these characters but for a letter or two; dots and dashes make up for them. */
function widthFor(texts: readonly string[], least: number): string {
  const longest = texts.reduce((most, text) => Math.max(most, text.length), least);
  return `calc(${String(longest)}ch + 2 * var(--s2))`;
}

/** Widths that follow their texts: a code or a sum of money is never cut, and takes no more room than it needs. */
export function measureColumns(rows: readonly Pick<RegisterRow, 'code' | 'fee' | 'feeCollected'>[]): {
  readonly code: string;
  readonly fee: string;
} {
  return {
    code: widthFor(
      rows.map((row) => row.code),
      CODE_CHARACTERS,
    ),
    fee: widthFor(rows.map(feeText), FEE_CHARACTERS),
  };
}
