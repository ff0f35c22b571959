import { toLocalDay, type Instant } from '../base/time';
import { decideAppointment } from './appointment';
import type { TraceStep } from './appointment-schema';
import { workingTimeBetween } from './deadline-clock';
import type { Pause } from './deadline-pauses';
import type { DeadlineRules } from './deadline-rules';
import type { DueMove, LegalStep } from './legal-steps';
import type { TimeLimit } from './procedure-limit';
import { runWorkingTime, skipStep } from './time-limit';
import { describeDay, settleInWorkingTime, type WorkingCalendar } from './working-calendar';
import { addDays, atTimeOfDay, timeOfDay, toDayNumber } from './working-calendar-days';

const MINUTE_MS = 60_000;

/** Where the counting stands between two pauses. */
export interface CountState {
  readonly due: Instant | null;
  /** Everything before this instant has been counted as running or as paused: overlapping pauses count once. */
  readonly coveredUntil: Instant;
  /** Limit of the present stage: what a restart counts anew. */
  readonly limit: TimeLimit;
  readonly stage: 1 | 2;
  readonly steps: readonly LegalStep[];
  readonly moves: readonly DueMove[];
  readonly provisional: boolean;
}

/** What one pause makes of the date. */
interface Effect {
  readonly due: Instant | null;
  readonly steps: readonly LegalStep[];
  readonly provisional: boolean;
}

/** What added time makes of a date there is. */
type AddedEffect = Effect & { readonly due: Instant };

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Unconfirmed days between two instants: the length of the pause rests on them. */
function provisionalDays(calendar: WorkingCalendar, { from, to }: Span): TraceStep[] {
  const steps: TraceStep[] = [];
  const last = toLocalDay(to);
  for (let day = toLocalDay(from); day <= last; day = addDays(day, 1)) {
    const facts = describeDay(calendar, day);
    if (facts.provisional && !facts.works) steps.push(skipStep(facts));
  }
  return steps;
}

/** The date moves by the working time of the pause, to the earliest instant that has it. */
function addWorkingTime(due: Instant, span: Span, calendar: WorkingCalendar): AddedEffect {
  const paused = workingTimeBetween(calendar, span.from, span.to);
  if (paused <= 0) return { due, steps: [], provisional: false };
  const unsure = provisionalDays(calendar, span);
  const run = runWorkingTime({ startsAt: due, calendar }, paused);
  const days = run.steps.filter((step) => step.kind !== 'dayCounted');
  return {
    due: run.due,
    steps: [...unsure, { kind: 'workingTimeAdded', minutes: Math.floor(paused / MINUTE_MS) }, ...days],
    provisional: run.provisional || unsure.length > 0,
  };
}

/** The date moves by the days between first and last day of the pause, keeps its hour, then goes on to working time. */
function addCalendarDays(due: Instant, span: Span, calendar: WorkingCalendar): AddedEffect {
  const days = toDayNumber(toLocalDay(span.to)) - toDayNumber(toLocalDay(span.from));
  if (days <= 0) return { due, steps: [], provisional: false };
  const end = addDays(toLocalDay(due), days);
  const moved = settleInWorkingTime(calendar, atTimeOfDay(end, timeOfDay(due)));
  const to = toLocalDay(moved);
  const skipped: TraceStep[] = [];
  for (let day = end; day < to; day = addDays(day, 1)) skipped.push(skipStep(describeDay(calendar, day)));
  if (end !== to) skipped.push({ kind: 'endMoved', from: end, to });
  const unsure = [end, to].some((day) => describeDay(calendar, day).provisional);
  return {
    due: moved,
    steps: [{ kind: 'calendarDaysAdded', days }, ...skipped],
    provisional: unsure || skipped.some((step) => 'provisional' in step && step.provisional),
  };
}

/** The whole limit from an instant on. */
function countAnew(limit: TimeLimit, at: Instant, rules: DeadlineRules): Effect {
  const { legalDue, trace, provisional } = decideAppointment({
    limit,
    receivedAt: at,
    calendar: rules.calendar,
    rules,
  });
  return { due: legalDue, steps: trace.filter((step) => step.kind !== 'received' && step.kind !== 'due'), provisional };
}

