import type { Instant } from '../base/time';
import type { Channel } from '../domain/channel';
import { workingTimeBetween } from '../domain/deadline-clock';
import { dueAt, endOf, judgeAt, type JudgeRules } from './fact-standing';
import { idsOf, type Ids } from './figure';
import { isWithin, type PeriodBounds } from './report-period';
import type { ReportFact } from './report-fact';

/** One dossier that is or was late. Instants; `finishedAt` null: it still is. */
export interface LateLine {
  readonly fact: ReportFact;
  readonly startedAt: Instant;
  readonly due: Instant;
  readonly finishedAt: Instant | null;
  /** Working hours behind the due time; null when no calendar of its unit is here. */
  readonly hoursLate: number | null;
}

/** Late dossiers of one channel beside all that could have been late. */
export interface LateChannel {
  readonly channel: Channel;
  readonly late: Ids;
  readonly all: Ids;
}

/** One reading of a list: the lines, oldest due first, and the counts by channel. */
export interface LateReading {
  readonly lines: readonly LateLine[];
  readonly channels: readonly LateChannel[];
}

/**
 * Both readings of an overdue figure (counter notes §2 (c)). `inPeriod`: late at some time in the period: finished late in it,
 * or late at its end. `cumulative`: ever late up to then, finished or not, without any limit in time, as the portal counts.
 */
export interface LateLists {
  readonly inPeriod: LateReading;
  readonly cumulative: LateReading;
}

const channels: readonly Channel[] = ['counter', 'online', 'post'];

function readLines(lines: readonly LateLine[], all: readonly ReportFact[]): LateReading {
  const facts = lines.map(({ fact }) => fact);
  return {
    lines: [...lines].sort((a, b) => a.due - b.due || (a.fact.dossierId < b.fact.dossierId ? -1 : 1)),
    channels: channels.map((channel) => ({
      channel,
      late: idsOf(facts, (fact) => fact.channel === channel),
      all: idsOf(all, (fact) => fact.channel === channel),
    })),
  };
}

function hoursBetween({ rules }: ReportFact, from: Instant, to: Instant): number | null {
  if (rules === null) return null;
  return Math.round(workingTimeBetween(rules.calendar, from, to) / 36_000) / 100;
}

function lateToProcess(fact: ReportFact, end: Instant, rules: JudgeRules): LateLine | null {
  const judged = judgeAt(fact, end, rules.early);
  const due = judged === 'late' || judged === 'overdue' ? dueAt(fact, end) : null;
  if (due === null) return null;
  const finishedAt = judged === 'late' ? endOf(fact) : null;
  const hoursLate = hoursBetween(fact, due, finishedAt ?? end);
  return { fact, startedAt: fact.history.receivedAt ?? due, due, finishedAt, hoursLate };
}

/**
 * Dossiers late to process (chậm giải quyết): those of columns 10 and 13 of II.06a of the same days, and the cumulative list
 * beside it. Paused time is the citizen's and makes nobody late.
 */
export function listLateToProcess(facts: readonly ReportFact[], bounds: PeriodBounds, rules: JudgeRules): LateLists {
  const received = facts.filter(({ history }) => history.receivedAt !== null && history.receivedAt <= bounds.end);
  const late = received.flatMap((fact) => lateToProcess(fact, bounds.end, rules) ?? []);
  const isOf = (end: Instant | null): boolean => end === null || end >= bounds.start;
  const present = received.filter((fact) => isOf(endOf(fact)));
  return {
    inPeriod: readLines(
      late.filter(({ finishedAt }) => isOf(finishedAt)),
      present,
    ),
    cumulative: readLines(late, received),
  };
}

function lateToAccept(fact: ReportFact, end: Instant): LateLine | null {
  const { submittedAt, acceptanceDue, answeredAt } = fact;
  if (submittedAt === null || acceptanceDue === null || submittedAt > end) return null;
  const finishedAt = answeredAt !== null && answeredAt <= end ? answeredAt : null;
  const reached = finishedAt ?? end;
  if (reached <= acceptanceDue) return null;
  const hoursLate = hoursBetween(fact, acceptanceDue, reached);
  return { fact, startedAt: submittedAt, due: acceptanceDue, finishedAt, hoursLate };
}

/**
 * Online submissions late to accept (chậm tiếp nhận): the 8-working-hour clock ran out before anybody accepted, guided or
 * refused. Its own list: the dossier's time limit begins only with the acceptance.
 */
export function listLateToAccept(facts: readonly ReportFact[], bounds: PeriodBounds): LateLists {
  const submitted = facts.filter(({ submittedAt }) => submittedAt !== null && submittedAt <= bounds.end);
  const late = submitted.flatMap((fact) => lateToAccept(fact, bounds.end) ?? []);
  const isOf = (answeredAt: Instant | null): boolean => answeredAt === null || answeredAt >= bounds.start;
  const present = submitted.filter(({ answeredAt, submittedAt }) => isOf(answeredAt) || isWithin(submittedAt, bounds));
  return {
    inPeriod: readLines(
      late.filter(({ finishedAt }) => isOf(finishedAt)),
      present,
    ),
    cumulative: readLines(late, submitted),
  };
}
