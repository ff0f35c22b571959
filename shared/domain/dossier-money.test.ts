import { describe, expect, it } from 'vitest';
import { createBuilders } from '../../tests/support/builders';
import type { Action } from './actions/action';
import { findRefundable } from './dossier-money';
import { foldDossier } from './dossier-state';
import { listMoneyActs } from './money-acts';

function setUp() {
  const make = createBuilders(19);
  const subject = { type: 'dossier', id: make.id() } as const;
  const received = make.action('DossierReceived', { subject });
  const fold = (...actions: Action[]) =>
    foldDossier({ dossierId: subject.id, actions: [received, ...actions], receipts: new Map() });
  const fee = (amount: number) => ({ lines: [{ ledger: 'stateFee' as const, name: 'Lệ phí', amount }] });
  const post = (amount: number) => ({ lines: [{ ledger: 'postalCharge' as const, name: 'Cước', amount }] });
  return { make, subject, fold, fee, post };
}

describe('money of a dossier', () => {
  it('lists every collection with its cancellation and refunds', () => {
    const { make, subject, fold, fee } = setUp();
    const wrong = make.action('FeeCollected', { subject }, fee(80_000));
    const right = make.action('FeeCollected', { subject }, fee(8_000));
    const cancelled = make.action('FeeCancelled', { subject }, { collectionId: wrong.id });
    const refund = make.action('FeeRefunded', { subject }, { ...fee(3_000), collectionId: right.id });
    const state = fold(wrong, right, cancelled, refund);
    expect(
      state.collections.map((one) => [one.state, one.cancelled?.actionId, one.refunds.map((back) => back.actionId)]),
    ).toEqual([
      ['cancelled', cancelled.id, []],
      ['taken', undefined, [refund.id]],
    ]);
    expect(state).toMatchObject({
      collected: { stateFee: 8_000, postalCharge: 0 },
      refunded: { stateFee: 3_000, postalCharge: 0 },
      overRefunded: { stateFee: 0, postalCharge: 0 },
      feesCollected: 5_000,
    });
    expect(findRefundable(state)).toEqual({ stateFee: 5_000, postalCharge: 0 });
  });

  it('never mixes the ledgers', () => {
    const { make, subject, fold, fee, post } = setUp();
    const state = fold(
      make.action('FeeCollected', { subject }, fee(8_000)),
      make.action('FeeCollected', { subject }, post(30_000)),
      make.action('FeeRefunded', { subject }, post(40_000)),
    );
    expect(state).toMatchObject({
      collected: { stateFee: 8_000, postalCharge: 30_000 },
      refunded: { stateFee: 0, postalCharge: 40_000 },
      overRefunded: { stateFee: 0, postalCharge: 10_000 },
      feesCollected: 8_000,
    });
    expect(findRefundable(state)).toEqual({ stateFee: 8_000, postalCharge: 0 });
  });

  it('asks less where a fee was waived, and moves no money by it', () => {
    const { make, subject, fold, fee } = setUp();
    const waiver = { ground: 'Điều 10 NQ 12', proof: 'Sổ hộ nghèo 5' };
    const waived = make.action('FeeCollected', { subject }, { ...fee(3_000), method: 'waived', waiver });
    const whole = fold();
    const state = fold(waived);
    expect(state.collections.map((one) => one.state)).toEqual(['waived']);
    expect(state).toMatchObject({ waived: { stateFee: 3_000, postalCharge: 0 }, feesCollected: 0 });
    expect(state.feesDue).toBe(whole.feesDue - 3_000);
    expect(listMoneyActs([waived])).toEqual([]);
    const cancelled = make.action('FeeCancelled', { subject }, { collectionId: waived.id });
    expect(fold(waived, cancelled)).toMatchObject({ waived: { stateFee: 0 }, feesDue: whole.feesDue });
    expect(listMoneyActs([waived, cancelled])).toEqual([]);
    const more = make.action('FeeCollected', { subject }, { ...fee(9_000_000), method: 'waived', waiver });
    expect(fold(more).feesDue).toBeGreaterThanOrEqual(0);
  });

  it('shows what was given back too much when a collection was refunded and cancelled', () => {
    const { make, subject, fold, fee } = setUp();
    const taken = make.action('FeeCollected', { subject }, fee(8_000));
    const state = fold(
      taken,
      make.action('FeeRefunded', { subject }, { ...fee(8_000), collectionId: taken.id }),
      make.action('FeeCancelled', { subject }, { collectionId: taken.id }),
    );
    expect(state).toMatchObject({ feesCollected: 0, overRefunded: { stateFee: 8_000, postalCharge: 0 } });
  });

  it('counts an announced transfer once the money is recorded under its reference', () => {
    const { make, subject, fold, fee } = setUp();
    const transfer = { ...fee(8_000), method: 'transfer' as const, reference: 'FT-1' };
    const announced = make.action('FeeCollected', { subject }, { ...transfer, confirmed: false });
    expect(fold(announced)).toMatchObject({
      ...{ feesCollected: 0, announced: { stateFee: 8_000, postalCharge: 0 } },
      collections: [{ state: 'announced' }],
    });
    const shown = make.action('FeeCollected', { subject }, { ...transfer, confirmed: true });
    expect(fold(announced, shown)).toMatchObject({
      ...{ feesCollected: 8_000, announced: { stateFee: 0, postalCharge: 0 } },
      collections: [{ state: 'confirmed' }, { state: 'taken' }],
    });
    const undone = make.action('FeeCancelled', { subject }, { collectionId: shown.id });
    expect(fold(announced, shown, undone)).toMatchObject({
      ...{ feesCollected: 0, collections: [{ state: 'announced' }, { state: 'cancelled' }] },
    });
    const nameless = make.action('FeeCollected', { subject }, { ...fee(1), confirmed: false });
    const cash = make.action('FeeCollected', { subject }, fee(2));
    expect(fold(nameless, cash).collections.map((one) => one.state)).toEqual(['announced', 'taken']);
  });
});
