import { assertNever } from '../base/result';
import { toLocalDay, type Instant, type LocalDay, type LocalTime } from '../base/time';
import type { TraceStep } from './appointment-schema';
import type { TimeLimit } from './procedure-limit';
import type { RuleSet } from './rule-set';
import {
  closingOf,
  describeDay,
  nextWorkingDay,
  settleInWorkingTime,
  workingStretches,
  type DayFacts,
  type WorkingCalendar,
} from './working-calendar';
import { addDays, addMonths, atTimeOfDay, parseTime, timeOfDay } from './working-calendar-days';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** What of the rules the run of a limit depends on. */
export type LimitRules = Pick<RuleSet, 'sameDayCutoff' | 'dueTime'>;

/** Where a limit ends and how it got there. `due` is null when there is no limit. */
export interface LimitRun {
  readonly due: Instant | null;
  readonly steps: readonly TraceStep[];
  readonly provisional: boolean;
}

/** A run that surely ends. */
export type DueRun = LimitRun & { readonly due: Instant };

/** A limit that starts to run at an instant of working time. */
export interface LimitStart {
  readonly limit: TimeLimit;
  readonly startsAt: Instant;
  readonly calendar: WorkingCalendar;
  readonly rules: LimitRules;
}

/** The step that says why a day does not count, or why it does although it is a weekend day. */
function namedStep(kind: 'daySkipped' | 'swappedWorkingDay', facts: DayFacts): TraceStep {
  const { day, name, provisional, decisionNo } = facts;
  return { kind, day, name, provisional, ...(decisionNo === null ? {} : { decisionNo }) };
}

/** The step that says why a day does not count. */
export function skipStep(facts: DayFacts): TraceStep {
  return namedStep('daySkipped', facts);
}

function countSteps(facts: DayFacts, count: number): TraceStep[] {
  const counted: TraceStep = { kind: 'dayCounted', day: facts.day, count };
  return facts.swapped ? [namedStep('swappedWorkingDay', facts), counted] : [counted];
}

/** The step in front of the first day of a year whose days off are not loaded. */
export function missingYearSteps(facts: DayFacts, told: ReadonlySet<number>): TraceStep[] {
  const year = Number(facts.day.slice(0, 4));
  return facts.yearMissing && !told.has(year) ? [{ kind: 'yearMissing', year }] : [];
}

/** Collects days and steps of a run in order; each missing year is told once. */
function startWalk() {
  const days: DayFacts[] = [];
  const steps: TraceStep[] = [];
  const told = new Set<number>();
  const add = (facts: DayFacts, own: readonly TraceStep[]): void => {
    days.push(facts);
    const missing = missingYearSteps(facts, told);
    if (missing.length > 0) told.add(Number(facts.day.slice(0, 4)));
    steps.push(...missing, ...own);
  };
  const finish = (due: Instant): DueRun => ({ due, steps, provisional: days.some((facts) => facts.provisional) });
  return { add, finish, steps };
}

type DayWalk = ReturnType<typeof startWalk>;

/** Goes on day by day until `amount` working days after `from` are counted; gives the last of them. */
function walkWorkingDays(walk: DayWalk, start: Pick<LimitStart, 'calendar'> & { from: LocalDay }, amount: number) {
  let day = start.from;
  for (let count = 0; count < amount;) {
    day = addDays(day, 1);
    const facts = describeDay(start.calendar, day);
    if (facts.works) count += 1;
    walk.add(facts, facts.works ? countSteps(facts, count) : [skipStep(facts)]);
  }
  return day;
}

/**
 * The lawful instant on the last day of a limit counted in days or months: the kept hour, or later inside the same day
 * when the unit promises sessions or days.
 */
function applyDueTime(walk: DayWalk, { calendar, rules }: LimitStart, at: Instant): Instant {
  if (rules.dueTime === 'keepHour') return at;
  const day = toLocalDay(at);
  const time = timeOfDay(at);
  const session = workingStretches(calendar, day).find((part) => time <= part.to);
  const rounded = rules.dueTime === 'endOfSession' && session ? atTimeOfDay(day, session.to) : closingOf(calendar, day);
  if (rounded !== at) walk.steps.push({ kind: 'dueTime', rule: rules.dueTime, from: at });
  return rounded;
}

/** Tells that an end moved, with the days off it stepped over. */
function walkToSettled(walk: DayWalk, calendar: WorkingCalendar, at: Instant): Instant {
  const due = settleInWorkingTime(calendar, at);
  const from = toLocalDay(at);
  const to = toLocalDay(due);
  if (from === to) return due;
  const facts = describeDay(calendar, from);
  if (!facts.works) walk.steps.push(skipStep(facts));
  for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) {
    const skipped = describeDay(calendar, day);
    walk.add(skipped, [skipStep(skipped)]);
  }
  walk.add(describeDay(calendar, to), [{ kind: 'endMoved', from, to }]);
  return due;
}

