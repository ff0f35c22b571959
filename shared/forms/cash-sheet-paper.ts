import { dongInWords, formatDong } from '../base/money';
import { formatInstant } from '../base/time';
import type { CashSheet } from '../domain/cash-sheet';
import { signedAmount, type MoneyAct } from '../domain/money-acts';
import type { Shift } from '../domain/unit-day-shape';
import { money } from '../text/vi/forms-money';
import { papers as words } from '../text/vi/forms-papers';
import { bareAmount } from './dossier-words';
import { dayText, startUnitFill, type PaperAround } from './fill-parts';
import type { FormDefinition } from './form-definition';
import type { FillCell, FormFill } from './form-fill';

const own = money.cash;

/** Bảng kê nộp tiền: the cash of one ledger, officer and shift. State money and postal charge never share a sheet. */
export const cashSheetForm: FormDefinition = {
  form: 'cashSheet',
  title: own.title,
  subtitle: own.subtitle,
  head: 'unit',
  headLines: [words.number],
  barcode: false,
  page: 'paper',
  parts: [],
  blocks: [
    { kind: 'line', label: own.officer, value: 'officerName', bold: true },
    { kind: 'line', label: own.shift, value: 'shift' },
    {
      kind: 'table',
      rows: 'sums',
      columns: [
        { head: own.item, width: '*' },
        { head: words.column.amount, width: 130, align: 'right' },
      ],
    },
    { kind: 'text', text: own.denominations, style: 'heading' },
    {
      kind: 'table',
      rows: 'notes',
      columns: [
        { head: own.note, width: '*', align: 'right' },
        { head: own.pieces, width: 110, align: 'right' },
        { head: words.column.amount, width: 130, align: 'right' },
      ],
      empty: own.noNotes,
    },
    { kind: 'text', text: own.inBox, style: 'bold' },
    { kind: 'text', text: own.handedInWords, style: 'bold' },
    { kind: 'text', text: own.acts, style: 'heading' },
    {
      kind: 'table',
      rows: 'acts',
      columns: [
        { head: words.column.no, width: 22, align: 'center' },
        { head: own.at, width: 84, align: 'center' },
        { head: words.column.code, width: '*' },
        { head: own.kind, width: 74 },
        { head: words.label.reason, width: 84 },
        { head: words.column.amount, width: 70, align: 'right' },
      ],
      empty: own.noActs,
      fontSize: 9,
    },
    {
      kind: 'signatures',
      signers: [
        { title: own.payerSigns, name: 'officerName' },
        { title: own.cashierSigns, name: 'cashierName' },
        { title: own.leaderSigns, name: 'leaderName' },
      ],
    },
  ],
  source: 'counter needs §1.10, §4; wording provisional',
};

/** Names a sheet shows. */
export interface CashSheetAround extends PaperAround {
  readonly counterName: string;
  readonly officerName: string;
  readonly shift: Pick<Shift, 'opened' | 'closed'>;
  readonly codeOf: (dossierId: string) => string;
  readonly number?: string;
}

/** Signed amount, `+` where something is over. */
export function differenceText(difference: number | null): string {
  if (difference === null) return own.notCounted;
  return difference > 0 ? `+${bareAmount(difference)}` : bareAmount(difference);
}

function sumRows(sheet: CashSheet): FillCell[][] {
  const row = (name: string, amount: number): FillCell[] => [name, bareAmount(amount)];
  const boldRow = (name: string, text: string): FillCell[] => [
    { text: name, strong: true },
    { text, strong: true },
  ];
  return [
    row(own.opening, sheet.opening),
    row(own.cashIn, sheet.cashIn),
    row(own.cashOut, sheet.cashOut),
    row(own.handedIn, sheet.handedIn),
    boldRow(own.expected, bareAmount(sheet.expected)),
    boldRow(own.counted, sheet.counted === null ? own.notCounted : bareAmount(sheet.counted)),
    boldRow(own.difference, differenceText(sheet.difference)),
    row(own.transfer, sheet.byMethod.transfer),
    row(own.gateway, sheet.byMethod.gateway),
    row(own.announced, sheet.announced),
  ];
}

/** Notes of most value first, each with its sum. */
function noteRows(denominations: CashSheet['denominations']): FillCell[][] {
  const notes = Object.entries(denominations).map(([note, pieces]) => ({ note: Number(note), pieces }));
  const rows = notes.filter(({ pieces }) => pieces > 0).sort((a, b) => b.note - a.note);
  const total = rows.reduce((sum, { note, pieces }) => sum + note * pieces, 0);
  const last: FillCell[][] = [
    [{ text: money.receipt.total, strong: true }, '', { text: bareAmount(total), strong: true }],
  ];
  const cells = rows.map(({ note, pieces }): FillCell[] => [
    bareAmount(note),
    bareAmount(pieces),
    bareAmount(note * pieces),
  ]);
  return rows.length === 0 ? [] : [...cells, ...last];
}

function actRow(act: MoneyAct, index: number, codeOf: (dossierId: string) => string): FillCell[] {
  const { at, dossierId, kind, method, reason } = act;
  const amount = kind === 'announced' ? `(${bareAmount(act.amount)})` : bareAmount(signedAmount(act));
  const kindText = `${own.kindOf[kind]}, ${words.method[method].toLocaleLowerCase('vi')}`;
  return [String(index + 1), formatInstant(at), codeOf(dossierId), kindText, reason ?? '', amount];
}

function shiftText({ opened, closed }: CashSheetAround['shift']): string {
  return [opened, closed].flatMap((act) => (act === null ? [] : [formatInstant(act.at)])).join(' - ');
}

/** The sheet of one ledger and shift: opening, in, out, handed in, notes, difference. Amounts in đồng. */
export function buildCashSheetPaper(sheet: CashSheet, around: CashSheetAround): FormFill {
  const fill = startUnitFill('cashSheet', around);
  const inBox = sheet.counted ?? Math.max(0, sheet.expected);
  return {
    ...fill,
    values: {
      ...fill.values,
      number: around.number ?? words.noNumber,
      ledger: words.ledger[sheet.ledger],
      counter: around.counterName,
      day: dayText(around.at),
      officerName: around.officerName,
      shift: shiftText(around.shift),
      ...{ boxAmount: formatDong(inBox), boxWords: dongInWords(inBox), cashierName: '', leaderName: '' },
      amount: sheet.handedIn === 0 ? '' : formatDong(sheet.handedIn),
      words: sheet.handedIn === 0 ? '' : dongInWords(sheet.handedIn),
    },
    tables: {
      sums: sumRows(sheet),
      notes: noteRows(sheet.denominations),
      acts: sheet.acts.map((act, index) => actRow(act, index, around.codeOf)),
    },
  };
}
