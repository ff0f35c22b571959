import { describe, expect, it } from 'vitest';
import { at, officialCalendar } from '../../tests/support/deadline-kit';
import { buildDelegation, buildOfficer } from '../../tests/support/people';
import { buildFact, buildReceived, frame, judgeRules, march, procedureOf } from '../../tests/support/report-kit';
import type { Unit } from '../domain/unit';
import { selectFacts } from './fact-selection';
import { buildLevelReport } from './level-report';
import { buildLevelTotals } from './level-totals';
import { buildStaffing, countPostalStaff, countWorkingDays } from './postal-staffing';
import { boundsOf, decidePeriod, periodOfDays } from './report-period';
import { writeShare, writeValue } from './report-values';
import { buildLevelResultsReport, buildResultsReport } from './results-report';
import { buildStaffingReport } from './staffing-report';
import { findUnitLevel, listUnitLevels } from './unit-levels';

type Row = Pick<Unit, 'id' | 'kind' | 'validFrom' | 'succession'>;

const mapOf = (rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));
const units = mapOf([
  { id: 'H41', kind: 'provinceCentre', validFrom: '2018-06-21' },
  { id: 'H41.1', kind: 'centreBranch', validFrom: '2025-07-01' },
  {
    ...{ id: 'HUYEN', kind: 'districtOffice', validFrom: '2018-06-21' },
    succession: { unitId: 'H41.1', from: '2025-07-01', act: 'NQ 1' },
  },
  { id: 'HUYEN2', kind: 'districtOffice', validFrom: '2018-06-21' },
  { id: 'H41.26', kind: 'communeCentre', validFrom: '2025-07-01' },
  { id: 'H41.26.1', kind: 'postOffice', validFrom: '2025-07-01' },
  {
    ...{ id: 'H41.31', kind: 'communeCentre', validFrom: '2025-07-01' },
    succession: { unitId: 'H41.26', from: '2026-03-10', act: 'NQ 2' },
  },
]);
const levels = listUnitLevels(units);

describe('findUnitLevel', () => {
  it('ends the districts on 30 June 2025', () => {
    expect(findUnitLevel(levels, 'HUYEN', '2025-06-30')).toBe('district');
    expect(findUnitLevel(levels, 'HUYEN', '2025-07-01')).toBe('province');
    expect(findUnitLevel(levels, 'HUYEN2', '2025-06-30')).toBe('district');
    expect(findUnitLevel(levels, 'HUYEN2', '2025-07-01')).toBe('unknown');
  });

  it('knows the other kinds, and nothing before their first day', () => {
    expect(['H41', 'H41.1', 'H41.26', 'H41.26.1', 'X'].map((id) => findUnitLevel(levels, id, '2026-01-01'))).toEqual([
      'province',
      'province',
      'commune',
      'commune',
      'unknown',
    ]);
    expect(findUnitLevel(levels, 'H41.26', '2025-06-30')).toBe('unknown');
    expect(findUnitLevel(levels, 'H41.26', '2025-07-01')).toBe('commune');
  });

  it('has nothing to say behind the end of a unit whose successor is not known', () => {
    const lost = mapOf([
      {
        ...{ id: 'A', kind: 'communeCentre', validFrom: '2018-01-01' },
        succession: { unitId: 'B', from: '2025-07-01', act: 'NQ' },
      },
    ]);
    expect(listUnitLevels(lost)).toEqual([
      { unitId: 'A', level: 'commune', validFrom: '2018-01-01', validTo: '2025-06-30' },
    ]);
  });
});

const inTime = { received: '2026-03-02T09:00', due: '2026-03-09T09:00', ended: '2026-03-06T10:00' };
const tooLate = { ...inTime, ended: '2026-03-09T09:01' };
const facts = [
  buildReceived('p1', inTime, { unitId: 'H41' }),
  buildReceived('c1', inTime, { channel: 'online' }),
  buildReceived('c2', tooLate),
  buildReceived('c3', { received: '2026-03-10T09:00', due: '2026-03-17T09:00' }),
  buildReceived('old', { received: '2025-06-30T09:00', due: '2025-07-07T09:00' }, { unitId: 'HUYEN' }),
  buildReceived('x', inTime, { unitId: '' }),
];