/**
 * Nothing is due before the pause is over: with no working time left, or an earlier hour of the same day, the first working
 * instant after it is the date.
 */
function notBeforeResuming(effect: AddedEffect, to: Instant, calendar: WorkingCalendar): Effect {
  const at = settleInWorkingTime(calendar, to);
  if (effect.due >= at) return effect;
  return { ...effect, due: at, steps: [...effect.steps, { kind: 'notBeforeResuming', at }] };
}

/** A pause that is over, where the counting stands, and the rules it is counted under. */
interface Counting {
  readonly state: CountState;
  readonly pause: Pause;
  readonly to: Instant;
  readonly rules: DeadlineRules;
}

function shift({ state, pause, to, rules }: Counting): Effect {
  if (state.due === null) return { due: null, steps: [], provisional: false };
  const span = { from: Math.max(pause.from, state.coveredUntil), to };
  // A date that was missed before is not moved by what came after it: late stays late, by the day it was late.
  if (span.from > state.due) {
    return { due: state.due, steps: [{ kind: 'duePassed', at: state.due }], provisional: false };
  }
  // A same-day limit is no amount of working time: what comes back is due the same day, or the next after the cut-off.
  if (pause.completed && state.limit.unit === 'sameDay') {
    const run = countAnew(state.limit, to, rules);
    return {
      ...run,
      due: Math.max(state.due, run.due ?? state.due),
      steps: [{ kind: 'countedAnew', at: to }, ...run.steps],
    };
  }
  // Working time added to a limit of calendar days would make it end earlier when a holiday falls into the pause.
  const inCalendarTime = state.limit.unit === 'calendarDays' || state.limit.unit === 'months';
  const byDays = inCalendarTime || pause.rule.mode === 'addCalendarDays';
  const add = byDays ? addCalendarDays : addWorkingTime;
  return notBeforeResuming(add(state.due, span, rules.calendar), to, rules.calendar);
}

/**
 * A fulfilled obligation opens the second stage; a completed pause in restart mode counts the limit anew. A pause that ended
 * with the handling itself has nothing to count from: time just stood still.
 */
function decideEffect(counting: Counting): Effect & Partial<Pick<CountState, 'limit' | 'stage'>> {
  const { state, pause, to, rules } = counting;
  const at = Math.max(to, state.coveredUntil);
  if (pause.completed && pause.rule.kind === 'payment' && rules.secondStage !== null) {
    const run = countAnew(rules.secondStage, at, rules);
    return { ...run, steps: [{ kind: 'secondStage', at }, ...run.steps], limit: rules.secondStage, stage: 2 };
  }
  if (pause.completed && pause.rule.mode === 'restart') {
    const run = countAnew(state.limit, at, rules);
    return { ...run, steps: [{ kind: 'countedAnew', at }, ...run.steps] };
  }
  return shift(counting);
}

/** Counts one pause, in order of their starts. A pause that lasts moves nothing yet. */
export function countPause(state: CountState, pause: Pause, rules: DeadlineRules): CountState {
  const { rule, from, to } = pause;
  if (to === null) return state;
  const effect = decideEffect({ state, pause, to, rules });
  const moved = effect.due !== state.due;
  const { law, provisional, kind } = rule;
  const steps: LegalStep[] = [
    ...state.steps,
    { kind: 'paused', pause: kind, from, to, law, provisional },
    ...effect.steps,
  ];
  if (moved) steps.push({ kind: 'dueMoved', from: state.due, to: effect.due });
  return {
    due: effect.due,
    coveredUntil: Math.max(state.coveredUntil, to),
    limit: effect.limit ?? state.limit,
    stage: effect.stage ?? state.stage,
    steps,
    moves: moved ? [...state.moves, { cause: kind, from: state.due, to: effect.due }] : state.moves,
    provisional: state.provisional || effect.provisional || (moved && provisional),
  };
}
