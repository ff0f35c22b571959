import { formatInstant, toLocalDay, type Instant, type LocalDay } from '../base/time';
import { joinBags } from '../domain/bag-journey';
import { buildCashSheets, type CashSheet } from '../domain/cash-sheet';
import type { DossierState } from '../domain/dossier-shape';
import type { FormId } from '../domain/form-id';
import { listMoneyActs, type MoneyAct } from '../domain/money-acts';
import type { Procedure } from '../domain/procedure';
import type { Shift, UnitDayState } from '../domain/unit-day-shape';
import type { Message } from '../text/message';
import { buildBagLabel, buildDiscrepancyMinutes, type BagAround } from './bag-papers';
import { buildCashSheetPaper } from './cash-sheet-paper';
import { buildDayClose } from './day-close';
import type { PaperAround } from './fill-parts';
import type { FormFill } from './form-fill';
import {
  buildHandoverList,
  buildOutcomeHandover,
  buildPostalPickUpList,
  type DossierListAround,
} from './handover-papers';
import { buildPaperKitSheet, buildPaperKitSlip, type KitDue } from './paper-kit-slip';

/** Papers of a unit's day. */
export const dayForms = [
  'dayClose',
  'cashSheet',
  'handoverList',
  'outcomeHandover',
  'postalPickUpList',
  'bagLabel',
  'discrepancyMinutes',
  'paperKitSlip',
  'paperKitSheet',
] as const satisfies readonly FormId[];
/** See {@link dayForms}. */
export type DayForm = (typeof dayForms)[number];

/** A unit's day as its records tell it. */
export interface DayAround extends PaperAround {
  readonly day: LocalDay;
  readonly counters: readonly { readonly counterId: string; readonly name: string; readonly state: UnitDayState }[];
  /** Dossiers that something was done with on the day, whole. */
  readonly dossiers: readonly DossierState[];
  readonly findProcedure: (code: string | null) => Procedure | undefined;
  readonly officerName: (officerId: string) => string;
  readonly printedBy: string;
  /** Due dates of the usual procedures for somebody received on the day. */
  readonly kitDue: readonly KitDue[];
}

/** A paper of the day; `label` tells several of one form apart. */
export interface DayPaper {
  readonly id: string;
  readonly label: Message;
  readonly fill: FormFill;
}

function placeText(place: string, count: number): Message {
  return { key: 'printing.paper.other.placeOf', values: { place, count } };
}

function codeOf({ code, temporaryCode }: DossierState): string {
  return code ?? temporaryCode ?? '';
}

/** Movements of money the province has not refused. */
function readMoney(dossiers: readonly DossierState[]): readonly MoneyAct[] {
  const counted = dossiers.flatMap(({ timeline }) => timeline.filter(({ effect }) => effect !== 'refused'));
  return listMoneyActs(counted.map(({ action }) => action));
}

/** When a shift's papers are dated: its end, else its beginning. */
function shiftTime({ opened, closed }: Shift, around: DayAround): Instant {
  return closed?.at ?? opened?.at ?? around.at;
}

function shiftText(shift: Shift, officer: string): Message {
  return shift.opened === null
    ? { key: 'printing.paper.other.shiftUnopened', values: { officer } }
    : { key: 'printing.paper.other.shiftOf', values: { officer, time: formatInstant(shift.opened.at) } };
}

interface CounterShift {
  readonly id: string;
  readonly counterName: string;
  readonly state: UnitDayState;
  readonly shift: Shift;
  readonly officer: string;
  readonly sheets: readonly CashSheet[];
}

function listShifts(around: DayAround): readonly CounterShift[] {
  const money = readMoney(around.dossiers);
  return around.counters.flatMap(({ counterId, name, state }) => {
    const ledgers = (['stateFee', 'postalCharge'] as const).map((ledger) => buildCashSheets(money, state, ledger));
    return state.shifts.map((shift, index) => ({
      ...{ id: `${counterId}:${String(index)}`, counterName: name, state, shift },
      officer: around.officerName(shift.officerId),
      sheets: ledgers.flatMap(({ sheets }) => sheets[index] ?? []),
    }));
  });
}

function makeCloses(around: DayAround): readonly DayPaper[] {
  return listShifts(around).map(({ id, counterName, state, shift, officer: officerName, sheets }) => {
    const { unit, practice } = around;
    const at = shiftTime(shift, around);
    const fill = buildDayClose(state, { unit, practice, at, counterName, officerName, shift, sheets });
    return { id, label: shiftText(shift, officerName), fill };
  });
}

function hasMoved({ acts, opening, handedIn, counted }: CashSheet): boolean {
  return acts.length > 0 || opening > 0 || handedIn > 0 || counted !== null;
}

function makeCashSheets(around: DayAround): readonly DayPaper[] {
  const codes = new Map(around.dossiers.map((state) => [state.dossierId, codeOf(state)]));
  return listShifts(around).flatMap(({ id, counterName, shift, officer: officerName, sheets }) =>
    sheets.filter(hasMoved).map((sheet): DayPaper => {
      const { unit, practice } = around;
      const at = shiftTime(shift, around);
      const named = { unit, practice, at, counterName, officerName, shift };
      const time = formatInstant(shift.opened?.at ?? at);
      const ledger: Message = { key: `printing.paper.ledger.${sheet.ledger}` };
      return {
        id: `${id}:${sheet.ledger}`,
        label: { key: 'printing.paper.other.sheetOf', values: { ledger, officer: officerName, time } },
        fill: buildCashSheetPaper(sheet, { ...named, codeOf: (dossierId) => codes.get(dossierId) ?? '' }),
      };
    }),
  );
}

