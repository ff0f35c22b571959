import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBuilders } from '../../tests/support/builders';
import { fromLocal } from '../base/time';
import type { Action } from './actions/action';
import type { Ledger } from './actions/action-parts';
import { buildCashSheets } from './cash-sheet';
import { listMoneyActs, signedAmount, type MoneyAct } from './money-acts';
import { foldUnitDay } from './unit-day';
import { PROPERTY_RUNS } from '../../tests/support/property-runs';

const make = createBuilders(81);
const dossier = { type: 'dossier', id: make.id() } as const;
const unitDay = { type: 'unitDay', unitId: 'H41.26', day: '2026-11-20', counterId: 'q1' } as const;
const on = (time: string, officerId = 'an', day = '2026-11-20') => ({
  ...{ officerId, at: fromLocal(day, time), happenedAt: fromLocal(day, time) },
});

function collect(
  time: string,
  amount: number,
  parts: { officerId?: string; ledger?: Ledger; method?: MoneyAct['method'] } = {},
) {
  const { officerId = 'an', ledger = 'stateFee', method = 'cash' } = parts;
  return make.action(
    'FeeCollected',
    { subject: dossier, ...on(time, officerId) },
    { lines: [{ ledger, name: 'x', amount }], method },
  );
}
function refund(time: string, amount: number, method: 'cash' | 'transfer' = 'cash') {
  return make.action(
    'FeeRefunded',
    { subject: dossier, ...on(time) },
    { lines: [{ ledger: 'stateFee', name: 'x', amount }], method },
  );
}
const open = (time: string, officerId = 'an', payload: { cashFloat?: number; postalFloat?: number } = {}) =>
  make.action('ShiftOpened', { subject: unitDay, ...on(time, officerId) }, { cashFloat: 500_000, ...payload });
const close = (time: string, officerId = 'an') =>
  make.action('ShiftClosed', { subject: unitDay, ...on(time, officerId) });
const count = (time: string, counted: number, ledger: Ledger = 'stateFee', denominations = {}) =>
  make.action('CashCounted', { subject: unitDay, ...on(time) }, { ledger, counted, denominations });
const handIn = (time: string, amount: number, ledger: Ledger = 'stateFee') =>
  make.action('CashHandedIn', { subject: unitDay, ...on(time) }, { ledger, amount, difference: 0 });

function sheets(actions: Action[], ledger: Ledger = 'stateFee') {
  return buildCashSheets(listMoneyActs(actions), foldUnitDay(actions, new Map()), ledger);
}

