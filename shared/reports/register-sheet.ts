import { formatDay, formatInstant, TIME_ZONE_OFFSET_MS } from '../base/time';
import { fillText } from '../text/message';
import { vi } from '../text/vi';
import type { Register, RegisterRow } from './register-data';

const words = vi.forms.register;

/** One column of a sheet. `width` in characters. `kind` decides the cell type: text is never read as a formula. */
export interface SheetColumn {
  readonly header: string;
  readonly width: number;
  readonly kind: 'text' | 'integer' | 'money' | 'instant';
}

/** A sheet as plain data. Instants are given as Vietnamese wall time on the UTC axis, since spreadsheets have no zones. */
export interface SheetData {
  readonly name: string;
  /** Lines above the table, first one is the title. */
  readonly head: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Lines below the table. */
  readonly foot: readonly string[];
}

type Key = keyof typeof words.column & keyof RegisterRow;

const layout: readonly (readonly [Key, number, SheetColumn['kind']])[] = [
  ['no', 6, 'integer'],
  ['code', 24, 'text'],
  ['temporaryCode', 22, 'text'],
  ['receivedAt', 18, 'instant'],
  ['procedureCode', 12, 'text'],
  ['procedureName', 44, 'text'],
  ['fieldName', 18, 'text'],
  ['channel', 14, 'text'],
  ['applicant', 28, 'text'],
  ['identity', 16, 'text'],
  ['submitter', 24, 'text'],
  ['phone', 14, 'text'],
  ['address', 40, 'text'],
  ['setCount', 8, 'integer'],
  ['papers', 10, 'integer'],
  ['digitised', 10, 'integer'],
  ['reused', 12, 'integer'],
  ['fee', 16, 'money'],
  ['feeCollected', 14, 'money'],
  ['promisedAt', 18, 'instant'],
  ['handlingUnit', 32, 'text'],
  ['returnMethod', 18, 'text'],
  ['officer', 24, 'text'],
  ['status', 18, 'text'],
  ['sync', 26, 'text'],
  ['note', 24, 'text'],
];

/** The daily intake log with every column of domain notes §10.3, for xlsx and csv. */
export function buildRegisterSheet(register: Register): SheetData {
  const { totals, closing } = register;
  return {
    name: words.sheet,
    head: [
      words.title,
      `${register.head.parentName} - ${register.head.unitName}`,
      fillText(words.day, { day: formatDay(register.day) }),
      ...(register.practice ? [vi.forms.practiceLine] : []),
    ],
    columns: layout.map(([key, width, kind]) => ({ header: words.column[key], width, kind })),
    rows: register.rows.map((row) => layout.map(([key, , kind]) => cellValue(row[key], kind))),
    foot: [
      fillText(words.totals, { ...totals, fee: String(totals.fee), collected: String(totals.feeCollected) }),
      closing === null
        ? fillText(words.open, { time: formatInstant(register.madeAt) })
        : fillText(words.closed, { time: formatInstant(closing.closedAt), officer: closing.officer, hash: closing.registerHash, chain: closing.chainHead }),
      ...(register.masked ? [words.maskedNote] : []),
    ],
  };
}

function cellValue(value: RegisterRow[Key], kind: SheetColumn['kind']): string | number | null {
  if (kind === 'instant') return typeof value === 'number' ? value + TIME_ZONE_OFFSET_MS : null;
  return typeof value === 'boolean' ? String(value) : value;
}
