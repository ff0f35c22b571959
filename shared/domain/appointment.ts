import { toLocalDay, type Instant } from '../base/time';
import type { Appointment, TraceStep } from './appointment-schema';
import type { TimeLimit } from './procedure';
import { runTimeLimit, skipStep } from './time-limit';
import { describeDay, findWorkingStart, type DayFacts, type WorkingCalendar } from './working-calendar';
import { addDays } from './working-calendar-days';

const MINUTE_MS = 60_000;

/** Days off that lie between reception and the start of the limit. */
function daysOffBetween(calendar: WorkingCalendar, receivedAt: Instant, startsAt: Instant): readonly DayFacts[] {
  const days: DayFacts[] = [];
  const last = toLocalDay(startsAt);
  for (let day = toLocalDay(receivedAt); day < last; day = addDays(day, 1)) {
    const facts = describeDay(calendar, day);
    if (!facts.works) days.push(facts);
  }
  return days;
}

/**
 * Hẹn trả of a dossier received at `receivedAt` (legal time) under `limit`, with every step that led to it.
 * A reception outside working time starts at the next session. The printed promise is the legal instant without its
 * seconds, so it is never later than the law and shows what the slip can show.
 */
export function decideAppointment(input: {
  readonly limit: TimeLimit;
  readonly receivedAt: Instant;
  readonly calendar: WorkingCalendar;
}): Appointment {
  const { limit, receivedAt, calendar } = input;
  const start = findWorkingStart(calendar, receivedAt);
  const skipped = daysOffBetween(calendar, receivedAt, start.at);
  const run = runTimeLimit({ limit, startsAt: start.at, calendar });
  const trace: TraceStep[] = [{ kind: 'received', at: receivedAt }, ...skipped.map(skipStep)];
  if (start.why !== null) trace.push({ kind: 'movedToOpening', from: receivedAt, to: start.at, why: start.why });
  trace.push({ kind: 'limit', limit }, ...run.steps);
  if (run.due !== null) trace.push({ kind: 'due', at: run.due });
  const startDay = describeDay(calendar, toLocalDay(start.at));
  return {
    limit,
    startsAt: start.at,
    legalDue: run.due,
    promisedAt: run.due === null ? null : Math.floor(run.due / MINUTE_MS) * MINUTE_MS,
    trace,
    provisional: run.provisional || startDay.provisional || skipped.some((facts) => facts.provisional),
  };
}
