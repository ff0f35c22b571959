import { toLocalDay, type Instant } from '../base/time';
import type { Appointment, TraceStep } from './appointment-schema';
import type { PauseRule } from './pause-rule';
import type { TimeLimit } from './procedure-limit';
import { embeddedRules } from './rule-set';
import { missingYearSteps, runTimeLimit, skipStep, type LimitRules } from './time-limit';
import {
  describeDay,
  findWorkingStart,
  type DayFacts,
  type MoveReason,
  type WorkingCalendar,
} from './working-calendar';
import { addDays, atTimeOfDay, timeOfDay } from './working-calendar-days';

const MINUTE_MS = 60_000;

/** Public posting that runs from the reception on. */
export type Posting = Extract<PauseRule, { kind: 'publicPosting' }>;

/** What an appointment follows from. Without `rules` the defaults inside the program hold. */
export interface AppointmentInput {
  readonly limit: TimeLimit;
  /** Legal time of reception; of an online submission the time of its acceptance. */
  readonly receivedAt: Instant;
  readonly calendar: WorkingCalendar;
  readonly rules?: LimitRules;
  /** Posting outside the limit that begins with the reception. */
  readonly posting?: Posting | undefined;
}

interface Start {
  readonly at: Instant;
  readonly why: MoveReason | null;
  readonly steps: readonly TraceStep[];
  readonly provisional: boolean;
}

/** Days off that lie between an instant and the start of the limit. */
function daysOffBetween(calendar: WorkingCalendar, from: Instant, startsAt: Instant): readonly DayFacts[] {
  const days: DayFacts[] = [];
  const last = toLocalDay(startsAt);
  for (let day = toLocalDay(from); day < last; day = addDays(day, 1)) {
    const facts = describeDay(calendar, day);
    if (!facts.works) days.push(facts);
  }
  return days;
}

/** Moves an instant to working time and says over which days. */
function startFrom(calendar: WorkingCalendar, from: Instant): Start {
  const { at, why } = findWorkingStart(calendar, from);
  const skipped = daysOffBetween(calendar, from, at);
  const steps = skipped.map(skipStep);
  if (why !== null) steps.push({ kind: 'movedToOpening', from, to: at, why });
  return { at, why, steps, provisional: skipped.some((facts) => facts.provisional) };
}

/** End of a posting that begins at an instant: the same hour, so many calendar days later. */
export function postingEnd(startsAt: Instant, days: number): Instant {
  return atTimeOfDay(addDays(toLocalDay(startsAt), days), timeOfDay(startsAt));
}

/** Where the limit begins: at the next working time, behind the posting when there is one. */
function decideStart({ receivedAt, calendar, posting }: AppointmentInput): Start {
  const first = startFrom(calendar, receivedAt);
  if (!posting) return first;
  const until = postingEnd(first.at, posting.days);
  const behind = startFrom(calendar, until);
  return {
    ...behind,
    steps: [...first.steps, { kind: 'posting', days: posting.days, until, law: posting.law }, ...behind.steps],
    provisional: first.provisional || behind.provisional || posting.provisional,
  };
}

/** The printed promise: the legal instant without its seconds, so never later than the law. */
export function promiseOf(legalDue: Instant | null): Instant | null {
  return legalDue === null ? null : Math.floor(legalDue / MINUTE_MS) * MINUTE_MS;
}

/**
 * Hẹn trả of a dossier received at `receivedAt` (legal time) under `limit`, with every step that led to it.
 * A reception outside working time starts at the next session. The unit's `dueTime` only ever moves the legal instant to a
 * later hour of the same day; the printed promise is that instant without its seconds: never earlier than the counted
 * hour, never later than the law.
 */
export function decideAppointment(input: AppointmentInput): Appointment {
  const { limit, receivedAt, calendar, rules = embeddedRules } = input;
  const start = decideStart(input);
  const run = runTimeLimit({ limit, startsAt: start.at, calendar, rules });
  const startDay = describeDay(calendar, toLocalDay(start.at));
  const told = new Set(run.steps.flatMap((step) => (step.kind === 'yearMissing' ? [step.year] : [])));
  const trace: TraceStep[] = [{ kind: 'received', at: receivedAt }, ...start.steps, { kind: 'limit', limit }];
  if (run.due !== null) trace.push(...missingYearSteps(startDay, told));
  trace.push(...run.steps);
  if (run.due !== null) trace.push({ kind: 'due', at: run.due });
  return {
    limit,
    startsAt: start.at,
    legalDue: run.due,
    promisedAt: promiseOf(run.due),
    trace,
    provisional: run.provisional || startDay.provisional || start.provisional,
  };
}
