import { toLocalDay } from '../base/time';
import { decideAcceptanceDue } from '../domain/acceptance-clock';
import type { DeadlineRules } from '../domain/deadline-rules';
import { findDeadlineRules, type DateRules } from '../domain/dossier-dates';
import { buildUnitCalendar, type WorkingCalendar } from '../domain/working-calendar';
import type { FactRules } from './report-fact';

/**
 * Rules for the facts of many dossiers. Rules and calendars are put together once for each procedure, case, channel, unit
 * and day of reception: a year's dossiers share a few thousand of them.
 */
export function createFactRules(rules: DateRules): FactRules {
  const found = new Map<string, DeadlineRules | null>();
  const calendars = new Map<string, WorkingCalendar | null>();
  const calendarOf = (unitId: string): WorkingCalendar | null => {
    const known = calendars.get(unitId);
    if (known !== undefined) return known;
    const unit = rules.now.units.get(unitId);
    const calendar = unit ? buildUnitCalendar(rules.now.calendar, unit) : null;
    calendars.set(unitId, calendar);
    return calendar;
  };
  return {
    rulesOf: (state) => {
      const { procedureCode, caseId, channel, receivingUnitId, receivedAt } = state;
      const day = receivedAt === null ? '' : toLocalDay(receivedAt);
      const key = [procedureCode, caseId, channel, receivingUnitId, day].join('|');
      const known = found.get(key);
      if (known !== undefined) return known;
      const fresh = findDeadlineRules(state, rules) ?? null;
      found.set(key, fresh);
      return fresh;
    },
    acceptanceDueOf: (submittedAt, unitId) => {
      const calendar = calendarOf(unitId);
      return calendar === null ? null : decideAcceptanceDue(submittedAt, calendar, rules.now.rules).due;
    },
  };
}
