import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../../tests/support/deadline-kit';
import { buildDetail, buildFact, buildMoneyAct, buildReceived, frame } from '../../tests/support/report-kit';
import type { MoneyAct } from '../domain/money-acts';
import { buildDailyReport } from './daily-report';
import { buildDailyStatistics } from './daily-statistics';
import { buildFeeTable } from './fee-report';
import { buildFeeReport } from './fee-totals';
import { boundsOf, periodOfDays } from './report-period';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

const period = periodOfDays('2026-03-09', '2026-03-09');
const day = boundsOf(period, at('2026-12-01T08:00'));
const unit = { handlingUnit: 'Chi nhánh đất đai' };

const facts = [
  buildReceived('d1', { received: '2026-03-09T09:00', due: '2026-03-16T09:00', ended: '2026-03-09T15:00' }),
  buildReceived('d2', { received: '2026-03-09T10:00', due: '2026-03-16T10:00' }, { channel: 'online' }),
  buildReceived('d3', { received: '2026-03-09T11:00', due: '2026-03-16T11:00' }, { channel: 'post', ...unit }),
  buildReceived(
    'd4',
    { received: '2026-03-02T09:00', due: '2026-03-09T09:00', ended: '2026-03-09T08:00', how: 'withdrawn' },
    unit,
  ),
  buildReceived(
    'd5',
    { received: '2026-03-02T09:00', due: '2026-03-09T09:00' },
    { ...unit, supplementsAt: [at('2026-03-09T08:30')], returnedAt: at('2026-03-10T00:00') },
  ),
  buildFact({ dossierId: 't1', guidedAt: [at('2026-03-09T14:00')] }),
  buildFact({ dossierId: 't2', refusedAt: [at('2026-03-09T14:30')], handlingUnit: '' }),
  // A talk that was withdrawn: nothing was received, so nothing is given back.
  buildFact({ dossierId: 't3', withdrawnAt: at('2026-03-09T14:40') }),
  buildReceived('other', { received: '2026-03-10T09:00' }, { handlingUnit: 'Nơi khác' }),
];

const acts: readonly MoneyAct[] = [
  buildMoneyAct({ actionId: 'a1', dossierId: 'd1', amount: 8_000 }),
  buildMoneyAct({ actionId: 'a2', dossierId: 'd1', amount: 3_000, kind: 'cancelled' }),
  buildMoneyAct({ actionId: 'a3', dossierId: 'd3', amount: 20_000, method: 'transfer' }),
  buildMoneyAct({ actionId: 'a4', dossierId: 'd3', amount: 5_000, kind: 'refunded' }),
  buildMoneyAct({
    actionId: 'a5',
    dossierId: 'd2',
    amount: 9_000,
    kind: 'announced',
    waiting: true,
    method: 'transfer',
  }),
  buildMoneyAct({ actionId: 'a6', dossierId: 'd1', amount: 30_000, ledger: 'postalCharge' }),
  buildMoneyAct({ actionId: 'a7', dossierId: 'd1', amount: 7_000, at: at('2026-03-10T00:00') }),
];

describe('buildDailyStatistics', () => {
  const { rows, total } = buildDailyStatistics(facts, acts, day);

  it('gives the lines counted by hand, one for each unit that did something', () => {
    expect(rows.map(({ name }) => name)).toEqual(['', 'Chi nhánh đất đai', 'UBND xã Thanh Bình']);
    expect(rows[2]).toEqual({
      name: 'UBND xã Thanh Bình',
      receivedDirect: ['d1'],
      receivedOnline: ['d2'],
      ready: ['d1'],
      returned: [],
      stateFee: 5_000,
      feeDossiers: ['d1'],
      supplements: [],
      givenBack: [],
      guided: ['t1'],
      refused: [],
      any: ['d1', 'd2', 't1'],
    });
    expect(rows[1]).toMatchObject({
      receivedDirect: ['d3'],
      stateFee: 15_000,
      supplements: ['d5'],
      givenBack: ['d4'],
      returned: [],
      any: ['d3', 'd5', 'd4'],
    });
    expect(rows[0]?.refused).toEqual(['t2']);
  });

  it('sums to the total, money included', () => {
    expect(total.any).toHaveLength(rows.flatMap(({ any }) => any).length);
    expect(total.stateFee).toBe(20_000);
    expect(total.receivedDirect).toEqual(['d1', 'd3']);
  });

  it('is a report with a row of totals', () => {
    const report = buildDailyReport(facts, acts, { frame, day: '2026-03-09' });
    const values = report.tables[0]?.rows.map(({ cells }) => cells.map(({ value }) => value));
    expect(values).toEqual([
      ['Chưa rõ đơn vị', 0, 0, 0, 0, 0, 0, 0, 0, 1, 1],
      ['Chi nhánh đất đai', 1, 0, 0, 0, 15_000, 1, 1, 0, 0, 3],
      ['UBND xã Thanh Bình', 1, 1, 1, 0, 5_000, 0, 0, 1, 0, 3],
      ['Tổng số', 2, 1, 1, 0, 20_000, 1, 1, 1, 1, 7],
    ]);
    expect(report.subtitles).toEqual(['(Ngày 09/03/2026)']);
    expect(report.lines).toContain('Quầy 1: dữ liệu đến 16:00 14/03/2026');
    expect(report.tables[0]?.rows.at(-1)).toMatchObject({ look: 'total' });
  });
});

