import { formatInstant } from '../base/time';
import { writeMoney } from './register-notes';
import type { ReportColumn } from './report-data';

const hundredths = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A share of 1 as people read it: `82,92%`. Empty where nothing was to be rated. */
export function writeShare(share: number | null): string {
  return share === null ? '' : `${hundredths.format(share * 100)}%`;
}

/** A number with two decimals: `12,50`. */
export function writeDecimal(value: number): string {
  return hundredths.format(value);
}

/** A value as papers and screens show it. Null is empty, never 0. */
export function writeValue(value: string | number | null, kind: ReportColumn['kind']): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  switch (kind) {
    case 'text':
      return String(value);
    case 'integer':
    case 'money':
      return writeMoney(value);
    case 'decimal':
      return writeDecimal(value);
    case 'percent':
      return writeShare(value);
    case 'instant':
      return formatInstant(value);
  }
}
