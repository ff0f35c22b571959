import type { Instant } from '../base/time';
import { decideAcceptanceDue } from './acceptance-clock';
import type { TimelineEntry } from './dossier-shape';
import type { OverdueInput } from './overdue-case';
import { buildFinding, type LateFinding, type LateStretch } from './overdue-causes';
import { buildStretch, earliestTime, explainUnseen, findEntry } from './overdue-records';

interface AcceptanceCase extends OverdueInput {
  readonly submittedAt: Instant;
  /** When the unit could see it. */
  readonly seenAt: Instant;
  /** Acceptance clock of the law, from the submission. */
  readonly due: Instant;
  /** The same clock from the moment the unit could see it; never earlier. */
  readonly fairDue: Instant;
  /** Accepted, guided, refused or withdrawn; the first of them. */
  readonly answer: TimelineEntry | null;
}

function findAnswer({ state, asOf }: Pick<OverdueInput, 'state' | 'asOf'>): TimelineEntry | null {
  const acts = [
    state.reception && { actionId: state.reception.actionId, at: state.reception.receivedAt },
    ...state.guidances,
    ...state.refusals,
    state.withdrawn,
  ].filter((act) => act !== null && act.at <= asOf);
  const [first] = acts.sort((a, b) => (a?.at ?? 0) - (b?.at ?? 0));
  return (first && findEntry(state, first.actionId)) ?? null;
}

/** Whether a submission was accepted, answered or taken back by then. */
export function isAnswered(input: Pick<OverdueInput, 'state' | 'asOf'>): boolean {
  return findAnswer(input) !== null;
}

function buildAcceptanceCase(input: OverdueInput): AcceptanceCase | null {
  const { state, rules, acceptance } = input;
  const { submission } = state;
  if (submission === null) return null;
  const { submittedAt, actionId } = submission;
  const arrivedAt = findEntry(state, actionId)?.action.happenedAt ?? submittedAt;
  const seenAt = Math.max(submittedAt, arrivedAt, input.submissionSeenAt ?? submittedAt);
  const due = decideAcceptanceDue(submittedAt, rules.calendar, acceptance).due;
  const fairDue = decideAcceptanceDue(seenAt, rules.calendar, acceptance).due;
  return { ...input, submittedAt, seenAt, due, fairDue, answer: findAnswer(input) };
}

function explainLegal(late: AcceptanceCase): readonly LateStretch[] {
  const { state, submittedAt, seenAt, due, fairDue, answer, asOf, rules } = late;
  const { calendar } = rules;
  const until = answer?.action.happenedAt ?? asOf;
  if (answer && earliestTime(state, answer) <= due) {
    const { id, kind } = answer.action;
    const fact = { kind: 'clockDoubt', actKind: kind } as const;
    return [
      buildStretch(calendar, { from: due, to: until }, { cause: 'clock', fact, actionId: id, from: due, to: until }),
    ];
  }
  const stretches: LateStretch[] = [];
  const sent = state.submission?.actionId ?? null;
  if (fairDue > due) {
    const span = { cause: 'syncLate', fact: { kind: 'submissionCameLate' }, actionId: sent } as const;
    const late = { from: due, to: Math.min(fairDue, until) };
    stretches.push(buildStretch(calendar, late, { ...span, from: submittedAt, to: seenAt }));
  }
  if (until > fairDue) {
    const fact = { kind: 'submissionWaited' } as const;
    const actionId = answer?.action.id ?? sent;
    const span = { cause: 'acceptedLate', fact, actionId, from: seenAt, to: until } as const;
    stretches.push(buildStretch(calendar, { from: fairDue, to: until }, span));
  }
  return stretches;
}

/**
 * Whether and why an online submission was accepted or answered beyond the acceptance clock (8 working hours; NĐ
 * 45/2020/NĐ-CP, provisional). The inbox is the unit's: whoever takes up an old submission did not make it old, so no person
 * is named. Null when it is in time, or no submission.
 */
export function explainAcceptance(input: OverdueInput): LateFinding | null {
  const found = buildAcceptanceCase(input);
  if (found === null) return null;
  const { due, answer, asOf, rules } = found;
  const doneAt = answer?.action.happenedAt ?? null;
  const about = { stage: 'acceptance', due, doneAt } as const;
  if ((doneAt ?? asOf) > due) return buildFinding({ ...about, lateness: 'legal' }, explainLegal(found));
  if (answer === null) return null;
  const unseen = explainUnseen({ entry: answer, due, until: asOf, asOf, calendar: rules.calendar });
  return buildFinding({ ...about, lateness: 'recordOnly' }, unseen);
}
