import type { RegisterRow } from '../../../shared/reports/register-data';
import { t } from '../../ui';
import { CODE_CHARACTERS, measureWidth } from '../../ui/table-widths';

const money = new Intl.NumberFormat('vi-VN');
/** `27.000 / 27.000`. */
const FEE_CHARACTERS = 15;
const instantAtEnd = /(\d{2}:\d{2}) ((\d{2}\/\d{2})\/\d{4})$/;

type Money = Pick<RegisterRow, 'fee' | 'feeCollected' | 'feeUndecided'>;

/** Due and collected. */
export function feeText({ fee, feeCollected, feeUndecided }: Money): string {
  if (feeUndecided) {
    const words = t('supervision.register.feeUndecided');
    return feeCollected === 0 ? words : `${words} / ${money.format(feeCollected)}`;
  }
  return fee === 0 && feeCollected === 0 ? '–' : `${money.format(fee)} / ${money.format(feeCollected)}`;
}

/** What the province said, short enough for its column: the clock on the register's own day, else the day. */
export function shortSync(sync: string, day: string): string {
  return sync.replace(instantAtEnd, (_all, time: string, date: string, short: string) => (date === day ? time : short));
}

/** Widths that follow their texts: a code or a sum of money is never cut, and takes no more room than it needs. */
export function measureColumns(rows: readonly (Money & Pick<RegisterRow, 'code'>)[]): {
  readonly code: string;
  readonly fee: string;
} {
  return {
    code: measureWidth(
      rows.map((row) => row.code),
      CODE_CHARACTERS,
    ),
    fee: measureWidth(rows.map(feeText), FEE_CHARACTERS),
  };
}
