import { describe, expect, it } from 'vitest';
import { at } from '../../../tests/support/deadline-kit';
import type { LateFigure, LateList, LateRow } from '../../../shared/domain/late-lists';
import {
  choosePeriod,
  countMainCauses,
  filterLate,
  firstFilter,
  lateSince,
  listFigures,
  spellRate,
} from './late-board';

const row = (dossierId: string, changes: Partial<LateRow> = {}): LateRow => ({
  ...{ dossierId, code: dossierId, procedureCode: null, channel: 'counter', receivingUnitId: null },
  ...{ due: at('2026-03-16T09:00'), doneAt: null, workingMinutes: 60, lateness: 'legal', main: 'staff' },
  ...{ inPeriod: true },
  ...changes,
});
const rows = [
  row('a'),
  row('b', { channel: 'online', main: 'waitingTax', doneAt: at('2026-03-17T09:00') }),
  row('c', { inPeriod: false }),
  row('d', { lateness: 'recordOnly', main: 'syncLate' }),
];
const ids = (changes: Partial<typeof firstFilter>) =>
  filterLate(rows, { ...firstFilter, ...changes }).map((one) => one.dossierId);

describe('filterLate', () => {
  it('gives exactly the rows a figure counts', () => {
    expect(ids({})).toEqual(['a', 'b', 'c']);
    expect(ids({ reading: 'inPeriod' })).toEqual(['a', 'b']);
    expect(ids({ part: 'open' })).toEqual(['a', 'c']);
    expect(ids({ part: 'recordOnly' })).toEqual(['d']);
    expect(ids({ channel: 'online' })).toEqual(['b']);
    expect(ids({ cause: 'staff', reading: 'inPeriod' })).toEqual(['a']);
  });
});

describe('countMainCauses', () => {
  it('puts the commonest cause first, as long as the whole bar', () => {
    expect(countMainCauses(filterLate(rows, firstFilter))).toEqual([
      { cause: 'staff', count: 2, length: 1 },
      { cause: 'waitingTax', count: 1, length: 0.5 },
    ]);
    expect(countMainCauses([])).toEqual([]);
  });
});

describe('the figures', () => {
  it('name all channels first, and no rate where nothing was due', () => {
    const figure: LateFigure = { late: 1, open: 1, recordOnly: 0, of: 3 };
    const both = { inPeriod: figure, cumulative: figure };
    const list: LateList = { ...both, rows: [], byChannel: { counter: both, online: both, post: both } };
    expect(listFigures(list).map(({ channel }) => channel)).toEqual([null, 'counter', 'online', 'post']);
    expect([spellRate(null), spellRate(0), spellRate(0.082)]).toEqual(['', '0,0 %', '8,2 %']);
  });

  it('read the period of today and the one before, from the 15th to the 14th', () => {
    const rules = { periodStartDay: 15 };
    expect(choosePeriod('month', '2026-03-16', rules)).toMatchObject({ from: '2026-03-15', to: '2026-04-14' });
    expect(choosePeriod('previousMonth', '2026-03-16', rules)).toMatchObject({ from: '2026-02-15', to: '2026-03-14' });
    expect(choosePeriod('year', '2026-03-16', rules)).toMatchObject({ from: '2025-12-15', to: '2026-12-14' });
  });
});

describe('lateSince', () => {
  it('goes on while the dossier is open', () => {
    expect(lateSince(row('a'), 5)).toBe(5);
    expect(lateSince(row('a', { doneAt: 3 }), 5)).toBe(3);
  });
});
