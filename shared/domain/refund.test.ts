import { describe, expect, it } from 'vitest';
import { createBuilders, MORNING } from '../../tests/support/builders';
import { feeLineSchema } from './actions/action-parts';
import { buildRefund, decideUndo, findRefundCases, type UndoQuestion } from './refund';
import type { NationalStatus } from './national-status';

const zero = { stateFee: 0, postalCharge: 0 };
const paid = (status: NationalStatus, parts: object = {}) => ({
  status,
  fees: [
    { ledger: 'stateFee' as const, name: 'Phí', amount: 8000 },
    { ledger: 'postalCharge' as const, name: 'Cước', amount: 26_000 },
  ],
  collected: { stateFee: 8000, postalCharge: 26_000 },
  waived: zero,
  refunded: zero,
  ...parts,
});

describe('findRefundCases', () => {
  it.each([
    [3, 'refused'],
    [7, 'withdrawn'],
    [8, 'stopped'],
  ] as const)('puts all money up for decision in status %d', (status, ground) => {
    expect(findRefundCases(paid(status))).toEqual([
      { ground, ledger: 'stateFee', amount: 8000 },
      { ground, ledger: 'postalCharge', amount: 26_000 },
    ]);
  });

  it('leaves out what went back already', () => {
    const refunded = { stateFee: 8000, postalCharge: 6000 };
    expect(findRefundCases(paid(7, { refunded }))).toEqual([
      { ground: 'withdrawn', ledger: 'postalCharge', amount: 20_000 },
    ]);
    expect(findRefundCases(paid(7, { collected: zero }))).toEqual([]);
  });

  it('names only what was taken beyond the fees due while the dossier goes on', () => {
    expect(findRefundCases(paid(4))).toEqual([]);
    const collected = { stateFee: 10_000, postalCharge: 20_000 };
    expect(findRefundCases(paid(4, { collected }))).toEqual([{ ground: 'overpaid', ledger: 'stateFee', amount: 2000 }]);
    const waived = { stateFee: 3000, postalCharge: 0 };
    expect(findRefundCases(paid(4, { waived }))).toEqual([{ ground: 'overpaid', ledger: 'stateFee', amount: 3000 }]);
    expect(findRefundCases(paid(10, { fees: [] })).map((one) => one.amount)).toEqual([8000, 26_000]);
  });
});

describe('decideUndo', () => {
  const make = createBuilders(61);
  const refund = { ...make.payload('FeeRefunded'), actionId: 'r', at: MORNING, officerId: 'o', deviceId: 'M01' };
  const undo = (collection: Partial<UndoQuestion['collection']>, parts: Partial<UndoQuestion> = {}) =>
    decideUndo({
      collection: { state: 'taken', refunds: [], method: 'cash', at: 1000, ...collection },
      reason: 'mistake',
      cashHandedInAt: null,
      ...parts,
    });

  it('cancels a mistake, with approval once the cash was handed in', () => {
    expect(undo({})).toBe('cancel');
    expect(undo({}, { cashHandedInAt: 999 })).toBe('cancel');
    expect(undo({}, { cashHandedInAt: 1000 })).toBe('cancelWithApproval');
    expect(undo({ method: 'transfer' }, { cashHandedInAt: 2000 })).toBe('cancel');
    expect(undo({ state: 'announced', method: 'transfer' })).toBe('cancel');
  });

  it('refunds money that was really taken', () => {
    expect(undo({}, { reason: 'giveBack', cashHandedInAt: 2000 })).toBe('refund');
    expect(undo({ state: 'announced' }, { reason: 'giveBack' })).toBe('nothing');
  });

  it.each([{ state: 'cancelled' as const }, { state: 'confirmed' as const }, { refunds: [refund] }])(
    'does nothing with what is settled: %o',
    (collection) => {
      expect([undo(collection), undo(collection, { reason: 'giveBack' })]).toEqual(['nothing', 'nothing']);
    },
  );
});

describe('buildRefund', () => {
  it('gives the whole sum of one ledger back', () => {
    const payload = buildRefund(
      { ground: 'withdrawn', ledger: 'stateFee', amount: 8000 },
      { method: 'cash', reason: 'rút hồ sơ', lineName: 'Hoàn phí' },
    );
    expect(payload).toEqual({
      v: 1,
      lines: [{ ledger: 'stateFee', name: 'Hoàn phí', amount: 8000 }],
      method: 'cash',
      reason: 'rút hồ sơ',
    });
    expect(feeLineSchema.safeParse(payload.lines[0]).success).toBe(true);
  });
});
