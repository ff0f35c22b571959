import { fillText } from '../text/message';
import { formatInstant } from '../base/time';
import { vi } from '../text/vi';
import type { ReportColumn, ReportTable, TableReport } from './report-data';
import { buildLetterhead, sheetInstant } from './register-sheet';
import type { SheetData, WorkbookData } from './sheet-data';

const words = vi.forms.register;

/** Narrowest sheet that takes a letterhead of two sides. */
const LETTERHEAD_COLUMNS = 4;

function cellOf(value: string | number | null, kind: ReportColumn['kind']): string | number | null {
  return kind === 'instant' && typeof value === 'number' ? sheetInstant(value) : value;
}

function letterheadOf({ head, madeAt }: TableReport, columns: number): SheetData['letterhead'] {
  return columns < LETTERHEAD_COLUMNS ? null : buildLetterhead(head, madeAt, Math.floor(columns / 2));
}

function buildSheet(report: TableReport, table: ReportTable, isLast: boolean): SheetData {
  const { reference, subtitles, practice, lines, madeAt, madeBy, title, tables } = report;
  return {
    name: table.name,
    letterhead: letterheadOf(report, table.columns.length),
    title: tables.length > 1 ? `${title} - ${table.name}` : title,
    subtitles: [...(reference === '' ? [] : [reference]), ...subtitles, ...(practice ? [vi.forms.practiceLine] : [])],
    head: lines,
    columns: table.columns,
    rows: table.rows.map(({ cells }) =>
      table.columns.map(({ kind }, index) => cellOf(cells[index]?.value ?? null, kind)),
    ),
    foot: [...(table.rows.length === 0 ? [table.empty] : []), ...table.notes],
    signatures: isLast
      ? [
          { title: words.preparedBy, name: madeBy },
          { title: words.headOfUnit, name: '' },
        ]
      : [],
    pageFoot: fillText(vi.reports.period.asOf, { time: formatInstant(madeAt) }),
    pagesWide: 1,
  };
}

/** A report as a file with a sheet for each of its tables; signatures stand on the last. */
export function buildTableWorkbook(report: TableReport): WorkbookData {
  const last = report.tables.length - 1;
  return {
    sheets: report.tables.map((table, index) => buildSheet(report, table, index === last)),
    author: report.madeBy,
    createdAt: report.madeAt,
  };
}
