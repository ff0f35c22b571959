import { vi } from '../text/vi';
import { countCell, figureCell, plainCell, rowOf } from './figure';
import { buildLevelTotals, type LevelTotals } from './level-totals';
import type { UnitLevelRow } from './unit-levels';
import { column } from './report-columns';
import type { ReportRow, TableReport } from './report-data';
import type { ReportFact } from './report-fact';
import { frameReport } from './report-frame';
import { boundsOf, describePeriod, markPeriod } from './report-period';
import { listResultLines, type PeriodInput } from './results-report';

const words = vi.reports;
const heads = vi.reportColumns.level;

const columns = [
  column.text(heads.level, 28),
  column.count(heads.received),
  column.count(heads.fresh),
  column.count(heads.online),
  column.percent(heads.onlineRate),
  column.count(heads.resolved),
  column.count(heads.onTime),
  column.percent(heads.onTimeRate),
  column.count(heads.late),
  column.count(heads.pending),
  column.count(heads.overdue),
  column.percent(heads.nationalRate, 13),
];

function rowFor(totals: LevelTotals, name: string, look: ReportRow['look']): ReportRow {
  const { columns: found, onlineRate, onTimeRate, nationalOnTime, nationalRate } = totals;
  const onTime = [...found.early, ...found.onTime];
  return rowOf(
    [
      plainCell(name),
      countCell(found.total),
      countCell([...found.online, ...found.direct]),
      countCell(found.online),
      figureCell(onlineRate, found.online),
      countCell(found.resolved),
      countCell(onTime),
      figureCell(onTimeRate, onTime),
      countCell(found.late),
      countCell(found.pending),
      countCell(found.overdue),
      figureCell(nationalRate, nationalOnTime),
    ],
    look,
  );
}

/** Totals by level with on-time and online rates as a report (domain notes §9, row 8). */
export function buildLevelReport(
  facts: readonly ReportFact[],
  input: PeriodInput & { readonly levels: readonly UnitLevelRow[] },
): TableReport {
  const { frame, period, rules, levels } = input;
  const found = buildLevelTotals(facts, boundsOf(period, frame.madeAt), { ...rules, levels });
  const rows = [
    ...found.levels.map((totals) => rowFor(totals, words.level[totals.level], 'plain')),
    rowFor(found.total, words.total, 'total'),
  ];
  return frameReport(frame, {
    id: 'levelTotals',
    subtitles: [describePeriod(period)],
    lines: listResultLines(input),
    tables: [{ name: words.sheet.levels, columns, rows, empty: words.empty.dossiers, notes: [] }],
    fileMark: markPeriod(period),
  });
}
