import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBuilders } from '../../tests/support/builders';
import type { Action } from '../domain/actions/action';
import { foldDossier } from '../domain/dossier-state';
import { procedureSchema, type Procedure } from '../domain/procedure';
import { unitSchema } from '../domain/unit';
import { receiptSlipSchema } from './receipt-slip-data';
import { buildReceiptSlipData } from './receipt-slip-from-dossier';

const rowsOf = (file: string): unknown[] =>
  (JSON.parse(readFileSync(join(import.meta.dirname, '../../build/packages', file), 'utf8')) as { rows: unknown[] })
    .rows;
const unit = unitSchema.parse(rowsOf('units.json')[0]);
const procedures = rowsOf('procedures.json').map((row) => procedureSchema.parse(row));

function getProcedure(code: string): Procedure {
  const found = procedures.find((procedure) => procedure.code === code);
  if (found === undefined) throw new Error(`no procedure ${code}`);
  return found;
}

const subject = { type: 'dossier', id: '019cd1c0-0000-7000-8000-000000000001' } as const;
const build = createBuilders(7);

function slipOf(actions: readonly Action[], code: string) {
  const state = foldDossier({ dossierId: subject.id, actions, receipts: build.acceptAll(actions) });
  return buildReceiptSlipData(state, {
    unit,
    procedure: getProcedure(code),
    officerName: 'Lê Thị Thu Hà',
    practice: true,
  });
}

describe('buildReceiptSlipData', () => {
  it('gives a slip the renderer accepts, with code, person and both times, when a dossier was received', () => {
    const received = build.action('DossierReceived', { subject });
    const slip = slipOf([received], '1.004873');
    expect(receiptSlipSchema.safeParse(slip).success).toBe(true);
    expect(slip).toMatchObject({
      copyNo: 1,
      practice: true,
      receivedAt: received.happenedAt,
      officerName: 'Lê Thị Thu Hà',
    });
    expect(slip?.head.unitName).toBe(unit.name.toLocaleUpperCase('vi'));
  });

  it('counts the copy up when the slip was printed before', () => {
    const actions = [
      build.action('DossierReceived', { subject }),
      build.action('FormPrinted', { subject }, { form: 'receipt' }),
    ];
    expect(slipOf(actions, '1.004873')?.copyNo).toBe(2);
  });

  it('promises no free service when nobody confirmed that nothing is due', () => {
    const received = build.action('DossierReceived', { subject }, { fees: [], channel: 'counter' });
    expect(getProcedure('1.004873').provisional).toContain('cases.fees');
    expect(slipOf([received], '1.004873')?.feeText).toBe('');
    expect(slipOf([received], '2.000908')?.feeText).toBe('Không thu');
  });

  it('names an undecided fee as one, on the paper and in its code', () => {
    const received = build.action('DossierReceived', { subject }, { fees: [], feeUndecided: true });
    expect(slipOf([received], '1.004873')).toMatchObject({ feeState: 'unknown', feeText: 'Chưa có mức thu' });
  });

  it('says what is due, paid and partly paid', () => {
    const fees = [{ ledger: 'stateFee' as const, name: 'Phí chứng thực', amount: 8000 }];
    const received = build.action('DossierReceived', { subject }, { fees });
    const paid = (amount: number): Action =>
      build.action(
        'FeeCollected',
        { subject },
        { lines: [{ ledger: 'stateFee', name: 'Phí chứng thực', amount }], method: 'cash' },
      );
    expect(slipOf([received], '2.000815')).toMatchObject({ feeState: 'due', feeText: '8.000 đ (chưa thu)' });
    expect(slipOf([received, paid(3000)], '2.000815')).toMatchObject({
      feeState: 'due',
      feeText: '8.000 đ (đã thu 3.000 đ)',
    });
    expect(slipOf([received, paid(8000)], '2.000815')).toMatchObject({ feeState: 'paid', feeText: '8.000 đ (đã thu)' });
  });

  it('gives nothing when the dossier was not received', () => {
    expect(slipOf([build.action('HandedOver', { subject })], '1.004873')).toBeUndefined();
  });
});