describe('buildCashSheets', () => {
  it('reckons a whole shift: opening, in, out, handed in, count and its difference', () => {
    const taken = collect('08:00', 12_000);
    const cancelled = collect('08:10', 8000);
    const actions = [
      open('07:30'),
      ...[taken, cancelled, collect('09:00', 50_000), refund('10:00', 2000)],
      make.action('FeeCancelled', { subject: dossier, ...on('10:30', 'leader') }, { collectionId: cancelled.id }),
      ...[
        collect('11:00', 30_000, { method: 'transfer' }),
        collect('11:10', 7000, { method: 'gateway' }),
        refund('11:20', 1000, 'transfer'),
      ],
      count('16:30', 561_000, 'stateFee', { '500000': 1, '50000': 1, '10000': 1, '1000': 1 }),
      handIn('16:45', 60_000),
      close('17:00'),
    ];
    const { sheets: found, unassigned } = sheets(actions);
    expect(unassigned).toEqual([]);
    expect(found).toHaveLength(1);
    const [sheet] = found;
    // 500.000 + (12.000 + 8.000 + 50.000) - (2.000 + 8.000) = 560.000, of which 60.000 were handed in; counted 1.000 too much.
    expect(sheet).toMatchObject({
      ...{ officerId: 'an', ledger: 'stateFee', opening: 500_000, cashIn: 70_000, cashOut: 10_000, handedIn: 60_000 },
      ...{ expected: 500_000, counted: 561_000, difference: 1000, announced: 0 },
      denominations: { '500000': 1, '50000': 1, '10000': 1, '1000': 1 },
      byMethod: { cash: 60_000, transfer: 29_000, gateway: 7000 },
    });
    expect(sheet?.acts).toHaveLength(8);
  });

  it('has zeros and no difference when nothing happened', () => {
    const [sheet] = sheets([open('07:30')], 'postalCharge').sheets;
    expect(sheet).toEqual({
      ...{ officerId: 'an', ledger: 'postalCharge', opening: 0, cashIn: 0, cashOut: 0, handedIn: 0, expected: 0 },
      ...{ counted: null, denominations: {}, difference: null, announced: 0, acts: [] },
      byMethod: { cash: 0, transfer: 0, gateway: 0 },
    });
    expect(Object.is(sheet?.cashOut, 0)).toBe(true);
  });

  it('keeps the two boxes apart', () => {
    const actions = [
      open('07:30', 'an', { cashFloat: 100, postalFloat: 70 }),
      collect('08:00', 8000),
      collect('08:01', 26_000, { ledger: 'postalCharge' }),
      count('16:00', 8100),
      count('16:01', 26_000, 'postalCharge'),
      handIn('16:02', 20_000, 'postalCharge'),
    ];
    expect(sheets(actions).sheets[0]).toMatchObject({ opening: 100, cashIn: 8000, handedIn: 0, difference: 0 });
    expect(sheets(actions, 'postalCharge').sheets[0]).toMatchObject({
      ...{ opening: 70, cashIn: 26_000, handedIn: 20_000, counted: 26_000, difference: -70 },
    });
  });

  it('compares a count with what should have been there at that moment, the moment included', () => {
    const actions = [
      open('07:30', 'an', { cashFloat: 0 }),
      collect('08:00', 10_000),
      handIn('09:00', 4000),
      count('09:00', 6000),
      collect('09:01', 5000),
      handIn('09:02', 1000),
    ];
    expect(sheets(actions).sheets[0]).toMatchObject({ counted: 6000, difference: 0, expected: 10_000 });
    expect(
      sheets([open('07:30', 'an', { cashFloat: 0 }), collect('08:00', 10), count('08:00', 10)]).sheets[0]?.difference,
    ).toBe(0);
    expect(sheets([...actions, count('09:02', 9000)]).sheets[0]).toMatchObject({ counted: 9000, difference: -1000 });
  });

  it('gives every operator their own sheet and the rest to nobody', () => {
    const actions = [
      open('07:30', 'an'),
      close('11:30', 'an'),
      open('11:30', 'binh', { cashFloat: 0 }),
      close('17:00', 'binh'),
      collect('07:29', 1),
      collect('07:30', 2),
      collect('11:30', 4),
      collect('11:31', 8),
      collect('12:00', 16, { officerId: 'binh' }),
      collect('12:00', 32, { officerId: 'chau' }),
    ];
    const { sheets: found, unassigned } = sheets(actions);
    expect(found.map((sheet) => [sheet.officerId, sheet.cashIn])).toEqual([
      ['an', 6],
      ['binh', 16],
    ]);
    expect(unassigned.map((act) => act.amount)).toEqual([1, 8, 32]);
  });

  it('gives an act between two shifts of one officer to the first that holds it', () => {
    const actions = [open('07:30'), close('11:30'), open('11:30'), collect('11:30', 5)];
    expect(sheets(actions).sheets.map((sheet) => sheet.cashIn)).toEqual([5, 0]);
  });

  it('lets a shift that was never closed or never opened reach to the end of its own day', () => {
    const unclosed = [
      open('07:30'),
      collect('23:59', 1),
      make.action('FeeCollected', { subject: dossier, ...on('00:00', 'an', '2026-11-21') }),
    ];
    expect(sheets(unclosed).sheets[0]?.cashIn).toBe(1);
    expect(sheets(unclosed).unassigned).toHaveLength(1);
    const unopened = [
      close('17:00'),
      collect('00:00', 1),
      make.action('FeeCollected', { subject: dossier, ...on('23:59', 'an', '2026-11-19') }),
    ];
    expect(sheets(unopened).sheets[0]).toMatchObject({ cashIn: 1, opening: 0 });
    expect(sheets(unopened).unassigned).toHaveLength(1);
  });

  it('names transfers that still wait', () => {
    const announced = make.action(
      'FeeCollected',
      { subject: dossier, ...on('08:00') },
      { lines: [{ ledger: 'stateFee', name: 'x', amount: 8000 }], method: 'transfer', confirmed: false },
    );
    expect(sheets([open('07:30'), announced]).sheets[0]).toMatchObject({
      ...{ announced: 8000, expected: 500_000, byMethod: { cash: 0, transfer: 0, gateway: 0 } },
    });
  });
});

