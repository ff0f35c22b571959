import { toLocalDay, type Instant } from '../base/time';
import { workingTimeBetween } from './deadline-clock';
import { cutHistory, type DeadlineHistory, type EndKind } from './deadline-history';
import type { DeadlineRules } from './deadline-rules';
import { decideLegalDates, type LegalDates } from './legal-dates';
import type { TimeLimit } from './procedure-limit';
import type { RuleSet } from './rule-set';
import { describeDay, type WorkingCalendar } from './working-calendar';
import { addDays, addMonths, toDayNumber } from './working-calendar-days';

/**
 * Standing of a dossier in time. Ended: `early` trước hạn, `onTime` đúng hạn, `late` quá hạn. Not ended: `running` trong hạn,
 * `overdue` quá hạn, `paused` (the time is not the office's). `notCounted`: never received, or no limit to hold.
 */
export type Punctuality = 'early' | 'onTime' | 'late' | 'running' | 'overdue' | 'paused' | 'notCounted';

/** Why the national figure says what it says, where it is not simply end against due date. */
export type NationalReason =
  /** A second supplement was asked for: counted as overdue whatever the dates (domain notes §5.3). */
  | 'secondSupplement'
  /** One supplement, never brought: the request counts as the end. */
  | 'unansweredSupplement'
  /** No NgayHenTra: duration less supplement time against the limit. */
  | 'noDueDate';

/** The same dossier under the law, and as the national index 2.1 counts it. */
export interface OnTimeReadings {
  readonly legal: Punctuality;
  readonly national: Punctuality;
  readonly nationalReasons: readonly NationalReason[];
  /** End that the national index takes: done, returned, stopped, withdrawn, refused, or the unanswered request. */
  readonly nationalEnd: { readonly at: Instant; readonly kind: EndKind | 'supplementRequest' } | null;
}

/** What is judged. `asOf`: now, or the end of the report period; what happened later is not looked at. */
export interface OnTimeInput {
  readonly history: DeadlineHistory;
  readonly rules: DeadlineRules;
  readonly asOf: Instant;
}

interface Judged extends OnTimeInput {
  readonly receivedAt: Instant;
  readonly dates: LegalDates;
}

/** Early, on time or late of an end, by the definition in the rule set (counter notes §2 (c)). */
export function judgeEnd(end: Instant, due: Instant, early: RuleSet['early']): 'early' | 'onTime' | 'late' {
  if (end > due) return 'late';
  const before = early === 'earlierDay' ? toLocalDay(end) < toLocalDay(due) : end < due;
  return before ? 'early' : 'onTime';
}

function judgeLegal({ history: { end }, dates: { legalDue, waitingFor }, rules, asOf }: Judged): Punctuality {
  if (legalDue === null) return 'notCounted';
  if (end) return judgeEnd(end.at, legalDue, rules.early);
  if (waitingFor) return waitingFor.since > legalDue ? 'overdue' : 'paused';
  return asOf > legalDue ? 'overdue' : 'running';
}

function supplementsAfter({ history, receivedAt }: Judged): DeadlineHistory['supplements'] {
  return history.supplements.filter(({ requestedAt }) => requestedAt >= receivedAt);
}

function findNationalEnd(judged: Judged): OnTimeReadings['nationalEnd'] {
  if (judged.history.end) return judged.history.end;
  const [only, second] = supplementsAfter(judged);
  if (!only || second || only.receivedAt !== null) return null;
  return { at: only.requestedAt, kind: 'supplementRequest' };
}

/** Working days after the first one, up to the day of the end. */
function workingDaysBetween(calendar: WorkingCalendar, from: Instant, to: Instant): number {
  let count = 0;
  const last = toLocalDay(to);
  for (let day = addDays(toLocalDay(from), 1); day <= last; day = addDays(day, 1)) {
    if (describeDay(calendar, day).works) count += 1;
  }
  return count;
}

interface DurationInput {
  readonly calendar: WorkingCalendar;
  readonly from: Instant;
  readonly to: Instant;
  readonly pauses: readonly { readonly from: Instant; readonly to: Instant }[];
}

