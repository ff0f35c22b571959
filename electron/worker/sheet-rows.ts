import type ExcelJS from 'exceljs';
import type { SheetColumn, SheetData } from '../../shared/reports/sheet-data';
import { vi } from '../../shared/text/vi';

const FONT = 'Times New Roman';
const SIZE = 10;
const LINE_HEIGHT = 13.5;
const SIGNING_ROWS = 4;

const numberFormats: Record<SheetColumn['kind'], string> = {
  text: '@',
  integer: '0',
  money: '#,##0',
  instant: 'hh:mm dd/mm/yyyy',
  decimal: '#,##0.00',
  percent: '0.00%',
};
const alignments: Record<SheetColumn['kind'], 'left' | 'center' | 'right'> = {
  text: 'left',
  integer: 'center',
  money: 'right',
  instant: 'center',
  decimal: 'right',
  percent: 'right',
};
const thin = { style: 'thin' } as const;
const frame = { top: thin, left: thin, bottom: thin, right: thin } as const;

/** Control characters are not lawful XML and would make the file unreadable. */
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as it may stand in a cell: precomposed letters, no control characters. */
export function plain(text: string): string {
  return text.normalize('NFC').replace(controlCharacters, '');
}

interface LineLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly size?: number;
  readonly align?: 'left' | 'center';
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function write(cell: ExcelJS.Cell, text: string, look: LineLook): void {
  const { bold = false, italic = false, underline = false, size = SIZE, align = 'center' } = look;
  cell.value = plain(text);
  cell.numFmt = '@';
  cell.font = { name: FONT, size, bold, italic, underline };
  cell.alignment = { horizontal: align, vertical: 'middle', wrapText: true };
}

/** A text over several columns. Merged cells grow with no program by themselves: the row is made as high as it needs. */
function writeAcross(page: ExcelJS.Worksheet, text: string, place: Span & { readonly row: number } & LineLook): void {
  const { row, from, to, ...look } = place;
  if (to > from) page.mergeCells(row, from, row, to);
  write(page.getCell(row, from), text, look);
  let width = 0;
  for (let column = from; column <= to; column += 1) width += page.getColumn(column).width ?? 0;
  const scale = (look.size ?? SIZE) / SIZE;
  raiseRow(page.getRow(row), countLines(text, width / scale) * LINE_HEIGHT * scale);
}

/** Lines that a text takes in a column: a letter of this size is never wider than the column's unit on average. */
function countLines(text: string, width: number): number {
  return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(part.length / width)), 0);
}

function raiseRow(row: ExcelJS.Row, height: number): void {
  row.height = Math.max(height, Number.isFinite(row.height) ? row.height : 0);
}

/** Lines over the first `across` columns, below what the sheet holds. */
export function addLines(
  page: ExcelJS.Worksheet,
  texts: readonly string[],
  { across, ...look }: LineLook & { readonly across: number },
): void {
  for (const text of texts) writeAcross(page, text, { row: page.rowCount + 1, from: 1, to: across, ...look });
}

/** Issuing body left, national motto right. */
export function addLetterhead(
  page: ExcelJS.Worksheet,
  letterhead: Exclude<SheetData['letterhead'], null>,
  across: number,
): void {
  const { left, right, split } = letterhead;
  const first = page.rowCount + 1;
  right.forEach((text, index) => {
    const row = first + index;
    const isPlace = index === right.length - 1;
    const look = { bold: !isPlace, italic: isPlace, underline: index === 1 };
    writeAcross(page, left[index] ?? '', { row, from: 1, to: split, bold: index === 1, underline: index === 1 });
    writeAcross(page, text, { row, from: across - split + 1, to: across, ...look });
  });
}

function writeHead(page: ExcelJS.Worksheet, place: { row: number; column: number }, text: string): void {
  const cell = page.getCell(place.row, place.column);
  write(cell, text, { bold: true });
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEF1F5' } };
  cell.border = frame;
}

/** Head of the table, in two rows where columns have a head in common. Gives its first and last row. */
export function addTableHead(page: ExcelJS.Worksheet, columns: readonly SheetColumn[]): Span {
  const from = page.rowCount + 1;
  const hasGroups = columns.some((column) => column.group !== undefined);
  const to = hasGroups ? from + 1 : from;
  columns.forEach(({ header, group }, index) => {
    const column = index + 1;
    writeHead(page, { row: to, column }, header);
    if (!hasGroups) return;
    writeHead(page, { row: from, column }, group ?? header);
    if (group === undefined) page.mergeCells(from, column, to, column);
  });
  mergeGroups(page, columns, from);
  page.getRow(to).height = hasGroups ? 3 * LINE_HEIGHT : 2.2 * LINE_HEIGHT;
  return { from, to };
}

function mergeGroups(page: ExcelJS.Worksheet, columns: readonly SheetColumn[], row: number): void {
  columns.forEach(({ group }, index) => {
    if (group === undefined || columns[index - 1]?.group === group) return;
    const rest = columns.slice(index).findIndex((column) => column.group !== group);
    const count = rest === -1 ? columns.length - index : rest;
    if (count > 1) page.mergeCells(row, index + 1, row, index + count);
  });
}

/**
 * A row of the table. Text is typed as text, instants are real dates, money real numbers. Its height is set: not every
 * program fits rows to wrapped text when it opens a file.
 */
export function addTableRow(
  page: ExcelJS.Worksheet,
  values: SheetData['rows'][number],
  columns: readonly SheetColumn[],
): void {
  const row = page.getRow(page.rowCount + 1);
  columns.forEach(({ kind }, index) => {
    const cell = row.getCell(index + 1);
    cell.value = toCellValue(values[index] ?? null, kind);
    cell.numFmt = numberFormats[kind];
    cell.font = { name: FONT, size: SIZE };
    cell.alignment = { horizontal: alignments[kind], vertical: 'top', wrapText: kind === 'text' };
    cell.border = frame;
  });
  const lines = columns.map(({ width, kind }, index) =>
    kind === 'text' ? countLines(String(values[index] ?? ''), width) : 1,
  );
  raiseRow(row, Math.max(...lines) * LINE_HEIGHT);
}

function toCellValue(value: string | number | null, kind: SheetColumn['kind']): string | number | Date | null {
  if (value === null) return null;
  if (kind === 'instant') return new Date(Number(value));
  return typeof value === 'string' ? plain(value) : value;
}

/** Blocks for signing, side by side, with room for the signature. */
export function addSignatures(page: ExcelJS.Worksheet, blocks: SheetData['signatures'], across: number): void {
  const row = page.rowCount + 2;
  const width = Math.floor(across / Math.max(blocks.length, 1));
  blocks.forEach(({ title, name }, index) => {
    const from = index * width + 1;
    const to = index === blocks.length - 1 ? across : from + width - 1;
    writeAcross(page, title, { row, from, to, bold: true });
    writeAcross(page, vi.forms.sign, { row: row + 1, from, to, italic: true });
    writeAcross(page, name, { row: row + SIGNING_ROWS + 1, from, to, bold: true });
  });
}
