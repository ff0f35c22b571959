import type { Instant } from '../base/time';
import { decideAppointment, promiseOf } from './appointment';
import type { DeadlineHistory } from './deadline-history';
import { findPauses, type Pause } from './deadline-pauses';
import { findPosting, type DeadlineRules } from './deadline-rules';
import type { DueMove, LegalStep } from './legal-steps';
import { countPause, type CountState } from './pause-count';
import type { PauseKind } from './pause-rule';

/**
 * What a slip printed now may say about the date. `recountedAfter`: "ngày trả được tính lại sau khi …", never a false date.
 * `redated`: it differs from the first slip, so a re-dated slip is due.
 */
export type SlipDate =
  | { readonly kind: 'notReceived' }
  | { readonly kind: 'noDate' }
  | { readonly kind: 'recountedAfter'; readonly pause: PauseKind }
  | { readonly kind: 'date'; readonly at: Instant; readonly redated: boolean };

/** The three dates of a dossier and everything beside them. Instants; null where there is none. */
export interface LegalDates {
  /** Date of the first slip; never changes. */
  readonly firstDue: Instant | null;
  /**
   * NgayHenTra, the on-time test: moved by legal pauses and restarts, and by days the calendar in force takes away. While a
   * pause lasts the date before it, which nobody may be shown.
   */
  readonly legalDue: Instant | null;
  /** Newest promise given with an apology; moves nothing. */
  readonly promisedAfterApology: Instant | null;
  readonly slip: SlipDate;
  /** The running pause; null when the limit runs or handling has ended. */
  readonly waitingFor: { readonly pause: PauseKind; readonly since: Instant } | null;
  readonly stage: 1 | 2;
  /** The slip says that a second stage follows the payment. */
  readonly secondStagePending: boolean;
  /** All moves of the date in order; the last one is what a re-dated slip is printed for. */
  readonly moves: readonly DueMove[];
  readonly pauses: readonly Pause[];
  readonly trace: readonly LegalStep[];
  /** A day in the trace, or the rule of a pause in it, is not confirmed. */
  readonly provisional: boolean;
}

interface Base {
  readonly due: Instant | null;
  readonly startsAt: Instant;
  readonly steps: readonly LegalStep[];
  readonly moves: readonly DueMove[];
  readonly provisional: boolean;
}

/** Compares the slip with what the rules in force give. The citizen never loses what the slip promised. */
function settleWithSlip(slip: Instant | null, counted: Instant | null): Pick<Base, 'due' | 'steps' | 'moves'> {
  if (slip === null || counted === null || slip === counted) return { due: counted ?? slip, steps: [], moves: [] };
  if (counted < slip) return { due: slip, steps: [{ kind: 'slipKept', slip, counted }], moves: [] };
  const moves: DueMove[] = [{ cause: 'calendar', from: slip, to: counted }];
  return { due: counted, steps: [{ kind: 'laterThanSlip', slip, counted }], moves };
}

function decideBase(history: DeadlineHistory, receivedAt: Instant, rules: DeadlineRules): Base {
  const limit = history.limit ?? rules.limit;
  const { calendar } = rules;
  const counted = decideAppointment({ limit, receivedAt, calendar, rules, posting: findPosting(rules) });
  const settled = settleWithSlip(history.firstDue, counted.legalDue);
  const { startsAt, provisional } = counted;
  return { ...settled, startsAt, provisional, steps: [...counted.trace, ...settled.steps] };
}

function decideSlip(due: Instant | null, waiting: Pause | undefined, redated: boolean): SlipDate {
  if (waiting) return { kind: 'recountedAfter', pause: waiting.rule.kind };
  const at = promiseOf(due);
  return at === null ? { kind: 'noDate' } : { kind: 'date', at, redated };
}

/** Before reception there is no clock. */
function withoutReception(history: DeadlineHistory): LegalDates {
  return {
    firstDue: null,
    legalDue: null,
    promisedAfterApology: null,
    slip: { kind: 'notReceived' },
    waitingFor: null,
    stage: 1,
    secondStagePending: false,
    moves: [],
    pauses: [],
    trace: history.supplements.map(({ requestedAt }) => ({ kind: 'beforeReception', at: requestedAt })),
    provisional: false,
  };
}

function startCount(history: DeadlineHistory, receivedAt: Instant, rules: DeadlineRules): CountState {
  const base = decideBase(history, receivedAt, rules);
  const early = history.supplements.filter((request) => request.requestedAt < receivedAt);
  const ignored = early.map(({ requestedAt }): LegalStep => ({ kind: 'beforeReception', at: requestedAt }));
  return {
    due: base.due,
    // A posting in front of the limit is outside it already.
    coveredUntil: findPosting(rules) ? base.startsAt : receivedAt,
    limit: history.limit ?? rules.limit,
    stage: 1,
    steps: [...ignored, ...base.steps],
    moves: base.moves,
    provisional: base.provisional,
  };
}

/** Steps behind the counting: what is awaited, and the promise of an apology. */
function endTrace(waiting: Pause | undefined, promised: Instant | null): LegalStep[] {
  const steps: LegalStep[] = [];
  if (waiting) {
    const { rule, from } = waiting;
    steps.push({ kind: 'waiting', pause: rule.kind, since: from, law: rule.law });
  }
  if (promised !== null) steps.push({ kind: 'newPromise', at: promised });
  return steps;
}

/**
 * The three dates of a dossier, derived from what happened to it and the rules it stands under, with a trace for people.
 * Pass the calendar in force now: a closure decided after reception moves the legal date (and is named), never the first.
 */
export function decideLegalDates(history: DeadlineHistory, rules: DeadlineRules): LegalDates {
  const { receivedAt } = history;
  if (receivedAt === null) return withoutReception(history);
  const pauses = findPauses(history, rules.pauses);
  const waiting = pauses.find((pause) => pause.to === null);
  let state = startCount(history, receivedAt, rules);
  for (const pause of pauses) state = countPause(state, pause, rules);
  const promisedAfterApology = history.extensions.at(-1)?.newPromise ?? null;
  return {
    firstDue: history.firstDue,
    legalDue: state.due,
    promisedAfterApology,
    slip: decideSlip(state.due, waiting, state.moves.length > 0),
    waitingFor: waiting ? { pause: waiting.rule.kind, since: waiting.from } : null,
    stage: state.stage,
    secondStagePending: rules.secondStage !== null && state.stage === 1,
    moves: state.moves,
    pauses,
    trace: [...state.steps, ...endTrace(waiting, promisedAfterApology)],
    provisional: state.provisional,
  };
}
