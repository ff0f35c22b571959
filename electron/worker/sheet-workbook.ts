import ExcelJS from 'exceljs';
import type { SheetColumn, SheetData } from '../../shared/reports/register-sheet';

const numberFormats: Record<SheetColumn['kind'], string> = {
  text: '@',
  integer: '0',
  money: '#,##0',
  instant: 'dd/mm/yyyy hh:mm',
};

/** Control characters are not lawful XML and would make the file unreadable. */
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Writes a sheet as xlsx. Text cells are typed as text, so a name that begins with `=` or `+` is never a formula;
 * instants are real dates, money real numbers.
 */
export async function buildWorkbook(sheet: SheetData, author: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = author;
  const headRow = sheet.head.length + 2;
  const page = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', ySplit: headRow, xSplit: 2 }],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${String(headRow)}:${String(headRow)}`,
    },
  });
  page.columns = sheet.columns.map((column) => ({ width: column.width }));
  sheet.head.forEach((line, index) => {
    const row = page.addRow([plain(line)]);
    row.font = { name: 'Times New Roman', size: index === 0 ? 14 : 11, bold: index === 0 };
  });
  page.addRow([]);
  addHeader(page, sheet.columns);
  for (const values of sheet.rows) addRow(page, values, sheet.columns);
  page.addRow([]);
  for (const line of sheet.foot) page.addRow([plain(line)]).font = { name: 'Times New Roman', size: 11, italic: true };
  page.autoFilter = {
    from: { row: headRow, column: 1 },
    to: { row: headRow + sheet.rows.length, column: sheet.columns.length },
  };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addHeader(page: ExcelJS.Worksheet, columns: readonly SheetColumn[]): void {
  const row = page.addRow(columns.map((column) => column.header));
  row.font = { name: 'Times New Roman', size: 11, bold: true };
  row.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  row.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEF1F5' } };
    cell.border = { bottom: { style: 'thin' } };
  });
}

function addRow(page: ExcelJS.Worksheet, values: SheetData['rows'][number], columns: readonly SheetColumn[]): void {
  const row = page.addRow(values.map((value, index) => cellValue(value, columns[index]?.kind ?? 'text')));
  row.font = { name: 'Times New Roman', size: 11 };
  row.alignment = { vertical: 'top', wrapText: true };
  columns.forEach((column, index) => (row.getCell(index + 1).numFmt = numberFormats[column.kind]));
}

function cellValue(value: string | number | null, kind: SheetColumn['kind']): string | number | Date | null {
  if (value === null) return null;
  if (kind === 'instant') return new Date(Number(value));
  return typeof value === 'string' ? plain(value) : value;
}

function plain(text: string): string {
  return text.normalize('NFC').replace(controlCharacters, '');
}
