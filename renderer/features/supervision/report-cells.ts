import type { ReportColumn, ReportRow, ReportTable, TableReport } from '../../../shared/reports/report-data';
import { writeValue } from '../../../shared/reports/report-values';
import { sayVi } from '../../../shared/text/message';

/** A head over neighbouring columns: an empty one where there is none. */
export interface GroupHead {
  readonly text: string;
  readonly span: number;
}

const NUMBER_KINDS: ReadonlySet<ReportColumn['kind']> = new Set(['integer', 'money', 'decimal', 'percent']);
const CHARACTER_PX = 5.8;
const PADDING_PX = 17;
const LEAST_PX = 46;
const WIDEST_PX = 250;

/** Heads over the columns; empty when no column has one. */
export function listGroupHeads(columns: readonly ReportColumn[]): readonly GroupHead[] {
  if (columns.every(({ group }) => group === undefined)) return [];
  const heads: { text: string; span: number }[] = [];
  columns.forEach(({ group = '' }, index) => {
    const last = heads.at(-1);
    if (last !== undefined && group !== '' && columns[index - 1]?.group === group) last.span += 1;
    else heads.push({ text: group, span: 1 });
  });
  return heads;
}

function widthOf({ width }: ReportColumn): number {
  return Math.round(Math.min(WIDEST_PX, Math.max(LEAST_PX, width * CHARACTER_PX + PADDING_PX)));
}

/**
 * Grid tracks and the width below which the table is scrolled: a column is never narrower than its own width on paper asks,
 * and wider in proportion where there is room.
 */
export function listTracks(columns: readonly ReportColumn[]): { readonly tracks: string; readonly least: number } {
  const widths = columns.map(widthOf);
  return {
    tracks: widths.map((px) => `minmax(0, ${String(px)}fr)`).join(' '),
    least: widths.reduce((sum, px) => sum + px, 0),
  };
}

const LINE_PX = 18;
const HEAD_PADDING_PX = 14;
const MOST_HEAD_LINES = 4;

/** Height of the heads in pixels: as many lines as the longest of them needs, four at most. */
export function headHeight(columns: readonly ReportColumn[]): number {
  const lines = columns.map((column) => {
    const room = (widthOf(column) - PADDING_PX) / CHARACTER_PX;
    return column.header.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / room)), 0);
  });
  return HEAD_PADDING_PX + LINE_PX * Math.min(MOST_HEAD_LINES, Math.max(1, ...lines));
}

/** A head with places to break a line at: formulas and "dossiers/person/day" have none of their own. */
export function breakable(text: string): string {
  return text.replaceAll(/[/+=]/gu, '$&\u200b');
}

/** Whether values of a column stand at its right edge. */
export function isNumber({ kind }: Pick<ReportColumn, 'kind'>): boolean {
  return NUMBER_KINDS.has(kind);
}

/** Rows need a second line when a text is longer than its column. */
export function needsTwoLines({ columns, rows }: Pick<ReportTable, 'columns' | 'rows'>): boolean {
  return rows.some(({ cells }) =>
    cells.some(({ value }, index) => {
      const column = columns[index];
      return column?.kind === 'text' && typeof value === 'string' && value.length > column.width * 1.1;
    }),
  );
}

/**
 * A value as the screen shows it. What is not known is said, never shown as 0: an element of the index without figures, a
 * rate of nothing, a box nobody counted.
 */
export function cellText(
  id: TableReport['id'],
  row: Pick<ReportRow, 'look' | 'cells'>,
  at: {
    readonly column: ReportColumn;
    readonly index: number;
  },
): string {
  const { column, index } = at;
  const value = row.cells[index]?.value ?? null;
  if (value !== null) return writeValue(value, column.kind);
  if (!isNumber(column) || row.look !== 'plain') return '';
  return id === 'serviceIndex' ? sayVi({ key: 'reportScreen.table.unknown' }) : '–';
}

/** What a figure is called: its row and its column, in a few words. */
export function figureName(row: Pick<ReportRow, 'cells'>, column: ReportColumn): string {
  const label = row.cells.map(({ value }) => value).find((value) => typeof value === 'string' && /\p{L}/u.test(value));
  const head = [column.group ?? '', column.header.split('\n')[0] ?? ''].filter((text) => text !== '').join(' – ');
  return typeof label === 'string' ? `${label.split('\n')[0] ?? ''}: ${head}` : head;
}

/** Rows of all tables of a report, as its export counts them. */
export function countRows({ tables }: Pick<TableReport, 'tables'>): number {
  return tables.reduce((sum, { rows }) => sum + rows.length, 0);
}
