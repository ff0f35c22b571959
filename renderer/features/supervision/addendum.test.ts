import { describe, expect, it } from 'vitest';
import type { Action } from '../../../shared/domain/actions/action';
import { foldDossier, type DossierState } from '../../../shared/domain/dossier-state';
import { describeLateAct, describeLateness } from '../../../shared/text/addendum-sentences';
import { sayVi } from '../../../shared/text/message';
import { createBuilders, MORNING, type Builders } from '../../../tests/support/builders';
import { type AddendumSource, listAddendum } from './addendum';

const unit = { counters: [{ id: 'q1', name: 'Quầy 1', book: 'Q1' }] };
const day = '2026-11-20';
const HOUR = 3_600_000;

function fold(actions: readonly Action[], builders: Builders): DossierState {
  const id = actions[0]?.subject.type === 'dossier' ? actions[0].subject.id : '';
  return foldDossier({ dossierId: id, actions, receipts: builders.acceptAll(actions) });
}

type Facts = Pick<AddendumSource, 'closedAt' | 'states' | 'closedActs'> & Partial<AddendumSource>;
const list = (facts: Facts) => listAddendum({ day, unit, procedures: new Map(), issued: [], ...facts });

describe('listAddendum', () => {
  const builders = createBuilders(9);
  const subject = { type: 'dossier', id: builders.id() } as const;
  const closedAt = MORNING + 8 * HOUR;
  const received = builders.action('DossierReceived', { subject, at: MORNING, happenedAt: MORNING });

  it('is empty when nothing of the day came after its closing', () => {
    const state = fold([received], builders);
    expect(list({ closedAt, states: [state], closedActs: new Set([received.id]) })).toEqual([]);
  });

  it('names each late act and why it is late, in order of typing', () => {
    const fee = builders.action('FeeCollected', { subject, at: MORNING + 9 * HOUR, happenedAt: MORNING + 9 * HOUR });
    const back = builders.action('HandedOver', {
      subject,
      at: MORNING + 26 * HOUR,
      happenedAt: MORNING + 2 * HOUR,
      backEntry: { reason: 'line' },
    });
    const elsewhere = builders.action('PaperAttached', {
      subject,
      at: MORNING + HOUR,
      happenedAt: MORNING + HOUR,
      deviceId: 'M09',
    });
    const state = fold([received, fee, back, elsewhere], builders);
    const rows = list({ closedAt, states: [state], closedActs: new Set([received.id]) });
    expect(rows.map((row) => [sayVi(describeLateAct(row)), sayVi(describeLateness(row.why))])).toEqual([
      ['Thêm giấy tờ', 'Dữ liệu của nơi khác về sau khi chốt'],
      ['Thu phí, lệ phí', 'Ghi sau giờ chốt'],
      ['Bàn giao hồ sơ', 'Nhập bù: mất mạng'],
    ]);
  });

  it('calls a reception a new row and names the counter it came from', () => {
    const state = fold([received], builders);
    const [row] = list({ closedAt, states: [state], closedActs: new Set() });
    expect(row && sayVi(describeLateAct(row))).toBe('Tiếp nhận hồ sơ (hồ sơ mới)');
    expect(row && sayVi(describeLateness(row.why))).toBe('Dữ liệu của Quầy 1 về sau khi chốt');
  });

  it('leaves out acts of other days and acts no column shows', () => {
    const nextDay = builders.action('HandedOver', {
      subject,
      at: MORNING + 26 * HOUR,
      happenedAt: MORNING + 26 * HOUR,
    });
    const print = builders.action('FormPrinted', { subject, at: MORNING + 9 * HOUR, happenedAt: MORNING + 9 * HOUR });
    const state = fold([received, nextDay, print], builders);
    expect(list({ closedAt, states: [state], closedActs: new Set([received.id]) })).toEqual([]);
  });

  it('goes by the time of typing when the closed acts are not known here', () => {
    const fee = builders.action('FeeCollected', { subject, at: MORNING + 9 * HOUR, happenedAt: MORNING + 9 * HOUR });
    const state = fold([received, fee], builders);
    const rows = list({ closedAt, states: [state], closedActs: undefined });
    expect(rows.map((row) => row.actionId)).toEqual([fee.id]);
  });

  it('says what was promised and paid on the row of a new dossier only', () => {
    const fee = builders.action('FeeCollected', { subject, at: MORNING + 9 * HOUR, happenedAt: MORNING + 9 * HOUR });
    const state = fold([received, fee], builders);
    const rows = list({ closedAt, states: [state], closedActs: new Set() });
    expect(rows.map((row) => [row.promisedAt, row.fee, row.feeCollected])).toEqual([
      [state.promisedAt, 8_000, 8_000],
      [null, 0, 0],
    ]);
  });

  it('leaves out what an addendum holds already', () => {
    const fee = builders.action('FeeCollected', { subject, at: MORNING + 9 * HOUR, happenedAt: MORNING + 9 * HOUR });
    const state = fold([received, fee], builders);
    const rows = list({ closedAt, states: [state], closedActs: new Set() });
    const issued = [{ rows: rows.filter((row) => row.actKind === 'DossierReceived') }];
    const left = list({ closedAt, states: [state], closedActs: new Set(), issued });
    expect(left.map((row) => row.actionId)).toEqual([fee.id]);
  });
});