const officers = fc.constantFrom('an', 'binh');
const minutes = fc
  .integer({ min: 0, max: 1439 })
  .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`);
const ledgers = fc.constantFrom<Ledger[]>('stateFee', 'postalCharge');
const stepArbitrary = fc.record({
  kind: fc.constantFrom('collect', 'cancel', 'refund', 'open', 'close', 'count', 'handIn'),
  time: minutes,
  officerId: officers,
  ledger: ledgers,
  method: fc.constantFrom<MoneyAct['method'][]>('cash', 'transfer', 'gateway'),
  amount: fc.integer({ min: 0, max: 1_000_000 }),
  named: fc.nat(9),
});
type Step = typeof stepArbitrary extends fc.Arbitrary<infer S> ? S : never;

function perform(step: Step, earlier: readonly Action[]): Action | undefined {
  const { ledger, amount, named, method } = step;
  const money = { subject: dossier, ...on(step.time, step.officerId) };
  const dayAct = { subject: unitDay, ...on(step.time, step.officerId) };
  const lines = [{ ledger, name: 'x', amount }];
  const taken = earlier.filter((one) => one.kind === 'FeeCollected');
  const collection = taken[named % Math.max(1, taken.length)];
  switch (step.kind) {
    case 'collect':
      return make.action('FeeCollected', money, { lines, method, confirmed: named !== 0 });
    case 'cancel':
      return collection && make.action('FeeCancelled', money, { collectionId: collection.id });
    case 'refund':
      return make.action('FeeRefunded', money, { lines, method: method === 'cash' ? 'cash' : 'transfer' });
    case 'open':
      return make.action('ShiftOpened', dayAct, { cashFloat: amount, postalFloat: named });
    case 'close':
      return make.action('ShiftClosed', dayAct);
    case 'count':
      return make.action('CashCounted', dayAct, { ledger, counted: amount });
    default:
      return make.action('CashHandedIn', dayAct, { ledger, amount });
  }
}

describe('cash sheets of generated days', () => {
  it('always sum to the acts of the ledger, and expect what their own figures say', () => {
    fc.assert(
      fc.property(fc.array(stepArbitrary, { maxLength: 14 }), ledgers, (steps, ledger) => {
        const actions = steps.reduce<Action[]>((done, step) => {
          const action = perform(step, done);
          return action ? [...done, action] : done;
        }, []);
        const acts = listMoneyActs(actions).filter((one) => one.ledger === ledger);
        const { sheets: found, unassigned } = sheets(actions, ledger);
        const sum = (list: readonly MoneyAct[]) => list.reduce((total, one) => total + signedAmount(one), 0);
        const nets = found.map(({ byMethod }) => byMethod.cash + byMethod.transfer + byMethod.gateway);
        expect(nets.reduce((total, net) => total + net, 0) + sum(unassigned)).toBe(sum(acts));
        expect(found.flatMap((sheet) => sheet.acts).length + unassigned.length).toBe(acts.length);
        for (const { opening, cashIn, cashOut, handedIn, expected, byMethod } of found) {
          expect(expected).toBe(opening + cashIn - cashOut - handedIn);
          expect(cashIn - cashOut).toBe(byMethod.cash);
        }
      }),
      PROPERTY_RUNS,
    );
  });
});
