import { fromLocal, toLocalDay, type Instant } from '../base/time';
import type { PayloadOf } from './actions/action';
import type { Ledger } from './actions/action-parts';
import { signedAmount, type MoneyAct } from './money-acts';
import type { Shift, UnitDayRecord, UnitDayState } from './unit-day-shape';
import { addDays } from './working-calendar-days';

/** What came in less what went out, by method, in đồng. */
export type ByMethod = Readonly<Record<MoneyAct['method'], number>>;

/**
 * Cash sheet of one ledger, operator and shift (bảng kê nộp tiền). Amounts in đồng. `expected` = `opening` + `cashIn` −
 * `cashOut` − `handedIn`.
 */
export interface CashSheet {
  readonly officerId: string;
  readonly ledger: Ledger;
  readonly opening: number;
  readonly cashIn: number;
  /** Cash refunded and cash of cancelled collections. */
  readonly cashOut: number;
  readonly handedIn: number;
  /** What should be in the box now. */
  readonly expected: number;
  /** The last count and its notes; null while nothing was counted. */
  readonly counted: number | null;
  readonly denominations: PayloadOf<'CashCounted'>['denominations'];
  /** Counted less what should have been there at that moment; null while nothing was counted. */
  readonly difference: number | null;
  readonly byMethod: ByMethod;
  /** Announced transfers nobody has confirmed or cancelled. */
  readonly announced: number;
  /** Movements of this ledger and shift, by time. */
  readonly acts: readonly MoneyAct[];
}

/** Sheets of a counter's day, and movements no shift of that day can answer for. */
export interface CashSheets {
  readonly sheets: readonly CashSheet[];
  readonly unassigned: readonly MoneyAct[];
}

interface Window {
  readonly officerId: string;
  readonly from: Instant;
  readonly to: Instant;
}

function dayStart(at: Instant): Instant {
  return fromLocal(toLocalDay(at), '00:00');
}

function dayEnd(at: Instant): Instant {
  return fromLocal(addDays(toLocalDay(at), 1), '00:00') - 1;
}

/** A shift that was not opened or not closed reaches to the start or end of its own day. */
function windowOf({ officerId, opened, closed }: Shift): Window {
  const told = [opened, closed].flatMap((mark) => (mark === null ? [] : [mark.at]));
  return {
    officerId,
    from: opened === null ? Math.min(...told.map(dayStart)) : opened.at,
    to: closed === null ? Math.max(...told.map(dayEnd)) : closed.at,
  };
}

function holds(window: Window, record: { readonly officerId: string; readonly at: Instant }): boolean {
  return record.officerId === window.officerId && record.at >= window.from && record.at <= window.to;
}

/** Gives each record to the first shift that holds it; the rest belongs to none. */
function share<T extends { readonly officerId: string; readonly at: Instant }>(
  records: readonly T[],
  windows: readonly Window[],
): { readonly ofShift: (index: number) => readonly T[]; readonly rest: readonly T[] } {
  const homes = records.map((record) => windows.findIndex((window) => holds(window, record)));
  const ofShift = (index: number) => records.filter((_, at) => homes[at] === index);
  return { ofShift, rest: ofShift(-1) };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

interface Box {
  readonly opening: number;
  readonly acts: readonly MoneyAct[];
  readonly handIns: readonly UnitDayRecord<'CashHandedIn'>[];
}

/** Cash that should be in the box at an instant, that instant included. */
function expectAt({ opening, acts, handIns }: Box, at: Instant): number {
  const moved = acts.filter((act) => act.method === 'cash' && act.at <= at).map(signedAmount);
  const out = handIns.filter((handIn) => handIn.at <= at).map((handIn) => handIn.amount);
  return opening + sum(moved) - sum(out);
}

function openingOf(shift: Shift, ledger: Ledger): number {
  const { opened } = shift;
  return (ledger === 'stateFee' ? opened?.cashFloat : opened?.postalFloat) ?? 0;
}

function netOf(acts: readonly MoneyAct[], method: MoneyAct['method']): number {
  return sum(acts.filter((act) => act.method === method).map(signedAmount));
}

function buildSheet(
  owner: { readonly officerId: string; readonly ledger: Ledger },
  box: Box,
  counts: readonly UnitDayRecord<'CashCounted'>[],
): CashSheet {
  const { opening, acts } = box;
  const cash = acts.filter((act) => act.method === 'cash').map(signedAmount);
  const last = counts.at(-1);
  return {
    ...owner,
    opening,
    cashIn: sum(cash.filter((amount) => amount > 0)),
    cashOut: sum(cash.filter((amount) => amount < 0).map((amount) => -amount)),
    handedIn: sum(box.handIns.map((handIn) => handIn.amount)),
    expected: expectAt(box, Infinity),
    counted: last?.counted ?? null,
    denominations: last?.denominations ?? {},
    difference: last ? last.counted - expectAt(box, last.at) : null,
    byMethod: { cash: netOf(acts, 'cash'), transfer: netOf(acts, 'transfer'), gateway: netOf(acts, 'gateway') },
    announced: sum(acts.filter((act) => act.waiting).map((act) => act.amount)),
    acts,
  };
}

/**
 * Cash sheets of one ledger for every shift of a counter's day. Pure function of the acts ({@link listMoneyActs}) and the
 * folded day: every movement of the ledger stands in exactly one sheet or in `unassigned`, so the sheets always sum to the
 * ledger. A count without notes keeps an empty list of denominations.
 */
export function buildCashSheets(acts: readonly MoneyAct[], day: UnitDayState, ledger: Ledger): CashSheets {
  const windows = day.shifts.map(windowOf);
  const money = share(
    acts.filter((act) => act.ledger === ledger),
    windows,
  );
  const handIns = share(
    day.cashHandIns.filter((handIn) => handIn.ledger === ledger),
    windows,
  );
  const counts = share(
    day.cashCounts.filter((count) => count.ledger === ledger),
    windows,
  );
  const sheets = day.shifts.map((shift, index) => {
    const opening = openingOf(shift, ledger);
    const box = { opening, acts: money.ofShift(index), handIns: handIns.ofShift(index) };
    return buildSheet({ officerId: shift.officerId, ledger }, box, counts.ofShift(index));
  });
  return { sheets, unassigned: money.rest };
}
