import { describe, expect, it } from 'vitest';
import { createBuilders, MORNING } from '../../tests/support/builders';
import { fromLocal } from '../base/time';
import type { Action } from './actions/action';
import { listMoneyActs, listReceiptUses, signedAmount, type MoneyAct } from './money-acts';

const make = createBuilders(71);
const dossierId = make.id();
const subject = { type: 'dossier', id: dossierId } as const;
const fee = (amount: number) => ({ ledger: 'stateFee' as const, name: 'Phí', amount });
const charge = (amount: number) => ({ ledger: 'postalCharge' as const, name: 'Cước', amount });
const at = (time: string) => ({
  subject,
  at: fromLocal('2026-11-20', time),
  happenedAt: fromLocal('2026-11-20', time),
});
const brief = (acts: readonly MoneyAct[]) => acts.map((act) => [act.kind, act.ledger, act.amount]);

describe('listMoneyActs', () => {
  it('sums the lines of a collection by ledger', () => {
    const action = make.action(
      'FeeCollected',
      { ...at('08:00'), officerId: 'an' },
      { lines: [fee(5000), charge(26_000), fee(3000)], method: 'gateway' },
    );
    const common = {
      ...{ actionId: action.id, dossierId, kind: 'collected', method: 'gateway', officerId: 'an' },
      ...{ at: action.at, late: false, reason: null, waiting: false },
    };
    expect(listMoneyActs([action])).toEqual([
      { ...common, ledger: 'stateFee', amount: 8000 },
      { ...common, ledger: 'postalCharge', amount: 26_000 },
    ]);
  });

  it('moves nothing with an announcement, which waits until the bank or a cancellation settles it', () => {
    const announce = (reference?: string) =>
      make.action('FeeCollected', at('08:00'), {
        lines: [fee(8000)],
        method: 'transfer',
        confirmed: false,
        ...(reference === undefined ? {} : { reference }),
      });
    const confirm = (reference: string) =>
      make.action('FeeCollected', at('09:00'), { lines: [fee(8000)], method: 'transfer', reference, confirmed: true });
    const waiting = (...actions: Action[]) => listMoneyActs(actions).map((act) => [act.kind, act.waiting]);
    expect(waiting(announce('FT1'))).toEqual([['announced', true]]);
    expect(waiting(announce('FT1'), confirm('FT2'))).toEqual([
      ['announced', true],
      ['collected', false],
    ]);
    expect(waiting(announce('FT1'), confirm('FT1'))).toEqual([
      ['announced', false],
      ['collected', false],
    ]);
    const cash = make.action('FeeCollected', at('10:00'), { lines: [fee(1)], method: 'cash' });
    expect(waiting(announce(), cash)[0]).toEqual(['announced', true]);
    const announced = announce('FT3');
    const cancel = make.action('FeeCancelled', at('10:00'), { collectionId: announced.id });
    expect(waiting(announced, cancel)).toEqual([['announced', false]]);
  });

  it('does not take two announcements of one reference for a confirmation', () => {
    const parts = { lines: [fee(8000)], method: 'transfer' as const, reference: 'FT1', confirmed: false };
    const twice = [make.action('FeeCollected', at('08:00'), parts), make.action('FeeCollected', at('08:05'), parts)];
    expect(listMoneyActs(twice).map((act) => act.waiting)).toEqual([true, true]);
  });

  it('waits again when the confirmation itself was cancelled', () => {
    const parts = { lines: [fee(8000)], method: 'transfer' as const, reference: 'FT1' };
    const announced = make.action('FeeCollected', at('08:00'), { ...parts, confirmed: false });
    const confirmed = make.action('FeeCollected', at('09:00'), parts);
    const cancel = make.action('FeeCancelled', at('10:00'), { collectionId: confirmed.id });
    expect(listMoneyActs([announced, confirmed, cancel]).map((act) => [act.kind, act.waiting])).toEqual([
      ['announced', true],
      ['collected', false],
      ['cancelled', false],
    ]);
  });

  it('takes a cancellation out of the box of who had taken the money, once', () => {
    const collected = make.action(
      'FeeCollected',
      { ...at('08:00'), officerId: 'an' },
      { lines: [fee(8000)], method: 'cash' },
    );
    const cancel = (officerId: string) =>
      make.action('FeeCancelled', { ...at('09:00'), officerId }, { collectionId: collected.id, reason: 'thu nhầm' });
    const acts = listMoneyActs([cancel('leader'), collected, cancel('leader')]);
    expect(brief(acts)).toEqual([
      ['collected', 'stateFee', 8000],
      ['cancelled', 'stateFee', 8000],
    ]);
    expect(acts[1]).toMatchObject({ officerId: 'an', method: 'cash', reason: 'thu nhầm' });
    expect(listMoneyActs([cancel('leader')])).toEqual([]);
  });

  it('takes a refund out of the box of who gave it back', () => {
    const refund = make.action(
      'FeeRefunded',
      { ...at('09:00'), officerId: 'binh' },
      { lines: [fee(3000)], method: 'transfer', reason: 'rút hồ sơ' },
    );
    expect(listMoneyActs([refund])[0]).toMatchObject({
      ...{ kind: 'refunded', officerId: 'binh', method: 'transfer', amount: 3000, reason: 'rút hồ sơ', waiting: false },
    });
  });

  it('stands on the day of typing and says when the money came earlier', () => {
    const parts = { subject, at: MORNING, backEntry: { reason: 'power' as const } };
    const yesterday = make.action('FeeCollected', { ...parts, happenedAt: fromLocal('2026-11-19', '16:00') });
    const today = make.action('FeeCollected', { ...parts, happenedAt: fromLocal('2026-11-20', '07:40') });
    expect(listMoneyActs([yesterday, today]).map((act) => [act.at, act.late])).toEqual([
      [MORNING, true],
      [MORNING, false],
    ]);
  });

  it('gives the same list whatever the order and however often an action arrives', () => {
    const actions = [
      make.action('FeeCollected', at('09:00'), { lines: [fee(1)] }),
      make.action('FeeCollected', at('08:00'), { lines: [fee(2)] }),
      make.action('FeeCollected', at('08:00'), { lines: [fee(3)] }),
      make.action('PaperAttached', at('08:30')),
    ];
    expect(listMoneyActs(actions).map((act) => act.amount)).toEqual([2, 3, 1]);
    expect(listMoneyActs([...actions].reverse().concat(actions))).toEqual(listMoneyActs(actions));
  });

  it('passes over kinds of a newer version', () => {
    expect(listMoneyActs([{ ...make.action('FeeCollected', { subject }), kind: 'FeeDreamt' }])).toEqual([]);
  });

  it('passes over money that belongs to no dossier', () => {
    const day = { type: 'unitDay', unitId: 'H41.26', day: '2026-11-20', counterId: 'q1' } as const;
    expect(listMoneyActs([make.action('FeeCollected', { subject: day })])).toEqual([]);
  });
});

describe('signedAmount', () => {
  it.each([
    ['collected', 8000],
    ['announced', 0],
    ['cancelled', -8000],
    ['refunded', -8000],
  ] as const)('counts %s as %d', (kind, amount) => {
    expect(signedAmount({ kind, amount: 8000 })).toBe(amount);
  });
});

describe('listReceiptUses', () => {
  it('names receipts given out and those whose collection was cancelled', () => {
    const receipt = { kind: 'series' as const, formNo: 'f', symbol: 's', number: 7 };
    const kept = make.action('FeeCollected', { subject }, { receipt });
    const cancelled = make.action('FeeCollected', { subject }, { receipt: { kind: 'ownSlip', number: 'PT-1' } });
    const plain = make.action('FeeCollected', { subject });
    const cancel = make.action('FeeCancelled', { subject }, { collectionId: cancelled.id });
    expect(listReceiptUses([kept, cancelled, plain, cancel])).toEqual([
      { actionId: kept.id, receipt, cancelled: false },
      { actionId: cancelled.id, receipt: { kind: 'ownSlip', number: 'PT-1' }, cancelled: true },
    ]);
  });
});
