import { assertNever } from '../base/result';
import { formatDay, formatInstant, toLocalDay, toLocalTime, type Instant } from '../base/time';
import type { AcceptanceState } from '../domain/acceptance-clock';
import type { Appointment, TraceStep } from '../domain/appointment-schema';
import type { SlipDate } from '../domain/legal-dates';
import type { LegalStep } from '../domain/legal-steps';
import type { NationalReason, Punctuality } from '../domain/on-time';
import type { PauseKind } from '../domain/pause-rule';
import type { TimeLimit } from '../domain/procedure-limit';
import type { SimulatedMove } from '../domain/simulate-change';
import type { Message, TextKey } from './message';

const MINUTES_PER_HOUR = 60;

function message(key: TextKey): Message {
  return { key };
}

function describeNamedDay(step: Extract<TraceStep, { kind: 'daySkipped' | 'swappedWorkingDay' }>): Message {
  const { decisionNo } = step;
  const decision: Message | string =
    decisionNo === undefined ? '' : { key: 'deadlines.trace.byDecision', values: { decisionNo } };
  return {
    key: `deadlines.trace.${step.kind}`,
    values: {
      day: formatDay(step.day),
      name: step.name,
      decision,
      provisional: step.provisional ? message('deadlines.trace.provisional') : '',
    },
  };
}

/** One step of how a promised date was found. */
export function describeTraceStep(step: TraceStep): Message {
  switch (step.kind) {
    case 'received':
    case 'due':
      return { key: `deadlines.trace.${step.kind}`, values: { at: formatInstant(step.at) } };
    case 'movedToOpening':
      return {
        key: `deadlines.trace.movedToOpening.${step.why}`,
        values: { from: formatInstant(step.from), to: formatInstant(step.to) },
      };
    case 'limit':
      return {
        key: `deadlines.trace.limit.${step.limit.unit}`,
        values: 'amount' in step.limit ? { amount: step.limit.amount } : {},
      };
    case 'afterCutoff':
      return { key: 'deadlines.trace.afterCutoff', values: { cutoff: step.cutoff, day: formatDay(step.day) } };
    case 'dayCounted':
      return { key: 'deadlines.trace.dayCounted', values: { day: formatDay(step.day), count: step.count } };
    case 'daySkipped':
    case 'swappedWorkingDay':
      return describeNamedDay(step);
    case 'yearMissing':
      return { key: 'deadlines.trace.yearMissing', values: { year: step.year } };
    case 'posting': {
      const { days, law } = step;
      return { key: 'deadlines.trace.posting', values: { days, until: formatInstant(step.until), law } };
    }
    case 'monthShortened':
      return { key: 'deadlines.trace.monthShortened', values: { day: formatDay(step.day) } };
    case 'dueTime':
      return { key: `deadlines.trace.dueTime.${step.rule}`, values: { from: formatInstant(step.from) } };
    case 'endMoved':
      return { key: 'deadlines.trace.endMoved', values: { from: formatDay(step.from), to: formatDay(step.to) } };
    case 'noAppointment':
      return { key: 'deadlines.trace.noAppointment' };
    default:
      return assertNever(step, 'describeTraceStep');
  }
}

/** How the first day of a limit counts: the day of the start is never the first of the count. */
function describeStart(limit: TimeLimit, startsAt: Instant): Message[] {
  const day = formatDay(toLocalDay(startsAt));
  if (limit.unit === 'calendarDays') return [{ key: 'deadlines.trace.startDay.calendarDays', values: { day } }];
  if (limit.unit !== 'workingDays') return [];
  return [{ key: 'deadlines.trace.startDay.workingDays', values: { day, time: toLocalTime(startsAt) } }];
}

/** Days skipped before the start stand behind the reason that skips them. */
function inDayOrder(trace: readonly TraceStep[]): readonly TraceStep[] {
  const moveAt = trace.findIndex((step) => step.kind === 'movedToOpening');
  const skipped = trace.filter((step, index) => index < moveAt && step.kind === 'daySkipped');
  const before = trace.filter((step, index) => index <= moveAt && step.kind !== 'daySkipped');
  return [...before, ...skipped, ...trace.slice(moveAt + 1)];
}

/**
 * The whole explanation of an appointment, in the order of the days. What a stored trace implies but does not spell out
 * (which day is not counted, and why) is said here, so that traces of earlier versions are explained as well.
 */
