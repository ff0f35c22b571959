import { TIME_ZONE_OFFSET_MS, type Instant } from '../base/time';
import type { FormHead } from '../domain/form-set';
import { placeAndDate } from '../forms/form-layout';
import { vi } from '../text/vi';
import type { Register, RegisterRow } from './register-data';
import { dayText, footText, listClosingLines, listCounterLines, referenceText } from './register-lines';
import { joinLines, noteText, submitterText } from './register-notes';
import type { SheetColumn, SheetData, WorkbookData } from './sheet-data';

const words = vi.forms.register;
const { book, column } = words;

/** Wall time in Vietnam on the axis of spreadsheets. */
export function sheetInstant(instant: Instant | null): number | null {
  return instant === null ? null : instant + TIME_ZONE_OFFSET_MS;
}

/** Head of an official paper over a sheet's columns. */
export function buildLetterhead(head: FormHead, at: Instant, split: number): Exclude<SheetData['letterhead'], null> {
  return {
    left: [head.parentName, head.unitName],
    right: [vi.forms.nation, vi.forms.motto, placeAndDate(head.place, at)],
    split,
  };
}

type BookColumn = SheetColumn & { readonly cell: (row: RegisterRow) => string | number | null };

const text = (header: string, width: number, cell: BookColumn['cell']): BookColumn => ({
  header,
  width,
  kind: 'text',
  cell,
});
const time = (header: string, group: string, cell: (row: RegisterRow) => Instant | null): BookColumn => ({
  header,
  width: 15.5,
  kind: 'instant',
  group,
  cell: (row) => sheetInstant(cell(row)),
});

/** Columns of the official book (domain notes §2.9). */
const bookColumns: readonly BookColumn[] = [
  { header: book.no, width: 5, kind: 'integer', cell: (row) => row.no },
  text(book.code, 20, (row) => joinLines(row.code, row.temporaryCode === row.code ? '' : row.temporaryCode)),
  text(book.procedure, 28, (row) => `${row.procedureName} (${row.procedureCode})`),
  { header: book.setCount, width: 10, kind: 'integer', cell: (row) => row.setCount },
  text(book.person, 20, (row) => row.applicant),
  text(book.contact, 22, (row) => joinLines(row.address, row.phone)),
  text(book.handlingUnit, 17, (row) => row.handlingUnit),
  time(book.receivedAt, book.dates, (row) => row.receivedAt),
  time(book.promisedAt, book.dates, (row) => row.promisedAt),
  time(book.returnedAt, book.returning, (row) => row.returnedAt),
  { ...text(book.returnMethod, 13, (row) => row.returnMethod), group: book.returning },
  { ...text(book.signature, 11, () => ''), group: book.returning },
  text(book.note, 24, (row) => joinLines(submitterText(row), noteText(row))),
];

/** The daily intake log as the official book: for printing and signing. */
export function buildRegisterSheet(register: Register): SheetData {
  return {
    name: words.sheet,
    letterhead: buildLetterhead(register.head, register.madeAt, 5),
    title: words.title,
    subtitles: [dayText(register), referenceText(register), ...(register.practice ? [vi.forms.practiceLine] : [])],
    head: listCounterLines(register),
    columns: bookColumns.map(({ cell: _cell, ...shown }) => shown),
    rows: register.rows.map((row) => bookColumns.map(({ cell }) => cell(row))),
    foot: register.rows.length === 0 ? [words.empty, ...listClosingLines(register)] : listClosingLines(register),
    signatures: [
      { title: words.preparedBy, name: register.madeBy },
      { title: words.headOfUnit, name: '' },
    ],
    pageFoot: footText(register),
    pagesWide: 1,
  };
}

type Key = keyof typeof column & keyof RegisterRow;

const details: readonly (readonly [Key, number, SheetColumn['kind']])[] = [
  ['no', 6, 'integer'],
  ['code', 21, 'text'],
  ['temporaryCode', 20, 'text'],
  ['receivedAt', 16, 'instant'],
  ['procedureCode', 12, 'text'],
  ['procedureName', 40, 'text'],
  ['fieldName', 18, 'text'],
  ['channel', 14, 'text'],
  ['applicant', 26, 'text'],
  ['identity', 16, 'text'],
  ['submitter', 26, 'text'],
  ['phone', 13, 'text'],
  ['address', 36, 'text'],
  ['setCount', 8, 'integer'],
  ['papers', 10, 'integer'],
  ['digitised', 10, 'integer'],
  ['reused', 10, 'integer'],
  ['fee', 13, 'money'],
  ['feeCollected', 13, 'money'],
  ['promisedAt', 16, 'instant'],
  ['handlingUnit', 28, 'text'],
  ['returnMethod', 18, 'text'],
  ['returnedAt', 16, 'instant'],
  ['officer', 24, 'text'],
  ['status', 18, 'text'],
  ['sync', 20, 'text'],
  ['note', 24, 'text'],
];

function detailCell(value: RegisterRow[Key], kind: SheetColumn['kind']): string | number | null {
  if (kind === 'instant') return typeof value === 'number' ? sheetInstant(value) : null;
  return typeof value === 'boolean' ? String(value) : value;
}

/** Every column of domain notes §10.3, for filters and sums. */
export function buildDetailSheet(register: Register): SheetData {
  return {
    name: words.detailSheet,
    letterhead: null,
    title: words.detailTitle,
    subtitles: [`${register.head.parentName} - ${register.head.unitName} ${dayText(register)}`],
    head: register.practice ? [vi.forms.practiceLine] : [],
    columns: details.map(([key, width, kind]) => ({ header: column[key], width, kind })),
    rows: register.rows.map((row) =>
      // A fee that nobody has set is blank, never 0; the note says why.
      details.map(([key, , kind]) => (key === 'fee' && row.feeUndecided ? null : detailCell(row[key], kind))),
    ),
    foot: listClosingLines(register),
    signatures: [],
    pageFoot: footText(register),
    pagesWide: 3,
    firstPageColumns: 8,
  };
}

/** The register as a file of two sheets: the book to print and sign, and the figures behind it. */
export function buildRegisterWorkbook(register: Register): WorkbookData {
  return {
    sheets: [buildRegisterSheet(register), buildDetailSheet(register)],
    author: register.madeBy,
    createdAt: register.madeAt,
  };
}
