import { describe, expect, test } from 'vitest';
import {
  newFactTable,
  putFact,
  saveFacts,
  selectFacts,
  summariseFacts,
  type DossierFact,
  type FactTable,
} from './fact-table';

const base: DossierFact = {
  id: 'a',
  changeNo: 1,
  status: 2,
  isOpen: true,
  isStub: false,
  isPaused: false,
  receivedAt: 1000,
  dueAt: 5000,
  endedAt: null,
  unitId: 'H41.26',
  counterId: 'q1',
  procedureCode: '2.000815',
  channel: 'counter',
  awaitingReceipt: true,
  openIssues: 0,
  fee: 8000,
  feeCollected: 0,
};

function build(...facts: readonly Partial<DossierFact>[]): FactTable {
  const table = newFactTable();
  facts.forEach((fact, no) => putFact(table, { ...base, id: `d${String(no)}`, ...fact }));
  return table;
}

const day = { from: 1000, before: 2000 };

describe('summariseFacts', () => {
  test('counts only what the filter names when bounds are given', () => {
    const table = build({}, { receivedAt: 1999 }, { receivedAt: 2000 }, { receivedAt: 999 }, { receivedAt: null });
    expect(summariseFacts(table, { received: day }).dossiers).toBe(2);
    expect(summariseFacts(table, {}).dossiers).toBe(5);
  });

  test('adds money and splits by status and channel when dossiers differ', () => {
    const table = build(
      { channel: 'online', status: 1, fee: 0 },
      { feeCollected: 8000, awaitingReceipt: false },
      { status: 10, isOpen: false, openIssues: 2 },
    );
    expect(summariseFacts(table, {})).toEqual({
      dossiers: 3,
      open: 2,
      awaitingReceipt: 2,
      withIssue: 1,
      fee: 16000,
      feeCollected: 8000,
      byStatus: { 1: 1, 2: 1, 10: 1 },
      byChannel: { counter: 2, online: 1, post: 0 },
    });
  });

  test.each([
    [{ isOpen: false }, 1],
    [{ counterId: 'q2' }, 1],
    [{ counterId: 'unknown' }, 0],
    [{ statuses: [1, 10] }, 2],
    [{ withIssue: true }, 1],
    [{ awaitingReceipt: false }, 1],
    [{ channel: 'online' as const }, 1],
    [{ due: { from: 0, before: 5000 } }, 0],
    [{ ended: { from: 0, before: 9000 } }, 1],
    [{ procedureCode: '1.000593', unitId: 'H41.26' }, 1],
  ])('keeps to the filter when it is %j', (filter, count) => {
    const table = build(
      { status: 1, channel: 'online', counterId: 'q2' },
      { status: 10, isOpen: false, endedAt: 8000, openIssues: 1 },
      { awaitingReceipt: false, procedureCode: '1.000593' },
    );
    expect(summariseFacts(table, filter).dossiers).toBe(count);
  });

  test('leaves out a stub when its reception is not known', () => {
    expect(summariseFacts(build({ isStub: true, receivedAt: null }), {}).dossiers).toBe(0);
  });

  test('counts a dossier once when it is put again', () => {
    const table = build({});
    putFact(table, { ...base, id: 'd0', status: 4 });
    expect(summariseFacts(table, {}).byStatus).toEqual({ 4: 1 });
  });
});

describe('putFact', () => {
  test('keeps the later facts when an older row comes after them', () => {
    const table = build({ changeNo: 9, status: 4 });
    expect(putFact(table, { ...base, id: 'd0', changeNo: 8, status: 2 })).toBe(false);
    expect(putFact(table, { ...base, id: 'd0', changeNo: 9, status: 5 })).toBe(true);
    expect(summariseFacts(table, {}).byStatus).toEqual({ 5: 1 });
  });
});

describe('selectFacts', () => {
  test('orders by time and cuts at the limit when more match', () => {
    const table = build({ receivedAt: 1500 }, { receivedAt: 1100 }, { receivedAt: 1300 });
    expect(selectFacts(table, { received: day }, { order: 'receivedAt', limit: 2 })).toEqual(['d1', 'd2']);
  });
});

describe('saveFacts', () => {
  test('gives an equal table when loaded again, also after growth', () => {
    const table = build(...Array.from({ length: 700 }, (_, i) => ({ receivedAt: i, counterId: `q${String(i % 3)}` })));
    const loaded = newFactTable(saveFacts(table));
    putFact(loaded, { ...base, id: 'new', counterId: 'q9' });
    putFact(table, { ...base, id: 'new', counterId: 'q9' });
    expect(summariseFacts(loaded, { counterId: 'q1' })).toEqual(summariseFacts(table, { counterId: 'q1' }));
    expect(summariseFacts(loaded, { counterId: 'q9' }).dossiers).toBe(1);
  });

  test('gives a usable table when it was empty', () => {
    const loaded = newFactTable(saveFacts(newFactTable()));
    putFact(loaded, base);
    expect(summariseFacts(loaded, {}).dossiers).toBe(1);
  });
});
