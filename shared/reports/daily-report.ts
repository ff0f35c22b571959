import { fromLocal, type LocalDay } from '../base/time';
import { addDays } from '../domain/working-calendar-days';
import type { MoneyAct } from '../domain/money-acts';
import { vi } from '../text/vi';
import { buildDailyStatistics, type DailyRow } from './daily-statistics';
import { countCell, figureCell, plainCell, rowOf } from './figure';
import { column } from './report-columns';
import type { ReportRow, TableReport } from './report-data';
import type { ReportFact } from './report-fact';
import { describeDayOf, frameReport, type ReportFrame } from './report-frame';

const words = vi.reports;
const heads = vi.reportColumns;

const columns = [
  column.text(heads.handlingUnit, 30),
  column.count(heads.daily.direct, 10, heads.daily.received),
  column.count(heads.daily.online, 10, heads.daily.received),
  column.count(heads.daily.ready),
  column.count(heads.daily.returned),
  column.money(heads.daily.fees),
  column.count(heads.daily.supplements),
  column.count(heads.daily.givenBack),
  column.count(heads.daily.guided, 12),
  column.count(heads.daily.refused),
  column.count(heads.total),
];

function rowFor(row: DailyRow, name: string, look: ReportRow['look']): ReportRow {
  return rowOf(
    [
      plainCell(name),
      countCell(row.receivedDirect),
      countCell(row.receivedOnline),
      countCell(row.ready),
      countCell(row.returned),
      figureCell(row.stateFee, row.feeDossiers),
      countCell(row.supplements),
      countCell(row.givenBack),
      countCell(row.guided),
      countCell(row.refused),
      countCell(row.any),
    ],
    look,
  );
}

/** The day's statistics as a report (domain notes §10.2). */
export function buildDailyReport(
  facts: readonly ReportFact[],
  acts: readonly MoneyAct[],
  { frame, day }: { readonly frame: ReportFrame; readonly day: LocalDay },
): TableReport {
  const start = fromLocal(day, '00:00');
  const end = Math.min(frame.madeAt, fromLocal(addDays(day, 1), '00:00') - 1);
  const { rows, total } = buildDailyStatistics(facts, acts, { start, end });
  const table = {
    name: words.sheet.dailyStatistics,
    columns,
    rows: [
      ...rows.map((row) => rowFor(row, row.name === '' ? words.unknownUnit : row.name, 'plain')),
      rowFor(total, words.total, 'total'),
    ],
    empty: words.empty.dossiers,
    notes: [words.line.daily],
  };
  return frameReport(frame, { id: 'dailyStatistics', subtitles: [describeDayOf(day)], tables: [table], fileMark: day });
}
