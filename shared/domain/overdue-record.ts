import type { Instant } from '../base/time';
import type { DeadlineHistory } from './deadline-history';
import { decideLegalDates } from './legal-dates';
import { findEndEntry, findReceptionEntry, type HandlingCase } from './overdue-case';
import { findCatalogueDate, isProcedureUnknown } from './overdue-catalogue';
import type { EvidenceFact, LateStretch, OverdueCause } from './overdue-causes';
import { buildStretch, explainUnseen, findEntry, isTimeDoubted } from './overdue-records';

const isOverdue = (reading: string): boolean => reading === 'late' || reading === 'overdue';

interface Blame {
  readonly cause: OverdueCause;
  readonly fact: EvidenceFact;
  readonly actionId?: string | null;
}

/** Lateness from an instant to the end of handling (or the day of the question). */
function stretchFrom(handling: HandlingCase, from: Instant, { cause, fact, actionId = null }: Blame): LateStretch {
  const { rules, until } = handling;
  return buildStretch(rules.calendar, { from, to: until }, { cause, fact, actionId, from, to: Math.max(from, until) });
}

/** The end came in time; the province heard of it late, or never. */
function explainEnd(handling: HandlingCase): readonly LateStretch[] {
  const { dates, asOf, rules } = handling;
  const entry = findEndEntry(handling);
  if (!entry || dates.legalDue === null) return [];
  return explainUnseen({ entry, due: dates.legalDue, until: asOf, asOf, calendar: rules.calendar });
}

interface PausingAct {
  readonly actionId: string;
  readonly at: Instant;
  /** The history as it would be without this act. */
  readonly without: DeadlineHistory;
}

/** Acts whose pause the province has to know, or its date passes. */
function findPausingActs({ state, history, asOf }: HandlingCase): readonly PausingAct[] {
  const supplements = state.supplements.map(({ actionId, requestedAt: at }) => ({
    actionId,
    at,
    without: { ...history, supplements: history.supplements.filter((one) => one.requestedAt !== at) },
  }));
  const payments = state.obligations.map(({ actionId, at }) => ({
    actionId,
    at,
    without: { ...history, obligations: history.obligations.filter((one) => one.notifiedAt !== at) },
  }));
  const taxes = state.forwardings.map(({ actionId, at }) => ({
    actionId,
    at,
    without: { ...history, taxForwardings: history.taxForwardings.filter((one) => one.from !== at) },
  }));
  return [...supplements, ...payments, ...taxes].filter((act) => act.at <= asOf);
}

/** A pause the province did not know of in time: in its books the date ran on and passed. */
function explainPauses(handling: HandlingCase): readonly LateStretch[] {
  const { state, dates, rules, until, asOf } = handling;
  return findPausingActs(handling).flatMap(({ actionId, at, without }) => {
    const entry = findEntry(state, actionId);
    const due = decideLegalDates(without, rules).legalDue;
    const pauses = dates.pauses.some((pause) => pause.from === at);
    if (!entry || !pauses || due === null || at > due) return [];
    return explainUnseen({ entry, due, until, asOf, calendar: rules.calendar });
  });
}

/** The office waits by law, and the date in the national count runs on. */
function explainWaiting(handling: HandlingCase): readonly LateStretch[] {
  const { dates, readings, listed, until, state } = handling;
  const { waitingFor, legalDue } = dates;
  if (waitingFor === null || legalDue === null || until <= legalDue) return [];
  if (!isOverdue(readings.national) && listed !== true) return [];
  const { pause, since } = waitingFor;
  if (pause === 'taxDetermination') {
    const forwarding = state.forwardings.find((one) => one.at === since);
    const fact = { kind: 'waitedForTax', who: forwarding?.to ?? '' } as const;
    return [stretchFrom(handling, legalDue, { cause: 'waitingTax', fact, actionId: forwarding?.actionId ?? null })];
  }
  const what = pause === 'payment' ? 'payment' : 'supplement';
  const acts =
    what === 'payment'
      ? state.obligations.map((notice) => ({ at: notice.at, actionId: notice.actionId }))
      : state.supplements.map((request) => ({ at: request.requestedAt, actionId: request.actionId }));
  const actionId = acts.find((act) => act.at === since)?.actionId ?? null;
  const fact = { kind: 'waitedForCitizen', what } as const;
  return [stretchFrom(handling, legalDue, { cause: 'waitingCitizen', fact, actionId })];
}

/** In time by the slip, late by the catalogue in force; or the calendar changed and the portal kept the slip's date. */
function explainCatalogue(handling: HandlingCase): readonly LateStretch[] {
  const { dates, until } = handling;
  const catalogue = findCatalogueDate(handling);
  if (catalogue !== null && catalogue.due < until && dates.waitingFor === null) {
    return [stretchFrom(handling, catalogue.due, { cause: 'catalogue', fact: catalogue.fact })];
  }
  const [only, more] = dates.moves;
  if (only?.cause !== 'calendar' || more !== undefined || only.from === null || only.from >= until) return [];
  return [stretchFrom(handling, only.from, { cause: 'catalogue', fact: { kind: 'calendarChanged' } })];
}

/** What the national count says whatever the times. */
function explainCount(handling: HandlingCase): readonly LateStretch[] {
  const { readings, state, receivedAt } = handling;
  if (!isOverdue(readings.national)) return [];
  if (readings.nationalReasons.includes('secondSupplement')) {
    const [, second] = state.supplements.filter(({ requestedAt }) => requestedAt >= receivedAt);
    const blame = { cause: 'secondSupplement', fact: { kind: 'secondRequest' }, actionId: second?.actionId } as const;
    return [stretchFrom(handling, second?.requestedAt ?? receivedAt, { ...blame, actionId: second?.actionId ?? null })];
  }
  if (!readings.nationalReasons.includes('noDueDate')) return [];
  return [stretchFrom(handling, receivedAt, { cause: 'catalogue', fact: { kind: 'noDateGiven' } })];
}

/** Only the portal's list says it is overdue. */
function explainListed(handling: HandlingCase): readonly LateStretch[] {
  if (handling.listed !== true) return [];
  const { dates, receivedAt, until } = handling;
  const from = Math.min(dates.legalDue ?? receivedAt, until);
  if (isProcedureUnknown(handling)) {
    const actionId = handling.state.reception?.actionId ?? null;
    return [stretchFrom(handling, from, { cause: 'catalogue', fact: { kind: 'unknownProcedure' }, actionId })];
  }
  const doubted = [findReceptionEntry(handling), findEndEntry(handling)].find((entry) => entry && isTimeDoubted(entry));
  if (doubted) {
    const { id, kind } = doubted.action;
    return [stretchFrom(handling, from, { cause: 'clock', fact: { kind: 'clockDoubt', actKind: kind }, actionId: id })];
  }
  return [stretchFrom(handling, from, { cause: 'unknown', fact: { kind: 'onlyListed' } })];
}

/**
 * Why a dossier that is in time by law is, or was, overdue in the province's books or in the national count. Empty when it
 * never was.
 */
export function explainRecordLateness(handling: HandlingCase): readonly LateStretch[] {
  const found = [
    ...explainEnd(handling),
    ...explainPauses(handling),
    ...explainWaiting(handling),
    ...explainCatalogue(handling),
    ...explainCount(handling),
  ];
  return found.length > 0 ? found : explainListed(handling);
}
