import type { Instant } from '../base/time';
import type { CalendarEntry } from './calendar-rows';
import type { DeadlineHistory } from './deadline-history';
import type { DeadlineRules } from './deadline-rules';
import { decideLegalDates, type LegalDates } from './legal-dates';
import type { LegalStep } from './legal-steps';
import type { TimeLimit } from './procedure-limit';
import { withDayOff, type WorkingCalendar } from './working-calendar';

/** A dossier to be looked at, with the rules it stands under now. */
export interface SimulatedDossier {
  readonly id: string;
  readonly history: DeadlineHistory;
  readonly rules: DeadlineRules;
}

/** A planned change of calendar or rules: the rules of a dossier before it → after it. */
export type RuleChange = (rules: DeadlineRules) => DeadlineRules;

/** A dossier whose date moves. Instants; null where there is no date. */
export interface SimulatedMove {
  readonly id: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** The limit stands still now: the new date shows only after the pause. */
  readonly waitingFor: LegalDates['waitingFor'];
  /** Why the new date is what it is. */
  readonly trace: readonly LegalStep[];
  readonly provisional: boolean;
}

/** Answer of a simulation: how many open dossiers were looked at, and which move. */
export interface Simulation {
  readonly checked: number;
  readonly moved: readonly SimulatedMove[];
}

/** Days off added to the calendar; dossiers of one unit keep sharing one calendar. */
export function planDaysOff(entries: readonly CalendarEntry[]): RuleChange {
  const known = new Map<WorkingCalendar, WorkingCalendar>();
  return (rules) => {
    const changed = known.get(rules.calendar) ?? entries.reduce(withDayOff, rules.calendar);
    known.set(rules.calendar, changed);
    return { ...rules, calendar: changed };
  };
}

function sameLimit(a: TimeLimit, b: TimeLimit): boolean {
  return a.unit === b.unit && ('amount' in a ? a.amount : 0) === ('amount' in b ? b.amount : 0);
}

/** A dossier keeps the limit it was received under, unless the change is one of the limit itself. */
function changedHistory(history: DeadlineHistory, before: DeadlineRules, after: DeadlineRules): DeadlineHistory {
  return sameLimit(before.limit, after.limit) ? history : { ...history, limit: after.limit };
}

/**
 * Which open dossiers would move under a change of calendar or rules, from what to what. Nothing is changed: the slip's
 * promise never gets earlier, so a change that only takes days off away from the calendar moves nobody.
 */
export function simulateChange(dossiers: readonly SimulatedDossier[], change: RuleChange): Simulation {
  const open = dossiers.filter(({ history }) => history.receivedAt !== null && history.end === null);
  const moved = open.flatMap(({ id, history, rules }): SimulatedMove[] => {
    const after = change(rules);
    const from = decideLegalDates(history, rules).legalDue;
    const next = decideLegalDates(changedHistory(history, rules, after), after);
    if (next.legalDue === from) return [];
    const { legalDue: to, waitingFor, trace, provisional } = next;
    return [{ id, from, to, waitingFor, trace, provisional }];
  });
  return { checked: open.length, moved };
}
