import { formatDay, toLocalDay } from '../base/time';
import { fillText } from '../text/message';
import { vi } from '../text/vi';
import type { JudgeRules } from './fact-standing';
import { countCell, plainCell, rowOf } from './figure';
import { buildLevelTotals } from './level-totals';
import type { UnitLevelRow } from './unit-levels';
import { buildProcedureResults, type ProcedureNames, type ResultColumns } from './procedure-results';
import { column } from './report-columns';
import type { ReportCell, ReportRow, ReportTable, TableReport } from './report-data';
import type { ReportFact } from './report-fact';
import { describeJudging, frameReport, type ReportFrame } from './report-frame';
import { boundsOf, describePeriod, markPeriod, type ReportPeriod } from './report-period';

const words = vi.reports;
const heads = vi.reportColumns.results;

const columns = [
  column.text(heads.no, 5),
  column.text(heads.name, 34),
  column.count(heads.c3, 17, heads.received),
  column.count(heads.c4, 9, heads.received),
  column.count(heads.c5, 12, heads.received),
  column.count(heads.c6, 9, heads.received),
  column.count(heads.c7, 17, heads.resolved),
  column.count(heads.c8, 9, heads.resolved),
  column.count(heads.c9, 9, heads.resolved),
  column.count(heads.c10, 9, heads.resolved),
  column.count(heads.c11, 16, heads.pending),
  column.count(heads.c12, 9, heads.pending),
  column.count(heads.c13, 9, heads.pending),
];

function cellsOf(found: ResultColumns): readonly ReportCell[] {
  const { total, online, direct, carried, resolved, early, onTime, late, pending, inTime, overdue } = found;
  return [total, online, direct, carried, resolved, early, onTime, late, pending, inTime, overdue].map(countCell);
}

function rowFor(no: string, name: string, { look, found }: { look: ReportRow['look']; found: ResultColumns }) {
  return rowOf([plainCell(no), plainCell(name), ...cellsOf(found)], look);
}

/** What a report of a period is made from. */
export interface PeriodInput {
  readonly frame: ReportFrame;
  readonly period: ReportPeriod;
  readonly rules: JudgeRules;
}

/** The unit that reports, the unit of count and the definitions the figures rest on. */
export function listResultLines({ frame, rules }: PeriodInput): readonly string[] {
  const { unit } = frame;
  return [
    fillText(words.line.unit, { unit: unit.name, parent: unit.parentName }),
    words.line.dossierUnit,
    ...describeJudging(rules),
  ];
}

function frameResults(input: PeriodInput, id: 'procedureResults' | 'levelResults', rows: readonly ReportRow[]) {
  const { frame, period } = input;
  const isOpen = toLocalDay(frame.madeAt) <= period.to;
  const table: ReportTable = { name: words.sheet[id], columns, rows, empty: words.empty.dossiers, notes: [] };
  return frameReport(frame, {
    id,
    reference: words.reference.procedureResults,
    subtitles: [
      describePeriod(period),
      // A period that still runs says so: its figures end with the making of the report.
      ...(isOpen ? [fillText(words.period.day, { day: formatDay(toLocalDay(frame.madeAt)) })] : []),
    ],
    lines: listResultLines(input),
    tables: [table],
    fileMark: markPeriod(period),
  });
}

/** Biểu II.06a/VPCP/KSTT as a report: fields numbered in bold, their procedures below (domain notes §10.1). */
export function buildResultsReport(
  facts: readonly ReportFact[],
  input: PeriodInput & { readonly procedureOf: ProcedureNames },
): TableReport {
  const { frame, period, rules, procedureOf } = input;
  const results = buildProcedureResults(facts, boundsOf(period, frame.madeAt), { ...rules, procedureOf });
  let field = 0;
  let procedure = 0;
  const rows = results.rows.map(({ kind, name, columns: found }) => {
    if (kind === 'field') {
      field += 1;
      procedure = 0;
      return rowFor(String(field), name === '' ? words.unknownField : name, { look: 'group', found });
    }
    procedure += 1;
    return rowFor(`${String(field)}.${String(procedure)}`, name, { look: 'plain', found });
  });
  const total = rowFor('', words.total, { look: 'total', found: results.total });
  return frameResults(input, 'procedureResults', [...rows, total]);
}

/** The columns of II.06a by level of administration ("06 các cấp", domain notes §10.1). */
export function buildLevelResultsReport(
  facts: readonly ReportFact[],
  input: PeriodInput & { readonly levels: readonly UnitLevelRow[] },
): TableReport {
  const { frame, period, rules, levels } = input;
  const found = buildLevelTotals(facts, boundsOf(period, frame.madeAt), { ...rules, levels });
  const rows = found.levels.map(({ level, columns: own }, index) =>
    rowFor(String(index + 1), words.level[level], { look: 'plain', found: own }),
  );
  const total = rowFor('', words.total, { look: 'total', found: found.total.columns });
  return frameResults(input, 'levelResults', [...rows, total]);
}
