import { err, ok, type Result } from '../base/result';
import { fromLocal, toLocalDay, type Instant, type LocalDay } from '../base/time';
import { embeddedActRules, type ActRules } from './act-rules';
import type { Action } from './actions/action';
import type { NotAllowedReason } from './not-allowed';
import type { Officer } from './officer';
import { can } from './permissions';

const DAY_MS = 86_400_000;

/** Times of an act and who typed it. */
export interface TimedAct {
  readonly actor: Officer;
  /** Device clock of the append. */
  readonly at: Instant;
  /** Legal time. */
  readonly happenedAt: Instant;
  readonly backEntry?: Action['backEntry'];
  /**
   * Working day before the day of `at`, by the calendar in force; back entries reach so far without the leader. Left out:
   * the weekday before, which is the same but around public holidays.
   */
  readonly previousWorkingDay?: LocalDay;
  /** Rules in force on the day of `at` (`findActRules`); absent: those inside the program. */
  readonly rules?: ActRules;
}

function weekdayBefore(day: LocalDay): LocalDay {
  let noon = fromLocal(day, '12:00') - DAY_MS;
  while (['Sat', 'Sun'].includes(new Date(noon).toUTCString().slice(0, 3))) noon -= DAY_MS;
  return toLocalDay(noon);
}

/** Legal time never lies in the future, and in the past only as a marked back entry: older ones need the leader. */
export function checkActTime(act: TimedAct): Result<null, NotAllowedReason> {
  if (act.happenedAt > act.at) return err({ kind: 'future' });
  if (act.happenedAt === act.at) return ok(null);
  if (!act.backEntry) return err({ kind: 'backEntryTooOld' });
  const earliest = act.previousWorkingDay ?? weekdayBefore(toLocalDay(act.at));
  const free = toLocalDay(act.happenedAt) >= earliest;
  const { sets } = act.rules ?? embeddedActRules;
  return free || can(act.actor.role, 'oldBackEntry', sets) ? ok(null) : err({ kind: 'backEntryTooOld' });
}