/**
 * Days keep the hour of the start: received 09:10 on Monday, three working days end on Thursday at 09:10. On a half day
 * that is closed at that hour the end moves to the next working time.
 */
function runWorkingDays(start: LimitStart, amount: number): LimitRun {
  const walk = startWalk();
  const last = walkWorkingDays(walk, { calendar: start.calendar, from: toLocalDay(start.startsAt) }, amount);
  const kept = walkToSettled(walk, start.calendar, atTimeOfDay(last, timeOfDay(start.startsAt)));
  return walk.finish(applyDueTime(walk, start, kept));
}

/**
 * `amount` > 0 milliseconds of working time from `startsAt`. Ends at the
 * earliest instant: time used up at the end of a session ends there, not at the next opening.
 */
export function runWorkingTime(
  { startsAt, calendar }: Pick<LimitStart, 'startsAt' | 'calendar'>,
  amount: number,
): DueRun {
  const walk = startWalk();
  let left = amount;
  let from = timeOfDay(startsAt);
  for (let day = toLocalDay(startsAt), count = 0; ; day = addDays(day, 1), from = 0) {
    const facts = describeDay(calendar, day);
    if (facts.works) count += 1;
    walk.add(facts, facts.works ? countSteps(facts, count) : [skipStep(facts)]);
    for (const stretch of workingStretches(calendar, day)) {
      const begin = Math.max(from, stretch.from);
      const length = Math.max(0, stretch.to - begin);
      if (left <= length) return walk.finish(atTimeOfDay(day, begin + left));
      left -= length;
    }
  }
}

/**
 * Calendar days and months count every day and keep the hour. An end on a day off moves to the first instant of working
 * time after it: keeping the hour there as well would let a dossier received later be due earlier.
 */
function runCalendarTime(start: LimitStart, end: { readonly day: LocalDay; readonly count: number }): LimitRun {
  const walk = startWalk();
  const { calendar } = start;
  walk.add(describeDay(calendar, end.day), [{ kind: 'dayCounted', day: end.day, count: end.count }]);
  const kept = walkToSettled(walk, calendar, atTimeOfDay(end.day, timeOfDay(start.startsAt)));
  return walk.finish(applyDueTime(walk, start, kept));
}

/**
 * Months end on the same day of the month. In a shorter month they end with its last day, whatever the hour: the thirtieth
 * and the thirty-first both end there, and the later one may not be due earlier.
 */
function runMonths(start: LimitStart, amount: number): LimitRun {
  const end = addMonths(toLocalDay(start.startsAt), amount);
  if (!end.shortened) return runCalendarTime(start, { day: end.day, count: amount });
  const { calendar } = start;
  const walk = startWalk();
  const facts = describeDay(calendar, end.day);
  walk.add(facts, [{ kind: 'monthShortened', day: end.day }]);
  return walk.finish(
    facts.works ? closingOf(calendar, end.day) : walkToSettled(walk, calendar, atTimeOfDay(end.day, 0)),
  );
}

function isAfterCutoff(at: Instant, cutoff: LocalTime): boolean {
  return Math.floor(timeOfDay(at) / MINUTE_MS) > parseTime(cutoff) / MINUTE_MS;
}

/** Same-day results promise the day: due at its closing. The cut-off sharp still counts as before, seconds are not asked for. */
function runSameDay({ startsAt, calendar, rules }: LimitStart): LimitRun {
  const walk = startWalk();
  const day = toLocalDay(startsAt);
  if (!isAfterCutoff(startsAt, rules.sameDayCutoff)) {
    const facts = describeDay(calendar, day);
    walk.add(facts, countSteps(facts, 1));
    return walk.finish(closingOf(calendar, day));
  }
  walk.steps.push({ kind: 'afterCutoff', cutoff: rules.sameDayCutoff, day: nextWorkingDay(calendar, day) });
  return walk.finish(closingOf(calendar, walkWorkingDays(walk, { calendar, from: day }, 1)));
}

/** Runs a statutory limit from an instant of working time (see `findWorkingStart`) to its last lawful instant. */
export function runTimeLimit(start: LimitStart): LimitRun {
  const { limit } = start;
  switch (limit.unit) {
    case 'workingDays':
      return runWorkingDays(start, limit.amount);
    case 'workingHours':
      return runWorkingTime(start, limit.amount * HOUR_MS);
    case 'calendarDays':
      return runCalendarTime(start, { day: addDays(toLocalDay(start.startsAt), limit.amount), count: limit.amount });
    case 'months':
      return runMonths(start, limit.amount);
    case 'sameDay':
      return runSameDay(start);
    case 'none':
      return { due: null, steps: [{ kind: 'noAppointment' }], provisional: false };
    default:
      return assertNever(limit, 'runTimeLimit');
  }
}
