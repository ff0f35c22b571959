import type { LocalDay } from '../base/time';
import type { CashSheet, CashSheets } from '../domain/cash-sheet';
import { signedAmount, type MoneyAct } from '../domain/money-acts';
import { vi } from '../text/vi';
import { figureCell, plainCell, rowOf } from './figure';
import { column } from './report-columns';
import type { ReportRow, ReportTable, TableReport } from './report-data';
import { describeDayOf, frameReport, type ReportFrame } from './report-frame';

const words = vi.reports;
const heads = vi.reportColumns;

const sheetColumns = [
  column.text(heads.cash.officer, 22),
  column.text(heads.money.ledger, 16),
  column.money(heads.cash.opening),
  column.money(heads.cash.cashIn),
  column.money(heads.cash.cashOut),
  column.money(heads.cash.handedIn),
  column.money(heads.cash.expected),
  column.money(heads.cash.counted),
  column.money(heads.cash.difference),
  column.money(heads.cash.transfer),
  column.money(heads.cash.gateway),
  column.money(heads.cash.announced),
];

type OfficerName = (officerId: string) => string;

/** Dossiers of the movements that pass a test. */
function dossiersOf(sheet: CashSheet, test: (act: MoneyAct) => boolean): readonly string[] {
  return [...new Set(sheet.acts.filter(test).map(({ dossierId }) => dossierId))];
}

function sheetRow(sheet: CashSheet, officerName: OfficerName): ReportRow {
  const isCash = (act: MoneyAct): boolean => act.method === 'cash';
  return rowOf([
    plainCell(officerName(sheet.officerId)),
    plainCell(words.ledger[sheet.ledger]),
    plainCell(sheet.opening),
    figureCell(
      sheet.cashIn,
      dossiersOf(sheet, (act) => isCash(act) && signedAmount(act) > 0),
    ),
    figureCell(
      sheet.cashOut,
      dossiersOf(sheet, (act) => isCash(act) && signedAmount(act) < 0),
    ),
    plainCell(sheet.handedIn),
    figureCell(sheet.expected, dossiersOf(sheet, isCash)),
    plainCell(sheet.counted),
    plainCell(sheet.difference),
    figureCell(
      sheet.byMethod.transfer,
      dossiersOf(sheet, (act) => act.method === 'transfer' && signedAmount(act) !== 0),
    ),
    figureCell(
      sheet.byMethod.gateway,
      dossiersOf(sheet, (act) => act.method === 'gateway' && signedAmount(act) !== 0),
    ),
    figureCell(
      sheet.announced,
      dossiersOf(sheet, ({ waiting }) => waiting),
    ),
  ]);
}

const noteColumns = [
  column.text(heads.cash.officer, 24),
  column.text(heads.money.ledger, 18),
  column.money(heads.cash.denomination),
  column.count(heads.cash.notes),
  column.money(heads.cash.sum),
];

/** Notes counted, largest first, with their sum. */
function noteRows(sheet: CashSheet, officerName: OfficerName): readonly ReportRow[] {
  const notes = Object.entries(sheet.denominations)
    .map(([value, count]) => ({ value: Number(value), count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.value - a.value);
  if (notes.length === 0) return [];
  const who = [plainCell(officerName(sheet.officerId)), plainCell(words.ledger[sheet.ledger])];
  const sum = notes.reduce((total, { value, count }) => total + value * count, 0);
  return [
    ...notes.map(({ value, count }) => rowOf([...who, plainCell(value), plainCell(count), plainCell(value * count)])),
    rowOf([...who, plainCell(null), plainCell(null), plainCell(sum)], 'total'),
  ];
}

const looseColumns = [
  column.instant(heads.money.at),
  column.text(heads.money.ledger, 18),
  column.text(heads.money.method, 18),
  column.text(heads.money.kind, 18),
  column.money(heads.money.amount),
  column.text(heads.money.officer, 24),
];

function looseRow(act: MoneyAct, officerName: OfficerName): ReportRow {
  return rowOf([
    plainCell(act.at),
    plainCell(words.ledger[act.ledger]),
    plainCell(words.method[act.method]),
    plainCell(words.money[act.kind]),
    figureCell(signedAmount(act), [act.dossierId]),
    plainCell(officerName(act.officerId)),
  ]);
}

/** Cash sheets of a counter's day by shift and ledger, notes counted, and movements no shift answers for (counter notes §1, 10). */
export function buildCashReport(
  ledgers: readonly CashSheets[],
  input: { readonly frame: ReportFrame; readonly day: LocalDay; readonly officerName: OfficerName },
): TableReport {
  const { frame, day, officerName } = input;
  const sheets = ledgers.flatMap((one) => one.sheets);
  const loose = ledgers.flatMap(({ unassigned }) => unassigned);
  const tables: readonly ReportTable[] = [
    {
      name: words.sheet.cash,
      columns: sheetColumns,
      rows: sheets.map((sheet) => sheetRow(sheet, officerName)),
      empty: words.empty.money,
      notes: [words.line.expected],
    },
    {
      name: words.sheet.denominations,
      columns: noteColumns,
      rows: sheets.flatMap((sheet) => noteRows(sheet, officerName)),
      empty: words.empty.none,
      notes: [],
    },
    {
      name: words.sheet.unassigned,
      columns: looseColumns,
      rows: loose.map((act) => looseRow(act, officerName)),
      empty: words.empty.none,
      notes: loose.length === 0 ? [] : [words.line.unassigned],
    },
  ];
  return frameReport(frame, { id: 'cashSheets', subtitles: [describeDayOf(day)], tables, fileMark: day });
}