function listAround(around: DayAround, at: Instant): DossierListAround {
  const { unit, practice, findProcedure } = around;
  return { unit, practice, at, findProcedure, officerName: around.printedBy };
}

interface Moved {
  readonly state: DossierState;
  readonly place: string;
  readonly at: Instant;
}

/** One list for each place folders went to or came from, dated by the last of them. */
function makeLists(
  moved: readonly Moved[],
  build: (states: readonly DossierState[], place: string, at: Instant) => FormFill,
): readonly DayPaper[] {
  return [...new Set(moved.map(({ place }) => place))].map((place) => {
    const own = moved.filter((one) => one.place === place).toSorted((a, b) => a.at - b.at);
    const fill = build(
      own.map(({ state }) => state),
      place,
      own.at(-1)?.at ?? 0,
    );
    return { id: place === '' ? '-' : place, label: placeText(place === '' ? '………' : place, own.length), fill };
  });
}

function makeHandovers(around: DayAround): readonly DayPaper[] {
  const moved = around.dossiers.flatMap((state) =>
    state.handovers
      .filter(({ at }) => toLocalDay(at) === around.day)
      .map((handover) => ({ state: { ...state, handover }, place: handover.to, at: handover.at })),
  );
  return makeLists(moved, (states, place, at) => buildHandoverList(states, place, listAround(around, at)));
}

function makeOutcomes(around: DayAround): readonly DayPaper[] {
  const moved = around.dossiers.flatMap((state) => {
    const { outcome, handover } = state;
    if (outcome === null || toLocalDay(outcome.at) !== around.day) return [];
    return [{ state, place: outcome.agency ?? handover?.to ?? '', at: outcome.at }];
  });
  return makeLists(moved, (states, place, at) => buildOutcomeHandover(states, place, listAround(around, at)));
}

function makePickUps(around: DayAround): readonly DayPaper[] {
  const moved = around.dossiers.flatMap((state) => {
    const sent = state.dispatches.findLast(({ at }) => toLocalDay(at) === around.day);
    return sent === undefined ? [] : [{ state, place: '', at: sent.at }];
  });
  return makeLists(moved, (states, place, at) => buildPostalPickUpList(states, place, listAround(around, at)));
}

function bagAround(around: DayAround): BagAround {
  const { unit, practice, at, officerName } = around;
  const named = new Map(
    around.dossiers.map((state) => [state.dossierId, `${codeOf(state)} (${state.applicant?.name ?? ''})`]),
  );
  return { unit, practice, at, officerName, senderName: '', describeDossier: (id) => named.get(id) ?? id };
}

function bagText({ sealNo, dossierIds }: { readonly sealNo: string; readonly dossierIds: readonly string[] }): Message {
  return { key: 'printing.paper.other.bagOf', values: { seal: sealNo, count: dossierIds.length } };
}

function makeLabels(around: DayAround): readonly DayPaper[] {
  const bags = around.counters.flatMap(({ state }) => state.bagsSealed);
  return bags.map((bag) => ({ id: bag.bagId, label: bagText(bag), fill: buildBagLabel(bag, bagAround(around)) }));
}

function makeMinutes(around: DayAround): readonly DayPaper[] {
  return joinBags(around.counters.map(({ state }) => state)).flatMap((bag): DayPaper[] => {
    const fill = bag.state === 'mismatch' ? buildDiscrepancyMinutes(bag, bagAround(around)) : undefined;
    return fill === undefined || bag.received === null ? [] : [{ id: bag.bagId, label: bagText(bag.received), fill }];
  });
}

function makeKitSlips(around: DayAround): readonly DayPaper[] {
  const { unit, practice } = around;
  return around.counters.flatMap(({ state }) =>
    state.paperKits.flatMap(({ at, codes, slipNumbers }) =>
      codes.map((code, index): DayPaper => {
        const slip = slipNumbers[index] ?? '';
        return {
          id: code,
          label: { key: 'printing.paper.other.slipOf', values: { slip, code } },
          fill: buildPaperKitSlip({ code, slipNo: slip }, { unit, practice, at }),
        };
      }),
    ),
  );
}

function makeKitSheets(around: DayAround): readonly DayPaper[] {
  const { unit, practice, day, kitDue: due } = around;
  return around.counters.flatMap(({ state }) =>
    state.paperKits.map(({ kitId, at, codes }): DayPaper => {
      const fill = buildPaperKitSheet({ day, codes, due }, { unit, practice, at });
      const values = { count: codes.length, code: codes[0] ?? '' };
      return { id: kitId, label: { key: 'printing.paper.other.kitOf', values }, fill };
    }),
  );
}

const makers: Readonly<Record<DayForm, (around: DayAround) => readonly DayPaper[]>> = {
  dayClose: makeCloses,
  cashSheet: makeCashSheets,
  handoverList: makeHandovers,
  outcomeHandover: makeOutcomes,
  postalPickUpList: makePickUps,
  bagLabel: makeLabels,
  discrepancyMinutes: makeMinutes,
  paperKitSlip: makeKitSlips,
  paperKitSheet: makeKitSheets,
};

/** Papers of one form that the records of a day give; empty where nothing of the kind happened. */
export function makeDayPapers(form: DayForm, around: DayAround): readonly DayPaper[] {
  return makers[form](around);
}
