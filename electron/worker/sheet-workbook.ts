import ExcelJS from 'exceljs';
import { TIME_ZONE_OFFSET_MS } from '../../shared/base/time';
import type { SheetData, WorkbookData } from '../../shared/reports/sheet-data';
import { fillText } from '../../shared/text/message';
import { vi } from '../../shared/text/vi';
import { addLetterhead, addLines, addSignatures, addTableHead, addTableRow, plain } from './sheet-rows';
import { setZipTimes } from './zip-times';

/** A number, set apart: the package types an enum that it does not have when it runs. */
const paper = { paperSize: 9 } as const;
const FROZEN_COLUMNS = 2;
const INCH_MM = 25.4;
/** Longest foot of a page that spreadsheet programs take. */
const FOOT_LENGTH = 255;

/**
 * Writes sheets as xlsx, set up for printing on landscape A4. Text cells are typed as text, so a name that begins with `=`
 * or `+` is never a formula. The same data gives the same bytes: nothing in the file tells when it was written.
 */
export async function buildWorkbook({ sheets, author, createdAt }: WorkbookData): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = plain(author);
  workbook.lastModifiedBy = plain(author);
  workbook.created = new Date(createdAt);
  workbook.modified = new Date(createdAt);
  for (const sheet of sheets) addSheet(workbook, sheet);
  return setZipTimes(new Uint8Array(await workbook.xlsx.writeBuffer()), createdAt + TIME_ZONE_OFFSET_MS);
}

function addSheet(workbook: ExcelJS.Workbook, sheet: SheetData): void {
  const page = workbook.addWorksheet(sheet.name);
  page.columns = sheet.columns.map((column) => ({ width: column.width }));
  const across = sheet.firstPageColumns ?? sheet.columns.length;
  if (sheet.letterhead !== null) addLetterhead(page, sheet.letterhead, across);
  addLines(page, [sheet.title], { across, bold: true, size: 14 });
  addLines(page, sheet.subtitles, { across, italic: true });
  addLines(page, sheet.head, { across, align: 'left' });
  const heads = addTableHead(page, sheet.columns);
  for (const values of sheet.rows) addTableRow(page, values, sheet.columns);
  addLines(page, sheet.foot, { across, align: 'left', italic: true });
  addSignatures(page, sheet.signatures, across);
  page.views = [{ state: 'frozen', ySplit: heads.to, xSplit: FROZEN_COLUMNS }];
  page.autoFilter = {
    from: { row: heads.to, column: 1 },
    to: { row: heads.to + sheet.rows.length, column: sheet.columns.length },
  };
  setUpPrint(page, sheet, heads);
}

function setUpPrint(page: ExcelJS.Worksheet, sheet: SheetData, heads: { from: number; to: number }): void {
  const inches = (millimetres: number): number => millimetres / INCH_MM;
  Object.assign(page.pageSetup, paper, {
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: sheet.pagesWide,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      left: inches(15),
      right: inches(10),
      top: inches(10),
      bottom: inches(14),
      header: inches(5),
      footer: inches(6),
    },
    printTitlesRow: `${String(heads.from)}:${String(heads.to)}`,
    ...(sheet.pagesWide > 1 ? { printTitlesColumn: 'A:B' } : {}),
  } satisfies Partial<ExcelJS.PageSetup>);
  const pages = fillText(vi.forms.page, { page: '&P', pages: '&N' });
  const left = plain(sheet.pageFoot).replaceAll('&', '&&');
  page.headerFooter.oddFooter = `&L&"Times New Roman,Italic"&8 ${left}&R&8 ${pages}`.slice(0, FOOT_LENGTH);
}
