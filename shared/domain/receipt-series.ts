import { z } from 'zod';
import { localDaySchema, type LocalDay } from '../base/time';
import { ledgerSchema, type FeeLine, type Ledger } from './actions/action-parts';
import type { ReceiptNumber } from './actions/money-actions';

/**
 * A registered series of fee receipts (biên lai: mẫu số, ký hiệu, từ số–đến số). Without one a self-printed receipt is void, so
 * the paper is then only a slip (counter reality §1.10; NĐ 123/2020/NĐ-CP, provisional).
 */
export const receiptSeriesSchema = z
  .object({
    id: z.string().min(1).max(60),
    unitId: z.string().max(60),
    /** Counter that holds it: two counters never share a series, so that both work without a line. */
    counterId: z.string().max(40),
    ledger: ledgerSchema,
    /** `own`: we print number and text; `book`: a pre-printed book, the number is on the sheet. */
    kind: z.enum(['own', 'book']),
    formNo: z.string().min(1).max(40),
    symbol: z.string().min(1).max(40),
    from: z.int().min(1),
    to: z.int().min(1),
    validFrom: localDaySchema,
    validTo: localDaySchema.optional(),
  })
  .refine((series) => series.from <= series.to, { error: 'from after to' });
/** See {@link receiptSeriesSchema}. */
export type ReceiptSeries = z.infer<typeof receiptSeriesSchema>;

/** One number that went to a citizen. */
export interface ReceiptUse {
  readonly actionId: string;
  readonly receipt: ReceiptNumber;
  /** The collection was cancelled: the number is spent and counts as void. */
  readonly cancelled: boolean;
}

/** A number that was spoilt without a collection. */
export interface ReceiptVoid {
  readonly formNo: string;
  readonly symbol: string;
  readonly number: number;
  readonly reason: string;
}

/** Numbers of one series, every one in exactly one of `used`, `void`, `skipped` and `left`. */
export interface SeriesAccount {
  readonly total: number;
  readonly used: readonly number[];
  /** Spoilt, or of a cancelled collection. */
  readonly void: readonly number[];
  /** Below the highest spent number and never told of: to be explained. */
  readonly skipped: readonly number[];
  /** Still to be given out; always the tail of the series. */
  readonly left: number;
  /** Told by more than one act: a number was handed out twice. */
  readonly doubled: readonly number[];
  /** Next number; null when the series is spent. */
  readonly next: number | null;
}

/** What was spent of all series. */
export interface SpentReceipts {
  readonly uses: readonly ReceiptUse[];
  readonly voids: readonly ReceiptVoid[];
}

type Numbered = Pick<ReceiptSeries, 'formNo' | 'symbol' | 'from' | 'to'>;

function belongs(
  series: Numbered,
  receipt: { readonly formNo: string; readonly symbol: string; readonly number: number },
) {
  const isSame = receipt.formNo === series.formNo && receipt.symbol === series.symbol;
  return isSame && receipt.number >= series.from && receipt.number <= series.to;
}

function unique(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** Accounts for every number of a series. A number both used and void counts as used: the citizen holds the paper. */
export function accountSeries(series: Numbered, spent: SpentReceipts): SeriesAccount {
  const uses = spent.uses.flatMap(({ receipt, cancelled }) =>
    receipt.kind === 'series' && belongs(series, receipt) ? [{ number: receipt.number, cancelled }] : [],
  );
  const voids = spent.voids.filter((one) => belongs(series, one)).map((one) => one.number);
  const told = [...uses.map((use) => use.number), ...voids];
  const used = unique(uses.filter((use) => !use.cancelled).map((use) => use.number));
  const spoilt = unique([...uses.filter((use) => use.cancelled).map((use) => use.number), ...voids]);
  const voidOnly = spoilt.filter((number) => !used.includes(number));
  const highest = told.reduce((high, number) => Math.max(high, number), series.from - 1);
  const toldOnce = new Set(told);
  const skipped: number[] = [];
  for (let number = series.from; number < highest; number += 1) if (!toldOnce.has(number)) skipped.push(number);
  return {
    total: series.to - series.from + 1,
    used,
    void: voidOnly,
    skipped,
    left: series.to - highest,
    doubled: unique(told.filter((number, index) => told.indexOf(number) !== index)),
    next: highest < series.to ? highest + 1 : null,
  };
}

/** What to print: a receipt with its number, or only "Phiếu thu – không thay biên lai". */
export type ReceiptPlan =
  | { readonly title: 'receipt'; readonly series: ReceiptSeries; readonly number: number; readonly left: number }
  | { readonly title: 'slipNotReceipt'; readonly why: 'noSeries' | 'seriesSpent' };

/** Where and when a receipt is wanted. */
export interface ReceiptQuestion {
  readonly unitId: string;
  readonly counterId: string;
  readonly ledger: Ledger;
  readonly day: LocalDay;
}

function isFor(series: ReceiptSeries, { unitId, counterId, ledger, day }: ReceiptQuestion): boolean {
  const isHere = series.unitId === unitId && series.counterId === counterId && series.ledger === ledger;
  return isHere && series.validFrom <= day && (series.validTo === undefined || day <= series.validTo);
}

/** Plans the next receipt of a counter: the series that began first and still has numbers. */
export function planReceipt(
  registered: readonly ReceiptSeries[],
  spent: SpentReceipts,
  question: ReceiptQuestion,
): ReceiptPlan {
  const fitting = registered
    .filter((series) => isFor(series, question))
    .sort((a, b) => (a.validFrom === b.validFrom ? a.from - b.from : a.validFrom < b.validFrom ? -1 : 1));
  for (const series of fitting) {
    const { next, left } = accountSeries(series, spent);
    if (next !== null) return { title: 'receipt', series, number: next, left };
  }
  return { title: 'slipNotReceipt', why: fitting.length === 0 ? 'noSeries' : 'seriesSpent' };
}

/** Ledger whose series numbers a collection: of one in both ledgers the state fee, as its paper shows it. */
export function findReceiptLedger(lines: readonly Pick<FeeLine, 'ledger'>[]): Ledger {
  return lines.some((line) => line.ledger === 'stateFee') ? 'stateFee' : 'postalCharge';
}

/** Title of the paper of a collection: only a number of a registered series makes it a receipt. */
export function decideReceiptTitle(receipt: ReceiptNumber | undefined): ReceiptPlan['title'] {
  return receipt?.kind === 'series' ? 'receipt' : 'slipNotReceipt';
}

/** Numbers spent that no registered series of the unit holds: a paper the tax office does not know. */
export function findForeignReceipts(
  registered: readonly ReceiptSeries[],
  uses: readonly ReceiptUse[],
): readonly ReceiptUse[] {
  return uses.filter(({ receipt }) => {
    if (receipt.kind !== 'series') return false;
    return !registered.some((series) => belongs(series, receipt));
  });
}
