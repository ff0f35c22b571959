import { describe, expect, it } from 'vitest';
import { createBuilders } from '../../tests/support/builders';
import { findCancelledCash, findLastHandIn } from './cash-hand-in';
import { foldDossier } from './dossier-state';
import { foldUnitDay } from './unit-day';

const make = createBuilders(31);
const subject = { type: 'dossier', id: make.id() } as const;
const cash = make.action('FeeCollected', { subject });
const transfer = make.action('FeeCollected', { subject }, { method: 'transfer' });
const state = foldDossier({
  dossierId: subject.id,
  actions: [make.action('DossierReceived', { subject }), cash, transfer],
  receipts: new Map(),
});

describe('findCancelledCash', () => {
  it('is the cash collection a cancellation names, and no other', () => {
    const named = (collectionId: string) => findCancelledCash(state, make.payload('FeeCancelled', { collectionId }));
    expect(named(cash.id)?.actionId).toBe(cash.id);
    expect(named(transfer.id)).toBeUndefined();
    expect(named(make.id())).toBeUndefined();
    expect(findCancelledCash(state, undefined)).toBeUndefined();
  });
});

describe('findLastHandIn', () => {
  const day = { type: 'unitDay', unitId: 'H41.26', day: '2026-11-20', counterId: 'quay-1' } as const;
  const handIn = (ledger: 'stateFee' | 'postalCharge', at: number) =>
    make.action('CashHandedIn', { subject: day, at, happenedAt: at }, { ledger });
  const days = [
    foldUnitDay([handIn('stateFee', 1_000), handIn('stateFee', 3_000), handIn('postalCharge', 2_000)], new Map()),
    foldUnitDay([handIn('postalCharge', 5_000)], new Map()),
  ];
  const of = (...ledgers: ('stateFee' | 'postalCharge')[]) => ({
    lines: ledgers.map((ledger) => ({ ledger, name: 'x', amount: 1 })),
  });

  it.each([
    [of('stateFee'), 9_000, 3_000],
    [of('stateFee'), 3_000, 3_000],
    [of('stateFee'), 2_999, 1_000],
    [of('postalCharge'), 9_000, 5_000],
    [of('stateFee', 'postalCharge'), 4_000, 3_000],
    [of('stateFee'), 999, null],
  ])('is the newest of the ledgers of the collection, up to the act', (collection, until, expected) => {
    expect(findLastHandIn(collection, days, until)).toBe(expected);
  });

  it('is none when no day of the counter is known', () => {
    expect(findLastHandIn(of('stateFee'), [], 9_000)).toBeNull();
  });
});
