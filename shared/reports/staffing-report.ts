import { fillText } from '../text/message';
import { vi } from '../text/vi';
import { countCell, figureCell, plainCell, rowOf } from './figure';
import { buildStaffing, type StaffingRow, type StaffMove } from './postal-staffing';
import { column } from './report-columns';
import type { ReportRow, TableReport } from './report-data';
import type { ReportFact } from './report-fact';
import { frameReport, type ReportFrame } from './report-frame';
import { boundsOf, describePeriod, markPeriod, type ReportPeriod } from './report-period';

const words = vi.reports;
const heads = vi.reportColumns.staffing;

const columns = [
  column.text(heads.unit, 30),
  column.count(heads.replaced),
  column.count(heads.left),
  column.count(heads.postal),
  column.count(heads.procedures),
  column.count(heads.used),
  column.count(heads.received),
  column.count(heads.moved),
  column.percent(heads.share),
  column.decimal(heads.perPostal, 13),
  column.decimal(heads.perOfficial, 13),
  column.text(heads.decision, 22),
];

function rowFor(row: StaffingRow, name: string, look: ReportRow['look']): ReportRow {
  const byPost = new Set(row.moved);
  return rowOf(
    [
      plainCell(name),
      plainCell(row.officialsReplaced),
      plainCell(row.officialsLeft),
      plainCell(row.postalStaff),
      plainCell(row.proceduresMoved),
      figureCell(row.proceduresUsed, row.moved),
      countCell(row.received),
      countCell(row.moved),
      figureCell(row.movedShare, row.moved),
      figureCell(row.perPostalDay, row.moved),
      figureCell(
        row.perOfficialDay,
        row.received.filter((id) => !byPost.has(id)),
      ),
      plainCell(row.decisionNo),
    ],
    look,
  );
}

/** Staffing moved to the post as a report (domain notes §8, counter notes §3). */
export function buildStaffingReport(
  moves: readonly StaffMove[],
  facts: readonly ReportFact[],
  input: { readonly frame: ReportFrame; readonly period: ReportPeriod; readonly workingDays: number },
): TableReport {
  const { frame, period, workingDays } = input;
  const staffing = buildStaffing(moves, facts, { bounds: boundsOf(period, frame.madeAt), workingDays });
  const rows = [
    ...staffing.rows.map((row) => rowFor(row, row.unitName, 'plain')),
    rowFor(staffing.total, words.total, 'total'),
  ];
  return frameReport(frame, {
    id: 'postalStaffing',
    subtitles: [describePeriod(period)],
    lines: [fillText(words.line.workingDays, { days: workingDays })],
    tables: [{ name: words.sheet.staffing, columns, rows, empty: words.empty.none, notes: [] }],
    fileMark: markPeriod(period),
  });
}
