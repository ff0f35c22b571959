import { TIME_ZONE_OFFSET_MS } from '../base/time';
import type { ReportColumn, ReportTable, TableReport } from './report-data';

/** First bytes of the file, by which spreadsheet programs know UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

const LINE_END = '\r\n';
/** Signs that make programs read a text as a formula, also in full width or behind blanks. */
const formulaStart = /^[\s\u200b-\u200f]*[=+\-@＝＋－＠]|^[\t\r\n]/;
/** Control characters other than line ends and tabs. */
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/**
 * A text as one field: always quoted, quotes doubled, and with an apostrophe before what a spreadsheet program would read as a
 * formula. Letters are precomposed.
 */
export function csvText(text: string): string {
  const clean = text.normalize('NFC').replace(controlCharacters, '').replaceAll('"', '""');
  return `"${formulaStart.test(clean) ? `'${clean}` : clean}"`;
}

/** Vietnamese wall time `2026-03-09 09:10:00`: read as a date everywhere, whatever the language of the program. */
function csvInstant(at: number): string {
  return new Date(at + TIME_ZONE_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** A value as one field. Numbers are plain, with a point; null is an empty field. */
export function csvField(value: string | number | null, kind: ReportColumn['kind']): string {
  if (value === null) return '';
  if (typeof value === 'string') return csvText(value);
  return kind === 'instant' ? csvInstant(value) : String(value);
}

function headOf({ header, group }: ReportColumn): string {
  const text = header.replaceAll('\n', ' ');
  return csvText(group === undefined ? text : `${group} - ${text}`);
}

/**
 * A table as comma-separated text with a byte order mark (RFC 4180). One line of heads, then the rows and nothing else, so that
 * a program can read it; what stands around the table is on the paper and in the spreadsheet.
 */
export function buildCsv(table: Pick<ReportTable, 'columns' | 'rows'>): string {
  const { columns, rows } = table;
  const lines = [
    columns.map(headOf),
    ...rows.map(({ cells }) => columns.map(({ kind }, index) => csvField(cells[index]?.value ?? null, kind))),
  ];
  return BYTE_ORDER_MARK + lines.map((fields) => fields.join(',') + LINE_END).join('');
}

/** Every table of a report as a file of its own. */
export function listCsvFiles(report: TableReport): readonly { readonly name: string; readonly text: string }[] {
  return report.tables.map((table) => ({ name: table.name, text: buildCsv(table) }));
}
