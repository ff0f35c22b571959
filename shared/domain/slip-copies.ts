import type { PrintRecord } from './dossier-records';

/**
 * How many copies of the receipt slip are out: the first and each reprint. A copy that had not come out and was printed
 * again is the same copy, recorded without `reprint`.
 */
export function countSlipCopies(prints: readonly Pick<PrintRecord, 'form' | 'reprint'>[]): number {
  const slips = prints.filter(({ form }) => form === 'receipt');
  const reprints = slips.filter(({ reprint }) => reprint).length;
  return reprints === slips.length ? reprints : reprints + 1;
}