/**
 * Whether a duration fits a limit, for dossiers without a due date: end − start − supplement time ≤ limit, counted in the
 * limit's own unit. Hours are exact; days count dates, as the slip would have promised them.
 */
function fitsLimit(limit: TimeLimit, duration: DurationInput): boolean | null {
  const { calendar, from, to, pauses } = duration;
  const less = (measure: (from: Instant, to: Instant) => number): number =>
    measure(from, to) - pauses.reduce((sum, pause) => sum + measure(pause.from, pause.to), 0);
  switch (limit.unit) {
    case 'workingHours':
      return less((a, b) => workingTimeBetween(calendar, a, b)) <= limit.amount * 3_600_000;
    case 'workingDays':
      return less((a, b) => workingDaysBetween(calendar, a, b)) <= limit.amount;
    case 'sameDay':
      return less((a, b) => workingDaysBetween(calendar, a, b)) <= 1;
    case 'calendarDays':
      return less(daysBetween) <= limit.amount;
    case 'months':
      return less(daysBetween) <= daysOf(toLocalDay(from), limit.amount);
    case 'none':
      return null;
  }
}

function daysBetween(from: Instant, to: Instant): number {
  return toDayNumber(toLocalDay(to)) - toDayNumber(toLocalDay(from));
}

function daysOf(day: string, months: number): number {
  return toDayNumber(addMonths(day, months).day) - toDayNumber(day);
}

function judgeWithoutDate(judged: Judged, end: Instant | null): Punctuality {
  const { history, rules, asOf, receivedAt } = judged;
  const to = end ?? asOf;
  const pauses = supplementsAfter(judged).map((request) => ({
    from: request.requestedAt,
    to: Math.min(request.receivedAt ?? to, to),
  }));
  const slipLimit = history.limit?.unit === 'none' ? null : history.limit;
  const fits = fitsLimit(slipLimit ?? rules.limit, { calendar: rules.calendar, from: receivedAt, to, pauses });
  if (fits === null) return 'notCounted';
  if (end === null) return fits ? 'running' : 'overdue';
  return fits ? 'onTime' : 'late';
}

/** NgayHenTra as the portal has it: none while the citizen never got a date. */
function sentDue({ history, dates }: Judged): Instant | null {
  return history.firstDue === null && dates.moves.length === 0 ? null : dates.legalDue;
}

function judgeNational(judged: Judged, end: Instant | null): Punctuality {
  const { rules, asOf } = judged;
  const due = sentDue(judged);
  if (supplementsAfter(judged).length > 1) return end === null ? 'overdue' : 'late';
  if (due === null) return judgeWithoutDate(judged, end);
  if (end !== null) return judgeEnd(end, due, rules.early);
  return asOf > due ? 'overdue' : 'running';
}

function findReasons(judged: Judged, end: OnTimeReadings['nationalEnd']): readonly NationalReason[] {
  const reasons: NationalReason[] = [];
  if (supplementsAfter(judged).length > 1) reasons.push('secondSupplement');
  if (end?.kind === 'supplementRequest') reasons.push('unansweredSupplement');
  if (sentDue(judged) === null) reasons.push('noDueDate');
  return reasons;
}

/**
 * The on-time test in both readings (national index 2.1, domain notes §5.4): on time ⇔ end ≤ NgayHenTra, where the end is the
 * first of done, returned, stopped/refused/withdrawn. Without NgayHenTra the duration less supplement time is held against
 * the limit; without an end `asOf` stands for it. Dossiers never received are not counted.
 */
export function readOnTime(input: OnTimeInput): OnTimeReadings {
  const history = cutHistory(input.history, input.asOf);
  const { receivedAt } = history;
  if (receivedAt === null) {
    return { legal: 'notCounted', national: 'notCounted', nationalReasons: [], nationalEnd: null };
  }
  const judged = { ...input, history, receivedAt, dates: decideLegalDates(history, input.rules) };
  const end = findNationalEnd(judged);
  return {
    legal: judgeLegal(judged),
    national: judgeNational(judged, end?.at ?? null),
    nationalReasons: findReasons(judged, end),
    nationalEnd: end,
  };
}