describe('buildFeeReport', () => {
  const waived = [
    { dossierId: 'd1', code: null, ground: 'Hộ nghèo', proof: null, amount: 8_000, receivedAt: at('2026-03-09T09:00') },
    { dossierId: 'd2', code: null, ground: 'Hộ nghèo', proof: null, amount: null, receivedAt: at('2026-03-09T09:00') },
    { dossierId: 'd9', code: null, ground: 'Trẻ em', proof: null, amount: 5_000, receivedAt: at('2026-03-08T09:00') },
  ];

  it('totals by ledger and method, which never mix', () => {
    const { totals } = buildFeeReport(acts, waived, day);
    const shown = totals.map(({ ledger, method, collected, cancelled, refunded, net, announced }) => [
      `${ledger}/${method}`,
      ...[collected, cancelled, refunded, net, announced].map(({ amount }) => amount),
    ]);
    expect(shown).toEqual([
      ['stateFee/cash', 8_000, 3_000, 5_000, 0, 0],
      ['stateFee/transfer', 20_000, 0, 0, 20_000, 9_000],
      ['postalCharge/cash', 30_000, 0, 0, 30_000, 0],
    ]);
    expect(totals[0]?.net.dossiers).toEqual(['d1', 'd3']);
    expect(totals[1]?.announced.dossiers).toEqual(['d2']);
  });

  it('sums waivers by ground and names those nobody reckoned', () => {
    expect(buildFeeReport(acts, waived, day).waivers).toEqual([
      { ground: 'Hộ nghèo', waived: { amount: 8_000, dossiers: ['d1'] }, unknown: ['d2'] },
    ]);
  });

  it('agrees with the daily statistics on the same day', () => {
    const { totals } = buildFeeReport(acts, waived, day);
    const net = totals.filter(({ ledger }) => ledger === 'stateFee').map((one) => one.net.amount);
    expect(net.reduce((sum, amount) => sum + amount, 0)).toBe(buildDailyStatistics(facts, acts, day).total.stateFee);
  });

  it('splits every movement over exactly one total, whatever was taken', () => {
    const anyAct = fc.record({
      kind: fc.constantFrom<MoneyAct['kind']>('collected', 'announced', 'cancelled', 'refunded'),
      ledger: fc.constantFrom<MoneyAct['ledger']>('stateFee', 'postalCharge'),
      method: fc.constantFrom<MoneyAct['method']>('cash', 'transfer', 'gateway'),
      amount: fc.nat(1_000_000),
      at: fc.integer({ min: day.start - 1000, max: day.end + 1000 }),
    });
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 20 }), (drawn) => {
        const list = drawn.map((one, index) => buildMoneyAct({ actionId: `a${String(index)}`, ...one }));
        const { acts: own, totals } = buildFeeReport(list, [], day);
        const signed = own.map(({ kind, amount }) =>
          kind === 'collected' ? amount : kind === 'announced' ? 0 : -amount,
        );
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(totals.map(({ net }) => net.amount))).toBe(sum(signed));
        for (const { collected, cancelled, refunded, net } of totals) {
          expect(net.amount).toBe(collected.amount - cancelled.amount - refunded.amount);
        }
      }),
      PROPERTY_RUNS,
    );
  });

  it('prints a sum for each ledger and none over both', () => {
    const input = { frame, period, detailOf: () => buildDetail(), officerName: () => 'Trần Thị Hằng' };
    const report = buildFeeTable({ acts, waived }, input);
    const values = report.tables[0]?.rows.map(({ cells }) => cells.map(({ value }) => value));
    expect(values).toEqual([
      ['Phí, lệ phí', 'Tiền mặt', 8_000, 3_000, 5_000, 0, 2, 0],
      ['Phí, lệ phí', 'Chuyển khoản', 20_000, 0, 0, 20_000, 1, 9_000],
      ['Phí, lệ phí', 'Tổng số', 28_000, 3_000, 5_000, 20_000, 2, 9_000],
      ['Cước bưu chính', 'Tiền mặt', 30_000, 0, 0, 30_000, 1, 0],
      ['Cước bưu chính', 'Tổng số', 30_000, 0, 0, 30_000, 1, 0],
    ]);
    expect(report.tables[1]?.rows).toHaveLength(6);
    expect(report.tables[1]?.rows.map(({ cells }) => cells[8]?.value)).toEqual([
      8_000, -3_000, 20_000, -5_000, 0, 30_000,
    ]);
    expect(report.tables[2]?.rows[0]?.cells.map(({ value }) => value)).toEqual(['Hộ nghèo', 2, 8_000, 1]);
  });
});
