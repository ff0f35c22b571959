import { toLocalDay, type Instant, type LocalDay } from '../base/time';
import { buildDeadlineHistory } from './deadline-history';
import { decideDeadlineRules, type DeadlineRules } from './deadline-rules';
import type { DossierState } from './dossier-shape';
import { decideLegalDates, type LegalDates } from './legal-dates';
import type { Reference } from './reference-package';

/** Rules by which the dates of received dossiers are counted. */
export interface DateRules {
  /** In force now: calendar and units, with closures decided since a reception. */
  readonly now: Reference;
  /** In force on a Vietnamese day; `undefined` when no package held here reaches so far back. */
  readonly onDay: (day: LocalDay) => Reference | undefined;
}

/** The dates of a dossier as lists, boards and counts use them. Instants; null where there is none. */
export interface DossierDates {
  /** The on-time test. While a pause lasts the date before it; without rules for the dossier the first one. */
  readonly legalDue: Instant | null;
  /** What the citizen may be told now: null while a pause lasts, since the date is counted anew after it. */
  readonly promisedAt: Instant | null;
  /** Start of the pause that runs by the rules of this procedure; null while the limit runs. */
  readonly pausedSince: Instant | null;
  /** Everything else, with the trace; null when this device holds no rules for the dossier. */
  readonly legal: LegalDates | null;
}

/**
 * Rules of a received dossier: procedure, case and pauses as on its day of reception, calendar and hours as now. Where the
 * day is out of reach those of now stand in. `undefined`: nothing received, or its procedure, case or unit is unknown here.
 */
export function findDeadlineRules(state: DossierState, rules: DateRules): DeadlineRules | undefined {
  const { receivedAt, procedureCode, caseId, channel, receivingUnitId } = state;
  if (receivedAt === null || procedureCode === null || channel === null) return undefined;
  const unit = rules.now.units.get(receivingUnitId ?? '');
  if (!unit) return undefined;
  for (const reference of [rules.onDay(toLocalDay(receivedAt)), rules.now]) {
    const procedure = reference?.procedures.get(procedureCode);
    const procedureCase = procedure?.cases.find((one) => one.id === caseId);
    if (!reference || !procedure || !procedureCase) continue;
    const source = { rules: reference.rules, calendar: rules.now.calendar };
    return decideDeadlineRules(source, { procedure, procedureCase, channel, unit });
  }
  return undefined;
}

function datesWithoutRules(state: DossierState): DossierDates {
  const { firstDue: legalDue, promisedAt, pausedSince } = state;
  return { legalDue, promisedAt: pausedSince === null ? promisedAt : null, pausedSince, legal: null };
}

/** A slip that was never re-dated says what it said at reception, to the minute. */
function findPromise(state: DossierState, { slip }: LegalDates): Instant | null {
  if (slip.kind !== 'date') return null;
  return slip.redated ? slip.at : (state.promisedAt ?? slip.at);
}

/** The dates of a dossier under the rules held here; `undefined` rules: none are known yet. */
export function decideDossierDates(state: DossierState, rules: DateRules | undefined): DossierDates {
  const found = rules && findDeadlineRules(state, rules);
  if (!found) return datesWithoutRules(state);
  const legal = decideLegalDates(buildDeadlineHistory(state), found);
  const { legalDue, waitingFor } = legal;
  return { legalDue, promisedAt: findPromise(state, legal), pausedSince: waitingFor?.since ?? null, legal };
}

/** Whether a pause has ended that no rule held here could count: the true date is later than the one shown. */
export function isDateUncounted(state: DossierState, dates: DossierDates): boolean {
  if (dates.legal !== null) return false;
  return (
    state.supplements.some((request) => request.receivedAt !== null) ||
    state.obligations.some((notice) => notice.fulfilled !== null)
  );
}
