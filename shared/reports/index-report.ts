import type { IndexElementId } from '../domain/service-index-rules';
import { fillText } from '../text/message';
import { vi } from '../text/vi';
import type { AverageTime } from './average-times';
import { countCell, figureCell, plainCell, rowOf } from './figure';
import type { ProcedureNames } from './procedure-results';
import { column } from './report-columns';
import type { ReportRow, ReportTable, TableReport } from './report-data';
import { frameReport, type ReportFrame } from './report-frame';
import { describePeriod, markPeriod, type ReportPeriod } from './report-period';
import { writeDecimal } from './report-values';
import type { IndexEstimate, IndexLine, IndexWhatIf } from './service-index';

const words = vi.reports;
const heads = vi.reportColumns;

const columns = [
  column.text(heads.index.element, 46),
  column.text(heads.index.source, 18),
  column.count(heads.index.good),
  column.count(heads.index.bad),
  column.percent(heads.index.rate),
  column.percent(heads.index.fullAt, 13),
  column.decimal(heads.index.points),
  column.decimal(heads.index.maximum),
];

type ElementKey<Id extends string> = Id extends `${infer Group}.${infer No}` ? `e${Group}_${No}` : never;

/** "4.2 Hồ sơ số hóa cả giấy tờ và kết quả". */
export function indexElementText(id: IndexElementId): string {
  return words.element[`e${id.replace('.', '_')}` as ElementKey<IndexElementId>];
}

/** Where nothing local was counted there is no number of dossiers, not a zero. */
function lineRow(line: IndexLine): ReportRow {
  const isCounted = line.good.length + line.bad.length > 0;
  return rowOf([
    plainCell(indexElementText(line.id)),
    plainCell(words.source[line.source]),
    isCounted ? countCell(line.good) : plainCell(null),
    isCounted ? countCell(line.bad) : plainCell(null),
    figureCell(line.rate, line.good),
    plainCell(line.fullAt),
    plainCell(line.points),
    plainCell(line.maximum),
  ]);
}

function indexTable(estimate: IndexEstimate): ReportTable {
  const blank = Array.from({ length: 5 }, () => plainCell(null));
  const rows = estimate.groups.flatMap((group) => [
    rowOf(
      [
        plainCell(words.group[group.id]),
        ...blank,
        plainCell(group.knownMaximum === 0 ? null : group.points),
        plainCell(group.maximum),
      ],
      'group',
    ),
    ...group.lines.map(lineRow),
  ]);
  const total = rowOf(
    [
      plainCell(words.total),
      ...blank,
      plainCell(estimate.knownMaximum === 0 ? null : estimate.points),
      plainCell(estimate.maximum),
    ],
    'total',
  );
  return {
    name: words.sheet.index,
    columns,
    rows: [...rows, total],
    empty: words.empty.none,
    notes: [
      fillText(words.line.index, {
        points: writeDecimal(estimate.points),
        known: writeDecimal(estimate.knownMaximum),
        lowest: writeDecimal(estimate.lowest),
        highest: writeDecimal(estimate.highest),
        maximum: writeDecimal(estimate.maximum),
      }),
      ...(estimate.provisional ? [words.line.indexProvisional] : []),
    ],
  };
}

const whatIfColumns = [
  column.text(heads.index.element, 46),
  column.decimal(heads.index.before, 14),
  column.decimal(heads.index.after, 14),
  column.decimal(heads.index.gain),
];

function whatIfTable({ before, after, gain, changed }: IndexWhatIf): ReportTable {
  const pointsIn = (estimate: IndexEstimate, id: IndexElementId): number | null =>
    estimate.groups.flatMap(({ lines }) => lines).find((line) => line.id === id)?.points ?? null;
  return {
    name: words.sheet.whatIf,
    columns: whatIfColumns,
    rows: changed.map((one) =>
      rowOf([
        plainCell(indexElementText(one.id)),
        plainCell(pointsIn(before, one.id)),
        plainCell(pointsIn(after, one.id)),
        plainCell(one.gain),
      ]),
    ),
    empty: words.empty.none,
    notes: [
      fillText(words.line.whatIf, {
        before: writeDecimal(before.points),
        after: writeDecimal(after.points),
        gain: `${gain > 0 ? '+' : ''}${writeDecimal(gain)}`,
      }),
    ],
  };
}

const averageColumns = [
  column.text(heads.procedure, 50),
  column.count(heads.index.ended, 14),
  column.decimal(heads.index.hours, 16),
];

function averageTable(times: readonly AverageTime[], procedureOf: ProcedureNames): ReportTable {
  return {
    name: words.sheet.averages,
    columns: averageColumns,
    rows: times.map(({ procedureCode, ended, hours }) =>
      rowOf([plainCell(procedureOf(procedureCode)?.name ?? procedureCode), countCell(ended), figureCell(hours, ended)]),
    ),
    empty: words.empty.dossiers,
    notes: [],
  };
}

/** The estimate of the index with its drill-down, what-if where there is one, and average times (QĐ 766/QĐ-TTg). */
export function buildIndexReport(
  found: {
    readonly estimate: IndexEstimate;
    readonly averages: readonly AverageTime[];
    readonly whatIf: IndexWhatIf | null;
  },
  input: { readonly frame: ReportFrame; readonly period: ReportPeriod; readonly procedureOf: ProcedureNames },
): TableReport {
  const { frame, period, procedureOf } = input;
  const { estimate, averages, whatIf } = found;
  return frameReport(frame, {
    id: 'serviceIndex',
    reference: words.reference.serviceIndex,
    subtitles: [describePeriod(period)],
    tables: [
      indexTable(estimate),
      ...(whatIf === null ? [] : [whatIfTable(whatIf)]),
      averageTable(averages, procedureOf),
    ],
    fileMark: markPeriod(period),
  });
}