describe('buildLevelTotals', () => {
  const found = buildLevelTotals(facts, march, { ...judgeRules, levels });

  it('gives on-time and online rates by level', () => {
    const shown = found.levels.map(({ level, columns, onTimeRate, onlineRate, nationalRate }) => [
      level,
      columns.total,
      onTimeRate,
      onlineRate,
      nationalRate,
    ]);
    expect(shown).toEqual([
      ['province', ['p1'], 1, 0, 1],
      // Received on the last day of the districts, and never finished.
      ['district', ['old'], null, null, 0],
      ['commune', ['c1', 'c2', 'c3'], 0.5, 1 / 3, 2 / 3],
      ['unknown', ['x'], 1, 0, 1],
    ]);
    expect(found.total).toMatchObject({ onTimeRate: 0.75, onlineRate: 0.2, nationalRate: 4 / 6 });
  });

  it('leaves out the unknown level where all are known', () => {
    const known = buildLevelTotals(facts.slice(0, 5), march, { ...judgeRules, levels });
    expect(known.levels.map(({ level }) => level)).toEqual(['province', 'district', 'commune']);
  });

  it('is written as the province writes it', () => {
    // Domain notes §9, row 8: Quảng Nam 2023, 90,010, 136,350 and 187,299 dossiers.
    expect([89_830 / 90_010, 113_061 / 136_350, 182_617 / 187_299].map(writeShare)).toEqual([
      '99,80%',
      '82,92%',
      '97,50%',
    ]);
    expect(writeShare(null)).toBe('');
    expect(writeValue(12.5, 'decimal')).toBe('12,50');
    expect(writeValue(8_000, 'money')).toBe('8.000');
    expect(writeValue(7, 'text')).toBe('7');
    expect(writeValue(at('2026-03-09T09:10'), 'instant')).toBe('09:10 09/03/2026');
    expect(writeValue(null, 'integer')).toBe('');
  });

  it('prints every figure with its dossiers', () => {
    const period = decidePeriod({ kind: 'month', year: 2026, index: 3 }, { periodStartDay: 15 });
    const report = buildLevelReport(facts, { frame, period, rules: judgeRules, levels });
    expect(report.tables[0]?.rows[2]?.cells.map(({ value }) => value)).toEqual([
      'Cấp xã',
      3,
      3,
      1,
      1 / 3,
      2,
      1,
      0.5,
      1,
      1,
      0,
      2 / 3,
    ]);
    expect(report.tables[0]?.rows[2]?.cells[8]?.dossierIds).toEqual(['c2']);
    const byLevel = buildLevelResultsReport(facts, { frame, period, rules: judgeRules, levels });
    expect(byLevel.tables[0]?.rows.map(({ cells }) => cells[1]?.value)).toEqual([
      'Cấp tỉnh',
      'Cấp huyện (đến 30/6/2025)',
      'Cấp xã',
      'Chưa rõ cấp',
      'Tổng số',
    ]);
  });
});

describe('buildResultsReport', () => {
  const period = decidePeriod({ kind: 'month', year: 2026, index: 3 }, { periodStartDay: 15 });
  const report = buildResultsReport(facts, { frame, period, rules: judgeRules, procedureOf });

  it('numbers fields and procedures, and prints period and definitions', () => {
    expect(report.tables[0]?.rows.map(({ look, cells }) => [look, cells[0]?.value, cells[1]?.value])).toEqual([
      ['group', '1', 'Hộ tịch'],
      ['plain', '1.1', 'Đăng ký khai sinh'],
      ['total', '', 'Tổng số'],
    ]);
    expect(report.subtitles).toEqual(['Kỳ báo cáo: Tháng 03/2026 (Từ ngày 15/02/2026 đến ngày 14/03/2026)']);
    expect(report.lines).toContain('Trước hạn: xong trước ngày hẹn. Đúng hạn: xong trong ngày hẹn, không quá giờ hẹn.');
    expect(report.tables[0]?.columns).toHaveLength(13);
  });

  it('says until when its figures are while the period runs', () => {
    const running = buildResultsReport([], {
      ...{ period, rules: judgeRules, procedureOf },
      frame: { ...frame, madeAt: at('2026-03-14T10:00') },
    });
    expect(running.subtitles[1]).toBe('(Ngày 14/03/2026)');
  });

  it('names a field nobody knows', () => {
    const odd = buildReceived('x', inTime, { procedureCode: '9.999999' });
    const rows = buildResultsReport([odd], { frame, period, rules: judgeRules, procedureOf }).tables[0]?.rows;
    expect(rows?.[0]?.cells[1]?.value).toBe('Chưa rõ lĩnh vực');
  });
});

