import { assertNever } from '../base/result';
import { toLocalDay, type Instant, type LocalDay } from '../base/time';
import type { TraceStep } from './appointment-schema';
import type { TimeLimit } from './procedure';
import {
  closingOf,
  describeDay,
  findWorkingStart,
  nextWorkingDay,
  type DayFacts,
  type WorkingCalendar,
} from './working-calendar';
import { addDays, atTimeOfDay, timeOfDay } from './working-calendar-days';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** "Sau 15 giờ" (NĐ 23/2015/NĐ-CP): received later than this, a same-day result is due the next working day. */
const CUTOFF = { text: '15:00', minute: 15 * 60 } as const;

/** Where a limit ends and how it got there. `due` is null when there is no limit. */
export interface LimitRun {
  readonly due: Instant | null;
  readonly steps: readonly TraceStep[];
  readonly provisional: boolean;
}

/** A limit that starts to run at an instant of working time. */
export interface LimitStart {
  readonly limit: TimeLimit;
  readonly startsAt: Instant;
  readonly calendar: WorkingCalendar;
}

interface Walk {
  readonly day: LocalDay;
  readonly days: readonly DayFacts[];
  readonly steps: readonly TraceStep[];
}

/** The step that says why a day does not count. */
export function skipStep(facts: DayFacts): TraceStep {
  return { kind: 'daySkipped', day: facts.day, name: facts.name, provisional: facts.provisional };
}

function countSteps(facts: DayFacts, count: number): TraceStep[] {
  const counted: TraceStep = { kind: 'dayCounted', day: facts.day, count };
  if (!facts.swapped) return [counted];
  return [{ kind: 'swappedWorkingDay', day: facts.day, name: facts.name, provisional: facts.provisional }, counted];
}

/** Goes on day by day until `amount` working days after `from` are counted. */
function walkWorkingDays(calendar: WorkingCalendar, from: LocalDay, amount: number): Walk {
  const days: DayFacts[] = [];
  const steps: TraceStep[] = [];
  let day = from;
  for (let count = 0; count < amount;) {
    day = addDays(day, 1);
    const facts = describeDay(calendar, day);
    days.push(facts);
    if (facts.works) count += 1;
    steps.push(...(facts.works ? countSteps(facts, count) : [skipStep(facts)]));
  }
  return { day, days, steps };
}

function isProvisional(days: readonly DayFacts[]): boolean {
  return days.some((facts) => facts.provisional);
}

/** Days keep the hour of the start: received 09:10 on Monday, three working days end on Thursday at 09:10. */
function runWorkingDays({ startsAt, calendar }: LimitStart, amount: number): LimitRun {
  const walk = walkWorkingDays(calendar, toLocalDay(startsAt), amount);
  const due = atTimeOfDay(walk.day, timeOfDay(startsAt));
  return { due, steps: walk.steps, provisional: isProvisional(walk.days) };
}

/** Hours end at the earliest instant: a limit used up at the end of a session ends there, not at the next opening. */
function runWorkingHours({ startsAt, calendar }: LimitStart, amount: number): LimitRun {
  const days: DayFacts[] = [];
  const steps: TraceStep[] = [];
  let left = amount * HOUR_MS;
  let from = timeOfDay(startsAt);
  for (let day = toLocalDay(startsAt), count = 0; ; day = addDays(day, 1), from = 0) {
    const facts = describeDay(calendar, day);
    days.push(facts);
    if (!facts.works) {
      steps.push(skipStep(facts));
      continue;
    }
    count += 1;
    steps.push(...countSteps(facts, count));
    for (const stretch of calendar.workingTime) {
      const begin = Math.max(from, stretch.from);
      const length = Math.max(0, stretch.to - begin);
      if (left <= length) return { due: atTimeOfDay(day, begin + left), steps, provisional: isProvisional(days) };
      left -= length;
    }
  }
}

/**
 * Calendar days count every day and keep the hour. An end on a day off moves to the first instant of working time after
 * it: keeping the hour there as well would let a dossier received later be due earlier.
 */
function runCalendarDays({ startsAt, calendar }: LimitStart, amount: number): LimitRun {
  const end = addDays(toLocalDay(startsAt), amount);
  const facts = describeDay(calendar, end);
  const steps: TraceStep[] = [{ kind: 'dayCounted', day: end, count: amount }];
  const due = findWorkingStart(calendar, atTimeOfDay(end, timeOfDay(startsAt))).at;
  if (facts.works) return { due, steps, provisional: facts.provisional };
  const walk = walkWorkingDays(calendar, end, 1);
  steps.push(skipStep(facts), ...walk.steps.filter((step) => step.kind === 'daySkipped'));
  steps.push({ kind: 'endMoved', from: end, to: walk.day });
  return { due, steps, provisional: isProvisional([facts, ...walk.days]) };
}

/** Same-day results promise the day: due at its closing. 15:00 sharp still counts as before, seconds are not asked for. */
function runSameDay({ startsAt, calendar }: LimitStart): LimitRun {
  const day = toLocalDay(startsAt);
  if (Math.floor(timeOfDay(startsAt) / MINUTE_MS) <= CUTOFF.minute) {
    const facts = describeDay(calendar, day);
    return { due: closingOf(calendar, day), steps: countSteps(facts, 1), provisional: facts.provisional };
  }
  const next = nextWorkingDay(calendar, day);
  const walk = walkWorkingDays(calendar, day, 1);
  const steps: TraceStep[] = [{ kind: 'afterCutoff', cutoff: CUTOFF.text, day: next }, ...walk.steps];
  return { due: closingOf(calendar, next), steps, provisional: isProvisional(walk.days) };
}

/** Runs a statutory limit from an instant of working time (see `findWorkingStart`) to its last lawful instant. */
export function runTimeLimit(start: LimitStart): LimitRun {
  const { limit } = start;
  switch (limit.unit) {
    case 'workingDays':
      return runWorkingDays(start, limit.amount);
    case 'workingHours':
      return runWorkingHours(start, limit.amount);
    case 'calendarDays':
      return runCalendarDays(start, limit.amount);
    case 'sameDay':
      return runSameDay(start);
    case 'none':
      return { due: null, steps: [{ kind: 'noAppointment' }], provisional: false };
    default:
      return assertNever(limit, 'runTimeLimit');
  }
}
