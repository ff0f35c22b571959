import type { MoneyAct } from '../domain/money-acts';
import { signedAmount } from '../domain/money-acts';
import { compareNames, idsOf, type Ids } from './figure';
import { isWithin, type PeriodBounds } from './report-period';
import type { ReportFact } from './report-fact';

/** A line of the provincial screen "Thống kê số lượng hồ sơ trong ngày" (domain notes §10.2), each figure with its dossiers. */
export interface DailyRow {
  /** Tên đơn vị xử lý; empty while it is not known. */
  readonly name: string;
  /** At the counter or by post. */
  readonly receivedDirect: Ids;
  readonly receivedOnline: Ids;
  readonly ready: Ids;
  readonly returned: Ids;
  /** State fees taken less cancelled and refunded, in đồng, by the day they were recorded on. */
  readonly stateFee: number;
  readonly feeDossiers: Ids;
  readonly supplements: Ids;
  /** Sent back (stopped, refused) or withdrawn after reception. */
  readonly givenBack: Ids;
  /** Form 02 and Form 03 before any reception: no dossier, but work of the day (counter notes §2 (a)). */
  readonly guided: Ids;
  readonly refused: Ids;
  /** Different dossiers of all columns. */
  readonly any: Ids;
}

/** The day's lines by handling unit, and their sum. */
export interface DailyStatistics {
  readonly rows: readonly DailyRow[];
  readonly total: DailyRow;
}

function buildRow(
  name: string,
  facts: readonly ReportFact[],
  { acts, bounds }: { readonly acts: readonly MoneyAct[]; readonly bounds: PeriodBounds },
): DailyRow {
  const own = new Set(idsOf(facts));
  const money = acts.filter(
    (act) =>
      act.ledger === 'stateFee' && act.kind !== 'announced' && own.has(act.dossierId) && isWithin(act.at, bounds),
  );
  const within = (timesOf: (fact: ReportFact) => readonly (number | null)[]): Ids =>
    idsOf(facts, (fact) => timesOf(fact).some((at) => isWithin(at, bounds)));
  const received = (online: boolean): Ids =>
    idsOf(facts, (fact) => isWithin(fact.receivedAt, bounds) && (fact.channel === 'online') === online);
  const row = {
    receivedDirect: received(false),
    receivedOnline: received(true),
    ready: within(({ readyAt }) => [readyAt]),
    returned: within(({ returnedAt }) => [returnedAt]),
    feeDossiers: [...new Set(money.map(({ dossierId }) => dossierId))],
    supplements: within(({ supplementsAt }) => supplementsAt),
    givenBack: within((fact) => (fact.receivedAt === null ? [] : [fact.sentBackAt, fact.withdrawnAt])),
    guided: within(({ guidedAt }) => guidedAt),
    refused: within(({ refusedAt }) => refusedAt),
  };
  const stateFee = money.reduce((sum, act) => sum + signedAmount(act), 0);
  return { name, ...row, stateFee, any: [...new Set(Object.values(row).flat())] };
}

/**
 * What happened on a day by handling unit (domain notes §10.2). `acts`: movements of money by device clock, of which those
 * of other dossiers are passed over. A unit without anything on that day has no line.
 */
export function buildDailyStatistics(
  facts: readonly ReportFact[],
  acts: readonly MoneyAct[],
  bounds: PeriodBounds,
): DailyStatistics {
  const names = [...new Set(facts.map(({ handlingUnit }) => handlingUnit))].sort(compareNames);
  const rows = names
    .map((name) =>
      buildRow(
        name,
        facts.filter(({ handlingUnit }) => handlingUnit === name),
        { acts, bounds },
      ),
    )
    .filter(({ any }) => any.length > 0);
  return { rows, total: buildRow('', facts, { acts, bounds }) };
}
