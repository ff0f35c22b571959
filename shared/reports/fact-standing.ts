import type { Instant } from '../base/time';
import { cutHistory, type DeadlineHistory } from '../domain/deadline-history';
import { decideLegalDates } from '../domain/legal-dates';
import { judgeEnd, readOnTime, type Punctuality } from '../domain/on-time';
import type { ReportRules } from '../domain/report-rules';
import type { RuleSet } from '../domain/rule-set';
import type { PeriodBounds } from './report-period';
import type { ReportFact } from './report-fact';

/** What the judging of many dossiers has in common. */
export interface JudgeRules {
  /** When a result counts as early, where a dossier's own rules are not held here. */
  readonly early: RuleSet['early'];
  readonly endedWithoutResult: ReportRules['endedWithoutResult'];
  /** Names of entries no official text was read for; printed under the figures. */
  readonly provisional?: readonly string[];
}

/** A dossier in a period: how it came into it, and how it stands at its end. One of each, so the sums always agree. */
export interface PeriodStanding {
  readonly inflow: 'online' | 'direct' | 'carried';
  readonly result: 'early' | 'onTime' | 'late' | 'inTime' | 'overdue';
}

type Timed = Pick<ReportFact, 'history' | 'rules'>;

/** End of handling; never before the reception, whatever a clock said. Null while handling goes on. */
export function endOf({ history: { receivedAt, end } }: Pick<ReportFact, 'history'>): Instant | null {
  return end === null || receivedAt === null ? null : Math.max(end.at, receivedAt);
}

/** The date on the slip is all that is known. */
function judgeBySlip(history: DeadlineHistory, asOf: Instant, early: RuleSet['early']): Punctuality {
  const { receivedAt, firstDue, end, supplements, obligations } = cutHistory(history, asOf);
  if (receivedAt === null || firstDue === null) return 'notCounted';
  if (end) return judgeEnd(end.at, firstDue, early);
  const waiting = [
    ...supplements.flatMap((one) => (one.receivedAt === null && one.requestedAt >= receivedAt ? one.requestedAt : [])),
    ...obligations.flatMap((one) => (one.fulfilledAt === null ? one.notifiedAt : [])),
  ];
  if (waiting.some((since) => since <= firstDue)) return 'paused';
  return asOf > firstDue ? 'overdue' : 'running';
}

/** Standing at an instant under the law (NgayHenTra moved by legal pauses): what II.06a counts by. */
export function judgeAt({ history, rules }: Timed, asOf: Instant, early: RuleSet['early']): Punctuality {
  return rules === null ? judgeBySlip(history, asOf, early) : readOnTime({ history, rules, asOf }).legal;
}

/** Standing at an instant as the national index 2.1 counts (domain notes §5.4); by the slip where the rules are not here. */
export function judgeNationalAt({ history, rules }: Timed, asOf: Instant, early: RuleSet['early']): Punctuality {
  return rules === null ? judgeBySlip(history, asOf, early) : readOnTime({ history, rules, asOf }).national;
}

/** The date that counts at an instant; null where there is none. */
export function dueAt({ history, rules }: Timed, asOf: Instant): Instant | null {
  const cut = cutHistory(history, asOf);
  return rules === null ? cut.firstDue : decideLegalDates(cut, rules).legalDue;
}

function resultOf(fact: Timed, asOf: Instant, rules: JudgeRules): PeriodStanding['result'] {
  const end = endOf(fact);
  const isEnded = end !== null && end <= asOf;
  const kind = fact.history.end?.kind;
  const hasResult = kind === 'done' || kind === 'returned';
  if (isEnded && !hasResult && rules.endedWithoutResult === 'onTime') return 'onTime';
  const judged = judgeAt(fact, asOf, rules.early);
  switch (judged) {
    case 'early':
    case 'onTime':
    case 'late':
    case 'overdue':
      return judged;
    case 'running':
    case 'paused':
      return 'inTime';
    case 'notCounted':
      // No limit to hold: it cannot be late.
      return isEnded ? 'onTime' : 'inTime';
  }
}

/**
 * How a dossier stands in a period (domain notes §10.1). Null: not received by its end, or ended before it. A dossier that
 * ended before the period but is told so later moves by that out of it: figures are always as of what is known.
 */
export function standIn(
  fact: Pick<ReportFact, 'history' | 'rules' | 'channel'>,
  { start, end }: PeriodBounds,
  rules: JudgeRules,
): PeriodStanding | null {
  const { receivedAt } = fact.history;
  const ended = endOf(fact);
  if (receivedAt === null || receivedAt > end || (ended !== null && ended < start)) return null;
  const fresh = fact.channel === 'online' ? 'online' : 'direct';
  return { inflow: receivedAt < start ? 'carried' : fresh, result: resultOf(fact, end, rules) };
}
