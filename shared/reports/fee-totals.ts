import type { Ledger } from '../domain/actions/action-parts';
import { signedAmount, type MoneyAct } from '../domain/money-acts';
import type { WaivedFee } from '../domain/waiver-list';
import { groupBy, sumOf, type Ids } from './figure';
import { isWithin, type PeriodBounds } from './report-period';

/** An amount in đồng with the dossiers it came from. */
export interface Amount {
  readonly amount: number;
  readonly dossiers: Ids;
}

/** Money of one ledger and method in a period. `net` = `collected` − `cancelled` − `refunded`. Amounts in đồng. */
export interface FeeTotal {
  readonly ledger: Ledger;
  readonly method: MoneyAct['method'];
  readonly collected: Amount;
  readonly cancelled: Amount;
  readonly refunded: Amount;
  readonly net: Amount;
  /** Announced and not confirmed: no money yet. */
  readonly announced: Amount;
}

/** Fees not asked for one ground. `unknown`: waived by hand, so nobody reckoned what. */
export interface WaiverTotal {
  readonly ground: string;
  readonly waived: Amount;
  readonly unknown: Ids;
}

/** Money of a period: movements by time, totals by ledger and method, and what was waived. */
export interface FeeReport {
  readonly acts: readonly MoneyAct[];
  readonly totals: readonly FeeTotal[];
  readonly waivers: readonly WaiverTotal[];
}

const ledgers: readonly Ledger[] = ['stateFee', 'postalCharge'];
const methods: readonly MoneyAct['method'][] = ['cash', 'transfer', 'gateway'];

function amountOf(acts: readonly MoneyAct[], valueOf: (act: MoneyAct) => number): Amount {
  return { amount: sumOf(acts.map(valueOf)), dossiers: [...new Set(acts.map(({ dossierId }) => dossierId))] };
}

function totalOf(ledger: Ledger, method: MoneyAct['method'], acts: readonly MoneyAct[]): FeeTotal {
  const of = (kind: MoneyAct['kind']) =>
    amountOf(
      acts.filter((act) => act.kind === kind),
      ({ amount }) => amount,
    );
  const real = acts.filter(({ kind }) => kind !== 'announced');
  const waiting = acts.filter((act) => act.waiting);
  return {
    ledger,
    method,
    collected: of('collected'),
    cancelled: of('cancelled'),
    refunded: of('refunded'),
    net: amountOf(real, signedAmount),
    announced: amountOf(waiting, ({ amount }) => amount),
  };
}

function sumWaivers(waived: readonly WaivedFee[]): readonly WaiverTotal[] {
  return [...groupBy(waived, ({ ground }) => ground)].map(([ground, own]) => {
    const reckoned = own.filter(({ amount }) => amount !== null);
    const dossiers = reckoned.map(({ dossierId }) => dossierId);
    return {
      ground,
      waived: { amount: sumOf(reckoned.map(({ amount }) => amount ?? 0)), dossiers },
      unknown: own.filter(({ amount }) => amount === null).map(({ dossierId }) => dossierId),
    };
  });
}

/**
 * Fee report of a period. Money counts on the day it was recorded (device clock), as in the cash sheets, so that both agree;
 * waivers on the day of reception. State fees and postal charges never mix (counter notes §1, 10).
 */
export function buildFeeReport(
  acts: readonly MoneyAct[],
  waived: readonly WaivedFee[],
  bounds: PeriodBounds,
): FeeReport {
  const own = acts
    .filter(({ at }) => isWithin(at, bounds))
    .sort((a, b) => a.at - b.at || (a.actionId < b.actionId ? -1 : 1));
  const totals = ledgers.flatMap((ledger) =>
    methods.map((method) =>
      totalOf(
        ledger,
        method,
        own.filter((act) => act.ledger === ledger && act.method === method),
      ),
    ),
  );
  return {
    acts: own,
    totals: totals.filter(({ collected, cancelled, refunded, announced }) =>
      [collected, cancelled, refunded, announced].some(({ dossiers }) => dossiers.length > 0),
    ),
    waivers: sumWaivers(waived.filter(({ receivedAt }) => isWithin(receivedAt, bounds))),
  };
}
