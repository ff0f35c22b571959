import type { FormSet } from '../domain/form-set';
import { pickBySet, type FormBlock, type TableColumn } from './form-definition';
import type { FillCell, FormFill } from './form-fill';
import type { FormCell, FormNode } from './form-layout';

type TableBlock = Extract<FormBlock, { kind: 'table' }>;

const HEAD_COLOUR = '#EEF1F5';
const blank: FormCell = { text: '' };

function headCell(text: string, span: { readonly colSpan?: number; readonly rowSpan?: number } = {}): FormCell {
  return { text, bold: true, alignment: 'center', fillColor: HEAD_COLOUR, ...span };
}

/** Head of the columns: one row, or two where some columns stand under a common head. */
function headRows(columns: readonly TableColumn[], set: FormSet): FormCell[][] {
  const words = columns.map(({ head }) => pickBySet(head, set));
  if (columns.every(({ group }) => group === undefined)) return [words.map((text) => headCell(text))];
  const upper = columns.map(({ group }, index): FormCell => {
    if (group === undefined) return headCell(words[index] ?? '', { rowSpan: 2 });
    if (columns[index - 1]?.group === group) return blank;
    const end = columns.findIndex((column, at) => at > index && column.group !== group);
    return headCell(group, { colSpan: (end === -1 ? columns.length : end) - index });
  });
  const lower = columns.map(({ group }, index) => (group === undefined ? blank : headCell(words[index] ?? '')));
  return [upper, lower];
}

function bodyCell(cell: FillCell | undefined, column: TableColumn): FormCell {
  const { text, align, strong } = typeof cell === 'object' ? cell : { text: cell ?? '' };
  const alignment = align ?? column.align;
  return { text, ...(alignment === undefined ? {} : { alignment }), ...(strong === true ? { bold: true } : {}) };
}

function emptyRow(text: string, columns: number): FormCell[] {
  const said: FormCell = { text, colSpan: columns, alignment: 'center', italics: true };
  return [said, ...Array.from({ length: columns - 1 }, () => blank)];
}

/** Rows of the fill under the columns of the form; `[]` when there is nothing to show. */
export function renderTable(block: TableBlock, fill: FormFill, fontSize: number): FormNode[] {
  const { columns } = block;
  const rows = fill.tables[block.rows] ?? [];
  if (rows.length === 0 && block.empty === undefined) return [];
  const heads = headRows(columns, fill.formSet);
  const body = rows.map((row) => columns.map((column, index) => bodyCell(row[index], column)));
  return [
    {
      table: {
        widths: columns.map(({ width }) => width),
        headerRows: heads.length,
        body: [...heads, ...(rows.length > 0 ? body : [emptyRow(block.empty ?? '', columns.length)])],
      },
      fontSize: block.fontSize ?? fontSize - 1,
      margin: [0, 3, 0, 3],
    },
  ];
}
