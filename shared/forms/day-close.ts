import { formatInstant } from '../base/time';
import type { CashSheet } from '../domain/cash-sheet';
import type { Shift, UnitDayState } from '../domain/unit-day-shape';
import { fillText } from '../text/message';
import { money } from '../text/vi/forms-money';
import { papers as words } from '../text/vi/forms-papers';
import { differenceText } from './cash-sheet-paper';
import { bareAmount } from './dossier-words';
import { dayText, startUnitFill, type PaperAround } from './fill-parts';
import type { FormDefinition } from './form-definition';
import type { FillCell, FormFill } from './form-fill';

const own = money.close;

/** Close of a day (commune) or shift (post): what was done, what is left, cash per ledger. */
export const dayCloseForm: FormDefinition = {
  form: 'dayClose',
  title: '{{title}}',
  subtitle: own.subtitle,
  head: 'unit',
  headLines: [words.number],
  barcode: false,
  page: 'paper',
  parts: [],
  blocks: [
    { kind: 'line', label: own.officer, value: 'officerName', bold: true },
    { kind: 'line', label: own.opened, value: 'openedAt', dots: true },
    { kind: 'line', label: own.closed, value: 'closedAt', dots: true },
    {
      kind: 'table',
      rows: 'checks',
      columns: [
        { head: own.check, width: '*' },
        { head: own.value, width: 150, align: 'center' },
      ],
    },
    { kind: 'text', text: own.cash, style: 'heading' },
    {
      kind: 'table',
      rows: 'cash',
      columns: [
        { head: own.ledger, width: '*' },
        { head: own.opening, width: 50, align: 'right' },
        { head: own.in, width: 50, align: 'right' },
        { head: own.out, width: 46, align: 'right' },
        { head: own.handedIn, width: 50, align: 'right' },
        { head: own.expected, width: 50, align: 'right' },
        { head: own.counted, width: 50, align: 'right' },
        { head: own.difference, width: 50, align: 'right' },
      ],
      empty: own.noCash,
      fontSize: 9.5,
    },
    { kind: 'text', text: own.differences, style: 'heading' },
    { kind: 'list', items: 'differences', mark: 'dash', empty: own.noDifferences },
    { kind: 'text', text: own.note },
    {
      kind: 'signatures',
      signers: [
        { title: own.closerSigns, name: 'officerName' },
        { title: own.takerSigns, name: 'takerName' },
      ],
    },
  ],
  source: 'counter needs §1.10, §6 (Chốt ngày, Chốt ca); wording provisional',
};

/** Whose close it is, with the sheets of that shift. */
export interface DayCloseAround extends PaperAround {
  readonly counterName: string;
  readonly officerName: string;
  readonly shift: Shift;
  readonly sheets: readonly CashSheet[];
  readonly number?: string;
}

function registerText({ closing }: UnitDayState): string {
  if (closing === null) return own.registerOpen;
  return fillText(own.registerClosed, { time: formatInstant(closing.closedAt), rows: closing.rows });
}

function checkRows(day: UnitDayState, { closed }: Shift): FillCell[][] {
  const count = (name: string, number: number): FillCell[] => [name, String(number)];
  const bag = (bags: readonly { readonly dossierIds: readonly string[] }[]): string => {
    const folders = bags.reduce((sum, { dossierIds }) => sum + dossierIds.length, 0);
    return bags.length === 0 ? '0' : fillText(own.bagsCount, { bags: bags.length, folders });
  };
  const kitSlips = day.paperKits.reduce((sum, kit) => sum + kit.slipNumbers.length, 0);
  return [
    [own.received, closed === null ? '' : String(closed.received)],
    [own.waiting, closed === null ? '' : String(closed.waitingForProvince)],
    [own.bagsSealed, bag(day.bagsSealed)],
    [own.bagsReceived, bag(day.bagsReceived)],
    count(own.kits, kitSlips),
    count(own.voidCodes, day.voidedCodes.length),
    count(own.voidSlips, day.voidedSlips.length),
    [own.register, registerText(day)],
    count(own.addenda, day.addenda.length),
  ];
}

function cashRow(sheet: CashSheet): FillCell[] {
  const { ledger, opening, cashIn, cashOut, handedIn, expected, counted, difference } = sheet;
  return [
    words.ledger[ledger],
    ...[opening, cashIn, cashOut, handedIn, expected].map(bareAmount),
    counted === null ? money.cash.notCounted : bareAmount(counted),
    difference === null ? '' : differenceText(difference),
  ];
}

/** The close of a shift as it stands; it never waits for the line. */
export function buildDayClose(day: UnitDayState, around: DayCloseAround): FormFill {
  const { opened, closed } = around.shift;
  const fill = startUnitFill('dayClose', around);
  return {
    ...fill,
    values: {
      ...fill.values,
      title: around.unit.kind === 'postOffice' ? own.titleShift : own.titleDay,
      number: around.number ?? words.noNumber,
      ...{ counter: around.counterName, day: dayText(around.at), officerName: around.officerName, takerName: '' },
      openedAt: opened === null ? '' : formatInstant(opened.at),
      closedAt: closed === null ? '' : formatInstant(closed.at),
      note: closed?.note ?? '',
    },
    lists: { differences: [...(closed?.differences ?? [])] },
    tables: { checks: checkRows(day, around.shift), cash: around.sheets.map(cashRow) },
  };
}
