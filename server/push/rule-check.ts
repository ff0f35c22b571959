import { err, ok, type Result } from '../../shared/base/result';
import { toLocalDay, type LocalDay } from '../../shared/base/time';
import type { ActRules } from '../../shared/domain/act-rules';
import type { TimedAct } from '../../shared/domain/act-time';
import type { KnownAction } from '../../shared/domain/actions/action';
import type { NotAllowedReason } from '../../shared/domain/not-allowed';
import type { Officer } from '../../shared/domain/officer';
import { describeDay, type WorkingCalendar } from '../../shared/domain/working-calendar';
import { addDays } from '../../shared/domain/working-calendar-days';

/** The rules' answer on an act. */
export type RuleCheck = Result<null, NotAllowedReason>;

function findPreviousWorkingDay(calendar: WorkingCalendar, day: LocalDay): LocalDay {
  let before = addDays(day, -1);
  while (!describeDay(calendar, before).works) before = addDays(before, -1);
  return before;
}

/** What an act is judged by: days worked, and the rules in force on the day it was typed. */
export interface Judging {
  readonly calendar: WorkingCalendar;
  readonly rules: ActRules;
}

/** Whose act it is and when, in the form the rules of shared/domain ask for. */
export function toTimedAct(action: KnownAction, actor: Officer, { calendar, rules }: Judging): TimedAct {
  const { at, happenedAt, backEntry } = action;
  // Only a back entry is measured against it; walking the calendar for every act would be wasted.
  if (!backEntry) return { actor, at, happenedAt, rules };
  return {
    actor,
    at,
    happenedAt,
    rules,
    backEntry,
    previousWorkingDay: findPreviousWorkingDay(calendar, toLocalDay(at)),
  };
}

/**
 * Asks the rules for each of those who may have acted; one yes is enough. An act that came before its reception is no
 * fault: it is kept and seen again when the reception arrives, never refused for the order of arrival. Nobody to ask means
 * that the delegation it names is registered nowhere.
 */
export function checkForAny(actors: readonly Officer[], check: (actor: Officer) => RuleCheck): RuleCheck {
  let first: RuleCheck | undefined;
  for (const actor of actors) {
    const result = check(actor);
    if (result.ok || result.error.kind === 'unknownDossier') return ok(null);
    first ??= result;
  }
  return first ?? err({ kind: 'delegation', why: 'missing' });
}
