import { toLocalDay, type Instant } from '../base/time';
import type { TraceStep } from './appointment-schema';
import { remainingWorkMinutes } from './deadline-clock';
import type { RuleSet } from './rule-set';
import { runWorkingTime, skipStep } from './time-limit';
import { describeDay, findWorkingStart, type WorkingCalendar } from './working-calendar';
import { addDays } from './working-calendar-days';

const HOUR_MS = 3_600_000;

/** Until when an online submission must be accepted or answered, and how that was found. */
export interface AcceptanceDue {
  readonly due: Instant;
  readonly trace: readonly TraceStep[];
  readonly provisional: boolean;
}

/**
 * The acceptance clock of an online submission: 8 working hours from its arrival (rule data; NĐ 45/2020/NĐ-CP, provisional).
 * It is no time limit of the dossier: that starts with the acceptance.
 */
export function decideAcceptanceDue(
  submittedAt: Instant,
  calendar: WorkingCalendar,
  rules: Pick<RuleSet, 'acceptanceHours'>,
): AcceptanceDue {
  const start = findWorkingStart(calendar, submittedAt);
  const trace: TraceStep[] = [{ kind: 'received', at: submittedAt }];
  for (let day = toLocalDay(submittedAt); day < toLocalDay(start.at); day = addDays(day, 1)) {
    const facts = describeDay(calendar, day);
    if (!facts.works) trace.push(skipStep(facts));
  }
  if (start.why !== null) trace.push({ kind: 'movedToOpening', from: submittedAt, to: start.at, why: start.why });
  const amount = rules.acceptanceHours;
  const run = runWorkingTime({ startsAt: start.at, calendar }, amount * HOUR_MS);
  trace.push({ kind: 'limit', limit: { unit: 'workingHours', amount } }, ...run.steps, { kind: 'due', at: run.due });
  const skippedUnsure = trace.some((step) => step.kind === 'daySkipped' && step.provisional);
  return { due: run.due, trace, provisional: run.provisional || skippedUnsure };
}

/** How a submission stands against its acceptance clock; `late` and `acceptedLate` are "chậm tiếp nhận". */
export type AcceptanceState = 'waiting' | 'soon' | 'late' | 'accepted' | 'acceptedLate';

/** State of the clock; `soon` from half of the time on. `answeredAt`: accepted, guided or refused; null while it waits. */
export function acceptanceState(input: {
  readonly submittedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly rules: Pick<RuleSet, 'acceptanceHours'>;
}): AcceptanceState {
  const { answeredAt, now, calendar, rules } = input;
  const { due } = decideAcceptanceDue(input.submittedAt, calendar, rules);
  if (answeredAt !== null) return answeredAt <= due ? 'accepted' : 'acceptedLate';
  if (now > due) return 'late';
  return remainingWorkMinutes(calendar, now, due) <= rules.acceptanceHours * 30 ? 'soon' : 'waiting';
}