export function describeAppointmentTrace({ trace }: Pick<Appointment, 'trace'>): Message[] {
  const move = trace.find((step) => step.kind === 'movedToOpening');
  const received = trace.find((step) => step.kind === 'received');
  const startsAt = move?.to ?? received?.at;
  return inDayOrder(trace).flatMap((step) => {
    const said = describeTraceStep(step);
    return step.kind === 'limit' && startsAt !== undefined ? [said, ...describeStart(step.limit, startsAt)] : [said];
  });
}

/** What is waited for while the limit stands still. */
export function pauseText(pause: PauseKind): Message {
  return { key: `deadlines.pause.${pause}` };
}

function describePaused(step: Extract<LegalStep, { kind: 'paused' }>): Message {
  return {
    key: 'deadlines.trace.paused',
    values: {
      what: pauseText(step.pause),
      from: formatInstant(step.from),
      to: formatInstant(step.to),
      law: step.law,
      provisional: step.provisional ? message('deadlines.trace.rulesUnconfirmed') : '',
    },
  };
}

function instantText(at: Instant | null): Message | string {
  return at === null ? message('deadlines.simulated.noDate') : formatInstant(at);
}

function describeMoved({ from, to }: Extract<LegalStep, { kind: 'dueMoved' }>): Message {
  if (from === null) return { key: 'deadlines.trace.dueSet', values: { to: instantText(to) } };
  return { key: 'deadlines.trace.dueMoved', values: { from: instantText(from), to: instantText(to) } };
}

/** One step of how the date in force was found, pauses and moves included. */
export function describeLegalStep(step: LegalStep): Message {
  switch (step.kind) {
    case 'beforeReception':
    case 'countedAnew':
    case 'duePassed':
    case 'notBeforeResuming':
    case 'secondStage':
    case 'newPromise':
      return { key: `deadlines.trace.${step.kind}`, values: { at: formatInstant(step.at) } };
    case 'laterThanSlip':
    case 'slipKept':
      return {
        key: `deadlines.trace.${step.kind}`,
        values: { slip: formatInstant(step.slip), counted: formatInstant(step.counted) },
      };
    case 'paused':
      return describePaused(step);
    case 'workingTimeAdded': {
      const hours = Math.floor(step.minutes / MINUTES_PER_HOUR);
      return {
        key: 'deadlines.trace.workingTimeAdded',
        values: { hours, minutes: step.minutes - hours * MINUTES_PER_HOUR },
      };
    }
    case 'calendarDaysAdded':
      return { key: 'deadlines.trace.calendarDaysAdded', values: { days: step.days } };
    case 'dueMoved':
      return describeMoved(step);
    case 'waiting':
      return {
        key: 'deadlines.trace.waiting',
        values: { what: pauseText(step.pause), since: formatInstant(step.since), law: step.law },
      };
    default:
      return describeTraceStep(step);
  }
}

/** What a slip says of the date: the promise, or that it is counted again after a payment; never a false date. */
export function slipDateText(slip: SlipDate): Message {
  switch (slip.kind) {
    case 'date': {
      const key = slip.redated ? 'deadlines.slip.redated' : 'deadlines.slip.date';
      return { key, values: { at: formatInstant(slip.at) } };
    }
    case 'recountedAfter':
      return { key: `deadlines.slip.recountedAfter.${slip.pause}` };
    case 'noDate':
    case 'notReceived':
      return { key: `deadlines.slip.${slip.kind}` };
    default:
      return assertNever(slip, 'slipDateText');
  }
}

/** Line of the slip on the second stage of a two-stage procedure. */
export function secondStageText(): Message {
  return { key: 'deadlines.slip.secondStage' };
}

/** Standing of a dossier in time, in the words of the reports. */
export function punctualityText(standing: Punctuality): Message {
  return { key: `deadlines.standing.${standing}` };
}

/** Why the national figure differs from the dates alone. */
export function nationalReasonText(reason: NationalReason): Message {
  return { key: `deadlines.nationalReason.${reason}` };
}

/** How an online submission stands against its acceptance clock. */
export function acceptanceText(state: AcceptanceState, due: Instant): Message {
  return { key: `deadlines.acceptance.${state}`, values: { at: formatInstant(due) } };
}

/** From what to what a dossier would move. */
export function simulatedMoveText(move: Pick<SimulatedMove, 'from' | 'to' | 'waitingFor'>): Message {
  const key = move.waitingFor === null ? 'deadlines.simulated.moved' : 'deadlines.simulated.movedWhileWaiting';
  return { key, values: { from: instantText(move.from), to: instantText(move.to) } };
}
