import { formatDay, formatInstant, type Instant } from '../base/time';
import type { FormHead } from '../domain/form-set';
import {
  buildFormHead,
  buildSignatures,
  millimetres,
  type FormCell,
  type FormDocument,
  type FormNode,
} from '../forms/form-layout';
import { vi } from '../text/vi';
import { dayText, footText, listClosingLines, listCounterLines, referenceText } from './register-lines';
import type { Register, RegisterRow } from './register-data';
import { joinLines, noteText, submitterText } from './register-notes';

const words = vi.forms.register;

/** Page of a book: landscape A4, room for the binding at the left. */
export const bookPage = {
  pageSize: 'A4',
  orientation: 'landscape',
  margins: [millimetres(15), millimetres(10), millimetres(10), millimetres(14)],
  fontSize: 10,
} as const;

/** The daily intake log as the official book: landscape A4 for signing; long days flow over pages with repeated heads. */
export function buildRegisterDocument(register: Register): FormDocument {
  const [sums = '', ...closing] = listClosingLines(register);
  return {
    ...bookPage,
    title: `${words.title} ${formatDay(register.day)}`,
    content: [
      { text: referenceText(register), italics: true, fontSize: 8.5, alignment: 'right', margin: [0, 0, 0, 2] },
      buildBookHead(register.head, register.madeAt),
      { text: words.title, bold: true, fontSize: 14, alignment: 'center', margin: [0, 8, 0, 0] },
      { text: dayText(register), italics: true, alignment: 'center' },
      ...(register.practice ? [{ text: vi.forms.practiceLine, bold: true, alignment: 'center' as const }] : []),
      ...listCounterLines(register).map((text, index) => ({
        text,
        fontSize: 9,
        margin: [0, index === 0 ? 4 : 0, 0, 0] as const,
      })),
      rowTable(register),
      {
        unbreakable: true,
        stack: [
          { text: sums, bold: true, margin: [0, 6, 0, 2] },
          ...closing.map((text) => ({ text, fontSize: 9, margin: [0, 0, 0, 1] as const })),
          buildSignatures([
            { title: words.preparedBy, name: register.madeBy },
            { title: words.headOfUnit, name: '' },
          ]),
        ],
      },
    ],
    watermark: register.practice ? vi.forms.practiceMark : null,
    footer: footText(register),
    createdAt: register.madeAt,
  };
}

/** Head of a book: on the wide page each block stands at its own side. */
export function buildBookHead(head: FormHead, at: Instant): FormNode {
  const both = buildFormHead(head, at, []);
  if (!('columns' in both)) return both;
  const [left, ...right] = both.columns;
  return left === undefined ? both : { columns: [{ ...left, width: 'auto' }, { text: '', width: '*' }, ...right] };
}

/** Cell of a table's head. */
export function headCell(text: string, span: { readonly colSpan?: number; readonly rowSpan?: number } = {}): FormCell {
  return { text, bold: true, alignment: 'center', fillColor: '#EEF1F5', ...span };
}

/** Time above the day, as narrow as a date. */
export function instantCell(instant: Instant | null): FormCell {
  return { text: instant === null ? '' : formatInstant(instant).replace(' ', '\n'), alignment: 'center' };
}

/** A line over all columns that says that there is none. */
function emptyRow(text: string, columns: number): FormCell[] {
  return Array.from({ length: columns }, (_, index) =>
    index === 0 ? { text, colSpan: columns, alignment: 'center', italics: true } : { text: '' },
  );
}

const widths = [13, 74, '*', 34, 76, 80, 52, 41, 41, 41, 46, 36, 90] as const;

function buildHeads(): FormCell[][] {
  const { book } = words;
  const none: FormCell = { text: '' };
  const tall = (text: string): FormCell => headCell(text, { rowSpan: 2 });
  const above = [
    ...[book.no, book.code, book.procedure, book.setCount, book.person, book.contact, book.handlingUnit].map(tall),
    headCell(book.dates, { colSpan: 2 }),
    none,
    headCell(book.returning, { colSpan: 3 }),
    none,
    none,
    tall(book.note),
  ];
  const below = [book.receivedAt, book.promisedAt, book.returnedAt, book.returnMethod, book.signature];
  return [above, [...Array.from({ length: 7 }, () => none), ...below.map((text) => headCell(text)), none]];
}

function rowTable(register: Register): FormNode {
  const rows = register.rows.map(rowCells);
  const body = [...buildHeads(), ...(rows.length > 0 ? rows : [emptyRow(words.empty, widths.length)])];
  return { table: { widths, headerRows: 2, body }, fontSize: 8.5, cellPadding: 2, margin: [0, 4, 0, 0] };
}

function rowCells(row: RegisterRow): FormCell[] {
  const lines = (...parts: readonly string[]): FormCell => ({ text: joinLines(...parts) });
  const centred = (text: string): FormCell => ({ text, alignment: 'center' });
  return [
    centred(String(row.no)),
    lines(row.code, row.temporaryCode === row.code ? '' : row.temporaryCode),
    lines(`${row.procedureName} (${row.procedureCode})`),
    centred(String(row.setCount)),
    lines(row.applicant, row.identity, submitterText(row)),
    lines(row.address, row.phone),
    lines(row.handlingUnit),
    instantCell(row.receivedAt),
    instantCell(row.promisedAt),
    instantCell(row.returnedAt),
    lines(row.returnMethod),
    lines(''),
    lines(noteText(row)),
  ];
}
