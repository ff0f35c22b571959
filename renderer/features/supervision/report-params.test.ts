import { describe, expect, it } from 'vitest';
import { reportCatalogue, type ReportEntry, type ReportId } from '../../../shared/reports/report-catalogue';
import {
  checkParams,
  parsePercent,
  periodOf,
  presetParams,
  readElements,
  spanOfRule,
  stepPeriod,
  typeElement,
} from './report-params';

const desk = {
  today: '2026-11-22',
  startDay: 15,
  unit: { id: 'H41.26', name: 'Trung tâm' },
  counterId: 'quay-1',
  seesAll: true,
  postalStaff: 2,
};
const preset = presetParams(desk);

function entry(id: ReportId): ReportEntry {
  const found = reportCatalogue.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

describe('presetParams', () => {
  it('begins with today, the running month of the rule, every counter and hidden numbers', () => {
    expect(preset).toMatchObject({ day: '2026-11-22', kind: 'month', counterId: null, masked: true });
    expect(periodOf(preset)).toEqual({ name: 'Tháng 12/2026', from: '2026-11-15', to: '2026-12-14' });
    expect(preset.moves).toMatchObject([{ unitId: 'H41.26', postalStaff: 2, officialsReplaced: 0 }]);
  });

  it('keeps somebody who does not supervise at the own counter', () => {
    expect(presetParams({ ...desk, seesAll: false }).counterId).toBe('quay-1');
  });
});

describe('stepPeriod', () => {
  it.each(['month', 'quarter', 'halfYear', 'year'] as const)('goes to the neighbour of a %s and back', (kind) => {
    const start = { ...preset, kind };
    const before = stepPeriod(start, -1);
    expect(periodOf(before).to < periodOf(start).from).toBe(true);
    expect(periodOf(stepPeriod(before, 1))).toEqual(periodOf(start));
  });

  it('follows calendar months where somebody chose them', () => {
    expect(periodOf(stepPeriod({ ...preset, startDay: 1 }, -1))).toMatchObject({
      from: '2026-10-01',
      to: '2026-10-31',
    });
  });

  it('names the days a rule runs from and to', () => {
    expect(spanOfRule(15)).toEqual({ from: '15', to: '14' });
  });
});

describe('checkParams', () => {
  it.each([
    [{ from: '', to: '2026-11-20' }, { from: 'reportScreen.wrong.dayMissing' }],
    [{ from: '2026-11-20', to: '' }, { to: 'reportScreen.wrong.dayMissing' }],
    [{ from: '2026-11-23', to: '2026-11-24' }, { from: 'reportScreen.wrong.dayFuture' }],
    [{ from: '2026-11-20', to: '2026-11-19' }, { to: 'reportScreen.wrong.endBeforeStart' }],
    [{ from: '2010-01-01', to: '2026-11-19' }, { to: 'reportScreen.wrong.tooLong' }],
    [{ from: '2026-11-20', to: '2026-11-20' }, {}],
  ])('looks at days typed by hand: %o', (days, faults) => {
    expect(checkParams(entry('fees'), { ...preset, kind: 'days', ...days }, desk.today)).toEqual(faults);
  });

  it('takes no day and no period that has not come', () => {
    expect(checkParams(entry('dailyStatistics'), { ...preset, day: '2026-11-23' }, desk.today)).toHaveProperty('day');
    expect(checkParams(entry('dailyStatistics'), { ...preset, day: '' }, desk.today)).toHaveProperty('day');
    expect(checkParams(entry('survey'), stepPeriod(preset, 1), desk.today)).toHaveProperty('period');
  });

  it('passes over what the report does not ask', () => {
    const broken = typeElement({ ...preset, day: '' }, '1.1', { now: '101' });
    expect(checkParams(entry('codeGaps'), broken, desk.today)).toEqual({});
    expect(checkParams(entry('serviceIndex'), broken, desk.today)).toEqual({
      elements: 'reportScreen.wrong.percent',
    });
  });
});

describe('readElements', () => {
  it.each([
    ['', null],
    ['0', 0],
    ['82,92', 0.8292],
    ['100', 1],
    ['50 %', undefined],
    ['50%', 0.5],
    ['101', undefined],
    ['-1', undefined],
    ['x', undefined],
  ])('reads %s as a share', (typed, share) => {
    const read = parsePercent(typed);
    if (typeof share === 'number') expect(read).toBeCloseTo(share);
    else expect(read).toBe(share);
  });

  it('tells assumptions from changes, and a rate goes before a number of dossiers', () => {
    const typed = typeElement(typeElement(preset, '1.1', { now: '95' }), '3.3', { then: '50', fixed: '4' });
    expect(readElements(typeElement(typed, '4.2', { fixed: '12' }))).toEqual({
      assumptions: { '1.1': 0.95 },
      changes: [
        { kind: 'rate', id: '3.3', rate: 0.5 },
        { kind: 'putRight', id: '4.2', dossiers: 12 },
      ],
    });
  });
});
