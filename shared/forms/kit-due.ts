import { fromLocal, type LocalDay } from '../base/time';
import { decideAppointment, promiseOf } from '../domain/appointment';
import { decideDeadlineRules, findPosting } from '../domain/deadline-rules';
import type { Reference } from '../domain/reference-package';
import type { Unit } from '../domain/unit';
import type { KitDue } from './paper-kit-slip';

/** As many as stand on one sheet. */
const ROWS = 25;
const RECEIVED_AT = '08:00';

/**
 * Due dates of the usual procedures (those officers have an abbreviation for) for somebody received at 08:00 of a day at the
 * counter, in the first case of each. Provisional: a case with another limit has another date.
 */
export function listKitDue(reference: Reference, unit: Unit, day: LocalDay): readonly KitDue[] {
  const usual = [...reference.procedures.values()].filter(({ abbreviations }) => abbreviations.length > 0);
  return usual.slice(0, ROWS).flatMap((procedure): KitDue[] => {
    const [procedureCase] = procedure.cases;
    if (procedureCase === undefined) return [];
    const rules = decideDeadlineRules(reference, { procedure, procedureCase, channel: 'counter', unit });
    const { calendar, limit } = rules;
    const receivedAt = fromLocal(day, RECEIVED_AT);
    const { legalDue } = decideAppointment({ limit, receivedAt, calendar, rules, posting: findPosting(rules) });
    const papers = procedureCase.papers.filter(({ required }) => required).map(({ name }) => name);
    return [{ shortName: procedure.shortName, dueAt: promiseOf(legalDue), papers }];
  });
}
