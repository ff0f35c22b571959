import { formatDay, toLocalDay, type Instant } from '../base/time';
import { dueState, remainingWorkMinutes } from '../domain/deadline-clock';
import type { NationalStatus } from '../domain/national-status';
import type { WorkingCalendar } from '../domain/working-calendar';
import type { Message } from './message';

/** What worklists and the case view know of a dossier's time. Instants; null where there is none. */
export interface TimedDossier {
  readonly status: NationalStatus;
  readonly isOpen: boolean;
  readonly submittedAt: Instant | null;
  readonly legalDue: Instant | null;
  readonly pausedSince: Instant | null;
  readonly endedAt: Instant | null;
}

/** A sentence and how much it should catch the eye: `warn` and `danger` only when somebody has to act. */
export interface TonedMessage {
  readonly tone: 'neutral' | 'warn' | 'danger';
  readonly message: Message;
}

const MINUTES_PER_HOUR = 60;
/** Time limits are converted nationally at 8 working hours a day (domain notes §5). */
const MINUTES_PER_DAY = 480;
/** An online submission is checked within 8 working hours (NĐ 45/2020; field knowledge, not verified). */
const ACCEPT_WITHIN_MINUTES = 480;
/** From here on hours beside days say nothing useful. */
const LONG_DAYS = 3;

/** Working time in words, rounded down: minutes below an hour, hours below a day. `minutes` ≥ 0, whole. */
export function workTimeText(minutes: number): Message {
  if (minutes < MINUTES_PER_HOUR) return { key: 'dossiers.left.minutes', values: { count: minutes } };
  if (minutes < MINUTES_PER_DAY) {
    return { key: 'dossiers.left.hours', values: { count: Math.floor(minutes / MINUTES_PER_HOUR) } };
  }
  const days = Math.floor(minutes / MINUTES_PER_DAY);
  const hours = Math.floor((minutes % MINUTES_PER_DAY) / MINUTES_PER_HOUR);
  return days < LONG_DAYS && hours > 0
    ? { key: 'dossiers.left.daysHours', values: { days, hours } }
    : { key: 'dossiers.left.days', values: { count: days } };
}

function timed(key: 'remaining' | 'overdue' | 'late' | 'acceptWithin' | 'acceptOverdue', minutes: number): Message {
  return { key: `dossiers.left.${key}`, values: { time: workTimeText(minutes) } };
}

/** Working time until `due` ("còn 5 giờ làm việc") or since it ("quá hạn 2 giờ làm việc"). Null: no limit. */
export function describeTimeLeft(calendar: WorkingCalendar, now: Instant, due: Instant | null): TonedMessage {
  const state = dueState({ calendar, now, due });
  if (due === null || state === 'none') return { tone: 'neutral', message: { key: 'dossiers.left.none' } };
  const left = remainingWorkMinutes(calendar, now, due);
  if (state === 'overdue') {
    return { tone: 'danger', message: left === 0 ? { key: 'dossiers.left.justOverdue' } : timed('overdue', -left) };
  }
  const message: Message = left === 0 ? { key: 'dossiers.left.dueNow' } : timed('remaining', left);
  return { tone: state === 'dueSoon' ? 'warn' : 'neutral', message };
}

function describeAcceptance(calendar: WorkingCalendar, now: Instant, submittedAt: Instant): TonedMessage {
  const left = ACCEPT_WITHIN_MINUTES - remainingWorkMinutes(calendar, submittedAt, now);
  if (left < 0) return { tone: 'danger', message: timed('acceptOverdue', -left) };
  return { tone: left <= ACCEPT_WITHIN_MINUTES / 2 ? 'warn' : 'neutral', message: timed('acceptWithin', left) };
}

function describeEnd(calendar: WorkingCalendar, endedAt: Instant, due: Instant | null): TonedMessage {
  if (due === null || endedAt <= due) return { tone: 'neutral', message: { key: 'dossiers.left.onTime' } };
  return { tone: 'neutral', message: timed('late', Math.max(0, -remainingWorkMinutes(calendar, endedAt, due))) };
}

/**
 * How a dossier stands in time, in one short sentence: working time left, pause, or how it ended. A submission of the
 * portal counts down to its acceptance. A refused or withdrawn dossier
 * has no test to pass.
 */
export function describeDeadline(dossier: TimedDossier, calendar: WorkingCalendar, now: Instant): TonedMessage {
  if (dossier.status === 1 && dossier.submittedAt !== null) {
    return describeAcceptance(calendar, now, dossier.submittedAt);
  }
  if (dossier.status === 9 || dossier.status === 10) {
    return describeEnd(calendar, dossier.endedAt ?? now, dossier.legalDue);
  }
  if (!dossier.isOpen) return { tone: 'neutral', message: { key: 'dossiers.left.ended' } };
  if (dossier.pausedSince !== null) {
    const day = formatDay(toLocalDay(dossier.pausedSince));
    return { tone: 'neutral', message: { key: 'dossiers.left.paused', values: { day } } };
  }
  return describeTimeLeft(calendar, now, dossier.legalDue);
}

/** What the province has of a dossier: `waiting` acts without a receipt, `openIssues` somebody must look at. */
export function describeSyncMark(dossier: { readonly waiting: number; readonly openIssues: number }): TonedMessage {
  if (dossier.openIssues > 0) return { tone: 'warn', message: { key: 'dossiers.syncMark.review' } };
  if (dossier.waiting > 1) {
    return { tone: 'neutral', message: { key: 'dossiers.syncMark.waitingCount', values: { count: dossier.waiting } } };
  }
  return {
    tone: 'neutral',
    message: { key: dossier.waiting === 1 ? 'dossiers.syncMark.waiting' : 'dossiers.syncMark.accepted' },
  };
}