describe('selectFacts', () => {
  const own = [
    buildFact({ dossierId: 'a', unitId: 'H41.31' }),
    buildFact({ dossierId: 'b', unitId: 'H41.26' }),
    buildFact({ dossierId: 'c', unitId: '' }),
  ];
  const of = (unitId: string, on: string) => selectFacts(own, { units, unitId, on }).map(({ dossierId }) => dossierId);

  it('shows A until the day before the merger and A and B from it on', () => {
    expect(of('H41.31', '2026-03-09')).toEqual(['a', 'c']);
    expect(of('H41.26', '2026-03-09')).toEqual(['b', 'c']);
    expect(of('H41.31', '2026-03-10')).toEqual(['c']);
    expect(of('H41.26', '2026-03-10')).toEqual(['a', 'b', 'c']);
  });
});

describe('buildStaffing', () => {
  // Domain notes §8: 17 postal employees in place of 24 officials, 1,381 procedures.
  const move = {
    unitId: 'H41.26',
    unitName: 'Trung tâm tỉnh',
    officialsReplaced: 24,
    officialsLeft: 2,
    postalStaff: 17,
    proceduresMoved: 1_381,
    decisionNo: 'QĐ 2114',
  };
  const received = Array.from({ length: 40 }, (_, index) =>
    buildReceived(
      `d${String(index)}`,
      { received: '2026-03-09T09:00' },
      { byDelegation: index < 34, procedureCode: index % 2 === 0 ? '1.001193' : '2.000815' },
    ),
  );
  const bounds = boundsOf(periodOfDays('2026-03-09', '2026-03-10'), at('2026-12-01T08:00'));

  it('gives dossiers moved, their share and the productivity', () => {
    const { rows, total } = buildStaffing([move], received, { bounds, workingDays: 2 });
    expect(rows[0]).toMatchObject({ movedShare: 0.85, proceduresUsed: 2, perPostalDay: 1, perOfficialDay: 1.5 });
    expect(rows[0]?.moved).toHaveLength(34);
    expect(total).toMatchObject({ officialsReplaced: 24, postalStaff: 17, proceduresMoved: 1_381, perPostalDay: 1 });
  });

  it('has no productivity without people or days, and no share without dossiers', () => {
    const { rows } = buildStaffing([{ ...move, postalStaff: 0, unitId: 'Z' }], received, { bounds, workingDays: 2 });
    expect(rows[0]).toMatchObject({ perPostalDay: null, movedShare: null, received: [] });
    expect(buildStaffing([move], received, { bounds, workingDays: 0 }).rows[0]?.perPostalDay).toBeNull();
  });

  it('counts working days of the calendar, and those who act by a delegation', () => {
    // 15 February to 14 March 2026 without the week of Tết: three weeks of five days.
    expect(countWorkingDays(officialCalendar, march)).toBe(15);
    const officers = [
      buildOfficer('postalOfficer'),
      buildOfficer('postalOfficer', { delegation: buildDelegation({ procedures: ['1.001193', '2.000815'] }) }),
      buildOfficer('postalOfficer', { delegation: buildDelegation({ validTo: '2026-03-08' }) }),
      buildOfficer('postalOfficer', { delegation: buildDelegation({ unitId: 'H41.31' }) }),
      buildOfficer('intakeOfficer'),
    ];
    const wanted = { unitId: 'H41.26', day: '2026-03-09', all: 36 };
    expect(countPostalStaff(officers, wanted)).toEqual({ postalStaff: 2, proceduresMoved: 36 });
    expect(countPostalStaff(officers.slice(1, 2), wanted)).toEqual({ postalStaff: 1, proceduresMoved: 2 });
    expect(countPostalStaff(officers.slice(2), { ...wanted, day: '2026-03-08' }).postalStaff).toBe(1);
  });

  it('is a report with a row of totals', () => {
    const period = periodOfDays('2026-03-09', '2026-03-10');
    const report = buildStaffingReport([move], received, { frame, period, workingDays: 2 });
    expect(report.tables[0]?.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
      ['Trung tâm tỉnh', 24, 2, 17, 1_381, 2, 40, 34, 0.85, 1, 1.5, 'QĐ 2114'],
      ['Tổng số', 24, 2, 17, 1_381, 2, 40, 34, 0.85, 1, 1.5, ''],
    ]);
    expect(report.lines[0]).toBe('Số ngày làm việc trong kỳ: 2.');
  });
});
