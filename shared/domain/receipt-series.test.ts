import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReceiptNumber } from './actions/money-actions';
import {
  accountSeries,
  decideReceiptTitle,
  findForeignReceipts,
  planReceipt,
  receiptSeriesSchema,
  type ReceiptSeries,
  type ReceiptUse,
} from './receipt-series';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

const book: ReceiptSeries = {
  id: 's1',
  unitId: 'H41.26',
  counterId: 'q1',
  ledger: 'stateFee',
  kind: 'book',
  formNo: '01BLP3-001',
  symbol: 'AA-26P',
  from: 101,
  to: 110,
  validFrom: '2026-01-01',
};
const receipt = (number: number, parts: object = {}): ReceiptNumber => ({
  ...{ kind: 'series', formNo: '01BLP3-001', symbol: 'AA-26P', number },
  ...parts,
});
const use = (number: number, cancelled = false): ReceiptUse => ({
  ...{ actionId: `a${String(number)}`, receipt: receipt(number), cancelled },
});
const spoilt = (number: number) => ({ formNo: '01BLP3-001', symbol: 'AA-26P', number, reason: 'rách' });

describe('receiptSeriesSchema', () => {
  it('refuses a series that ends before it begins', () => {
    expect(receiptSeriesSchema.safeParse(book).success).toBe(true);
    expect(receiptSeriesSchema.safeParse({ ...book, to: 101 }).success).toBe(true);
    expect(receiptSeriesSchema.safeParse({ ...book, to: 100 }).success).toBe(false);
  });
});

describe('accountSeries', () => {
  it('has everything left when nothing was spent', () => {
    expect(accountSeries(book, { uses: [], voids: [] })).toEqual({
      ...{ total: 10, used: [], void: [], skipped: [], left: 10, doubled: [], next: 101 },
    });
  });

  it('tells used, void, skipped and left apart, in order', () => {
    const spent = { uses: [use(104), use(101), use(102, true)], voids: [spoilt(106)] };
    expect(accountSeries(book, spent)).toEqual({
      ...{ total: 10, used: [101, 104], void: [102, 106], skipped: [103, 105], left: 4, doubled: [], next: 107 },
    });
  });

  it('has nothing left when the last number is spent', () => {
    const account = accountSeries(book, { uses: [use(110)], voids: [] });
    expect([account.left, account.next, account.skipped.length]).toEqual([0, null, 9]);
    expect(accountSeries(book, { uses: [use(109)], voids: [] }).next).toBe(110);
  });

  it('names a number told twice; used goes before void', () => {
    const account = accountSeries(book, { uses: [use(101), use(101), use(102), use(103, true)], voids: [spoilt(102)] });
    expect(account).toMatchObject({ used: [101, 102], void: [103], doubled: [101, 102] });
  });

  it('passes over other series, own slips and numbers outside', () => {
    const uses = [
      { actionId: 'x', receipt: receipt(101, { symbol: 'AB-26P' }), cancelled: false },
      { actionId: 'x', receipt: receipt(101, { formNo: 'other' }), cancelled: false },
      { actionId: 'y', receipt: { kind: 'ownSlip' as const, number: '101' }, cancelled: false },
      use(100),
      use(111),
    ];
    const voids = [spoilt(100), spoilt(111), { ...spoilt(101), symbol: 'AB-26P' }];
    expect(accountSeries(book, { uses, voids })).toMatchObject({ used: [], void: [], left: 10 });
  });

  it('always accounts for every number exactly once', () => {
    const numbers = fc.array(fc.integer({ min: 95, max: 115 }), { maxLength: 15 });
    fc.assert(
      fc.property(numbers, numbers, numbers, (used, cancelled, voids) => {
        const uses = [...used.map((number) => use(number)), ...cancelled.map((number) => use(number, true))];
        const account = accountSeries(book, { uses, voids: voids.map(spoilt) });
        const all = [...account.used, ...account.void, ...account.skipped];
        expect(new Set(all).size).toBe(all.length);
        expect(all.length + account.left).toBe(account.total);
      }),
      PROPERTY_RUNS,
    );
  });
});

describe('planReceipt', () => {
  const question = { unitId: 'H41.26', counterId: 'q1', ledger: 'stateFee' as const, day: '2026-11-20' };
  const spent = { uses: [use(101)], voids: [] };
  const second: ReceiptSeries = { ...book, id: 's2', from: 201, to: 202, validFrom: '2026-06-01' };

  it('takes the next number of the series of counter and ledger', () => {
    expect(planReceipt([book], spent, question)).toEqual({ title: 'receipt', series: book, number: 102, left: 9 });
  });

  it.each([{ unitId: 'H41.27' }, { counterId: 'q2' }, { ledger: 'postalCharge' as const }, { day: '2025-12-31' }])(
    'has only a slip when no series fits %o',
    (changes) => {
      expect(planReceipt([book], spent, { ...question, ...changes })).toEqual({
        title: 'slipNotReceipt',
        why: 'noSeries',
      });
    },
  );

  it('uses a series from its first to its last day', () => {
    const dated = { ...book, validTo: '2026-11-20' };
    expect(planReceipt([dated], spent, question).title).toBe('receipt');
    expect(planReceipt([dated], spent, { ...question, day: '2026-01-01' }).title).toBe('receipt');
    expect(planReceipt([dated], spent, { ...question, day: '2026-11-21' })).toEqual({
      title: 'slipNotReceipt',
      why: 'noSeries',
    });
  });

  it('goes on to the next series when one is spent, and says so when all are', () => {
    const full = { uses: [use(110)], voids: [] };
    expect(planReceipt([second, book], full, question)).toMatchObject({ series: { id: 's2' }, number: 201 });
    for (const registered of [
      [second, book],
      [book, second],
    ]) {
      expect(planReceipt(registered, spent, question)).toMatchObject({ series: { id: 's1' }, number: 102 });
    }
    expect(planReceipt([book], full, question)).toEqual({ title: 'slipNotReceipt', why: 'seriesSpent' });
  });

  it('takes the lower numbers first when two series began on one day', () => {
    const twin = { ...second, validFrom: '2026-01-01' };
    expect(planReceipt([twin, book], spent, question)).toMatchObject({ number: 102 });
    expect(planReceipt([book, twin], spent, question)).toMatchObject({ number: 102 });
  });
});

describe('decideReceiptTitle', () => {
  it('calls only a number of a series a receipt', () => {
    expect(decideReceiptTitle(receipt(1))).toBe('receipt');
    expect(decideReceiptTitle({ kind: 'ownSlip', number: '1' })).toBe('slipNotReceipt');
    expect(decideReceiptTitle(undefined)).toBe('slipNotReceipt');
  });
});

describe('findForeignReceipts', () => {
  it('names numbers no registered series holds', () => {
    const own: ReceiptUse = { actionId: 'o', receipt: { kind: 'ownSlip', number: '1' }, cancelled: false };
    expect(findForeignReceipts([book], [use(101), use(111), own])).toEqual([use(111)]);
    expect(findForeignReceipts([], [use(101)])).toEqual([use(101)]);
  });
});
