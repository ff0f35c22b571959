import type { Instant } from '../base/time';
import { compareNames, groupBy, idsOf, type Ids } from './figure';
import { isWithin, type PeriodBounds } from './report-period';
import type { ReportFact } from './report-fact';

/** What the post did, or is to do, with a dossier. Instants; null: not yet. */
export interface PostalLine {
  readonly fact: ReportFact;
  /** When the post took it in, or else when it was received on the postal channel. */
  readonly takenAt: Instant | null;
  readonly readyAt: Instant | null;
  readonly dispatchedAt: Instant | null;
  readonly failedAt: Instant | null;
}

/** Postal statistics of a procedure (domain notes §8): taken in by post, to be returned by post, sent, come back. */
export interface PostalCount {
  readonly procedureCode: string;
  readonly taken: Ids;
  readonly toReturn: Ids;
  readonly dispatched: Ids;
  readonly failed: Ids;
}

/** The four lists of the post, and the counts by procedure. */
export interface PostalLists {
  readonly taken: readonly PostalLine[];
  /** Results the citizen wants by post and that have not left yet, ready or not, as of the end. */
  readonly toReturn: readonly PostalLine[];
  readonly dispatched: readonly PostalLine[];
  readonly failed: readonly PostalLine[];
  readonly counts: readonly PostalCount[];
}

function lineOf(fact: ReportFact): PostalLine {
  const last = fact.dispatches.at(-1);
  return {
    fact,
    takenAt: fact.consignedAt ?? (fact.channel === 'post' ? fact.receivedAt : null),
    readyAt: fact.readyAt,
    dispatchedAt: last?.at ?? null,
    failedAt: last?.failedAt ?? null,
  };
}

/** On its way at an instant: sent and not come back by then. */
function isUnderWay({ dispatches }: ReportFact, asOf: Instant): boolean {
  return dispatches.some(({ at, failedAt }) => at <= asOf && (failedAt === null || failedAt > asOf));
}

function hasEnded(fact: ReportFact, asOf: Instant): boolean {
  return [fact.returnedAt, fact.sentBackAt, fact.withdrawnAt].some((at) => at !== null && at <= asOf);
}

/** Results registered for return by post that are still here (domain notes §8). */
function waitsForPost(fact: ReportFact, asOf: Instant): boolean {
  const isReceived = fact.receivedAt !== null && fact.receivedAt <= asOf;
  return isReceived && fact.returnMethod === 'post' && !hasEnded(fact, asOf) && !isUnderWay(fact, asOf);
}

/** The postal lists of a period: taken in, dispatched and come back in it; still to be returned at its end. */
export function buildPostalLists(facts: readonly ReportFact[], bounds: PeriodBounds): PostalLists {
  const taken = facts.filter((fact) => isWithin(lineOf(fact).takenAt, bounds));
  const toReturn = facts.filter((fact) => waitsForPost(fact, bounds.end));
  const dispatched = facts.filter(({ dispatches }) => dispatches.some(({ at }) => isWithin(at, bounds)));
  const failed = facts.filter(({ dispatches }) => dispatches.some(({ failedAt }) => isWithin(failedAt, bounds)));
  const all = [...new Set([...taken, ...toReturn, ...dispatched, ...failed])];
  const byProcedure = groupBy(all, ({ procedureCode }) => procedureCode);
  const counts = [...byProcedure]
    .sort(([a], [b]) => compareNames(a, b))
    .map(([procedureCode, own]): PostalCount => {
      const within = (list: ReadonlySet<ReportFact>): Ids => idsOf(own, (fact) => list.has(fact));
      return {
        procedureCode,
        taken: within(new Set(taken)),
        toReturn: within(new Set(toReturn)),
        dispatched: within(new Set(dispatched)),
        failed: within(new Set(failed)),
      };
    });
  const lines = (list: readonly ReportFact[]) => list.map(lineOf);
  return {
    taken: lines(taken),
    toReturn: lines(toReturn),
    dispatched: lines(dispatched),
    failed: lines(failed),
    counts,
  };
}

/** What the postman is to fetch now: results that are ready and wanted by post, longest ready first. */
export function listPostalPickUp(facts: readonly ReportFact[], asOf: Instant): readonly PostalLine[] {
  return facts
    .filter((fact) => fact.readyAt !== null && fact.readyAt <= asOf && waitsForPost(fact, asOf))
    .map(lineOf)
    .sort((a, b) => (a.readyAt ?? 0) - (b.readyAt ?? 0) || (a.fact.dossierId < b.fact.dossierId ? -1 : 1));
}
