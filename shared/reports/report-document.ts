import { formatInstant } from '../base/time';
import { buildSignatures, type FormCell, type FormDocument, type FormNode } from '../forms/form-layout';
import { fillText } from '../text/message';
import { vi } from '../text/vi';
import { bookPage, buildBookHead, headCell } from './register-document';
import type { ReportColumn, ReportRow, ReportTable, TableReport } from './report-data';
import { writeValue } from './report-values';

/** Width of the table on a landscape A4 page of a book, in points. */
const PAGE_WIDTH = 769;
const PADDING = 2;
/** Lines of a table beside the padding of its cells, a column. */
const RULE = 1;

const alignments = {
  text: 'left',
  integer: 'center',
  money: 'right',
  decimal: 'right',
  percent: 'right',
  instant: 'center',
} as const satisfies Record<ReportColumn['kind'], 'left' | 'center' | 'right'>;

function widthsOf(columns: readonly ReportColumn[]): readonly number[] {
  const room = PAGE_WIDTH - columns.length * (2 * PADDING + RULE);
  const sum = columns.reduce((total, { width }) => total + width, 0);
  return columns.map(({ width }) => Math.floor((room * width * 10) / sum) / 10);
}

/** How many columns from this one on stand under the same head. */
function spanOf(columns: readonly ReportColumn[], index: number): number {
  const group = columns[index]?.group;
  const rest = columns.slice(index).findIndex((column) => column.group !== group);
  return rest === -1 ? columns.length - index : rest;
}

function buildHeads(columns: readonly ReportColumn[]): FormCell[][] {
  const below = columns.map(({ header }) => headCell(header));
  if (columns.every(({ group }) => group === undefined)) return [below];
  const above = columns.map(({ header, group }, index): FormCell => {
    if (group === undefined) return headCell(header, { rowSpan: 2 });
    return columns[index - 1]?.group === group ? { text: '' } : headCell(group, { colSpan: spanOf(columns, index) });
  });
  return [above, below.map((cell, index) => (columns[index]?.group === undefined ? { text: '' } : cell))];
}

function rowCells({ cells, look }: ReportRow, columns: readonly ReportColumn[]): FormCell[] {
  return columns.map(({ kind }, index) => ({
    text: writeValue(cells[index]?.value ?? null, kind),
    alignment: alignments[kind],
    ...(look === 'plain' ? {} : { bold: true }),
  }));
}

function emptyRow(text: string, columns: number): FormCell[] {
  return Array.from({ length: columns }, (_, index) =>
    index === 0 ? { text, colSpan: columns, alignment: 'center', italics: true } : { text: '' },
  );
}

function buildTable(table: ReportTable, isNamed: boolean): FormNode[] {
  const { columns, rows } = table;
  const heads = buildHeads(columns);
  const body = rows.length === 0 ? [emptyRow(table.empty, columns.length)] : rows.map((row) => rowCells(row, columns));
  const name: FormNode[] = isNamed ? [{ text: table.name, bold: true, margin: [0, 8, 0, 2] }] : [];
  return [
    ...name,
    {
      table: { widths: widthsOf(columns), headerRows: heads.length, body: [...heads, ...body] },
      fontSize: 8.5,
      cellPadding: PADDING,
      margin: [0, 4, 0, 0],
    },
    ...table.notes.map((text): FormNode => ({ text, fontSize: 9, margin: [0, 1, 0, 0] })),
  ];
}

/** A report as a paper for signing: landscape A4, long tables flow over pages with repeated heads. */
export function buildTableDocument(report: TableReport): FormDocument {
  const { title, reference, subtitles, practice, lines, tables, madeAt, madeBy } = report;
  return {
    ...bookPage,
    title: [title, ...subtitles.slice(0, 1)].join(' '),
    content: [
      { text: reference, italics: true, fontSize: 8.5, alignment: 'right', margin: [0, 0, 0, 2] },
      buildBookHead(report.head, madeAt),
      { text: title.toLocaleUpperCase('vi'), bold: true, fontSize: 14, alignment: 'center', margin: [0, 8, 0, 0] },
      ...subtitles.map((text): FormNode => ({ text, italics: true, alignment: 'center' })),
      ...(practice ? [{ text: vi.forms.practiceLine, bold: true, alignment: 'center' as const }] : []),
      ...lines.map((text): FormNode => ({ text, fontSize: 9 })),
      ...tables.flatMap((table) => buildTable(table, tables.length > 1)),
      {
        unbreakable: true,
        stack: [
          buildSignatures([
            { title: vi.forms.register.preparedBy, name: madeBy },
            { title: vi.forms.register.headOfUnit, name: '' },
          ]),
        ],
      },
    ],
    watermark: practice ? vi.forms.practiceMark : null,
    footer: fillText(vi.reports.period.asOf, { time: formatInstant(madeAt) }),
    createdAt: madeAt,
  };
}
