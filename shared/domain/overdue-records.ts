import type { Instant } from '../base/time';
import { workingTimeBetween } from './deadline-clock';
import type { DossierState, TimelineEntry } from './dossier-shape';
import type { EvidenceFact, LateStretch, OverdueCause, OverdueEvidence } from './overdue-causes';
import type { VerdictCause } from './verdict';
import type { WorkingCalendar } from './working-calendar';

const MINUTE_MS = 60_000;

/** When the province took an act into its books, as far as this was known at `asOf`. */
export type Arrival =
  | { readonly kind: 'arrived'; readonly at: Instant }
  | { readonly kind: 'refused'; readonly at: Instant; readonly verdict: VerdictCause }
  | { readonly kind: 'missing' };

/** The entry of an act in the timeline. */
export function findEntry(state: Pick<DossierState, 'timeline'>, actionId: string): TimelineEntry | undefined {
  return state.timeline.find((entry) => entry.action.id === actionId);
}

/** How an act stood with the province at an instant. An issue beside the acceptance keeps nothing out of its books. */
export function findArrival(entry: TimelineEntry, asOf: Instant): Arrival {
  const { receipt } = entry;
  if (!receipt || receipt.at > asOf) return { kind: 'missing' };
  const { verdict } = receipt;
  if (verdict.type === 'accepted' || verdict.type === 'acceptedWithIssue') return { kind: 'arrived', at: receipt.at };
  return { kind: 'refused', at: receipt.at, verdict: verdict.cause };
}

/** Whether the time of an act is in doubt: by its device, or by the province. */
export function isTimeDoubted({ action, receipt }: TimelineEntry): boolean {
  const verdict = receipt?.verdict;
  return (
    action.clockDoubt === true ||
    (verdict !== undefined && verdict.type !== 'accepted' && verdict.cause === 'dateDoubt')
  );
}

/**
 * Earliest instant an act can truly have happened. Its own time, unless the province had it before that (the clock ran
 * ahead). Of a doubted one only this is sure: it came after whatever its author had seen of the dossier (`base`).
 */
export function earliestTime(state: Pick<DossierState, 'timeline'>, entry: TimelineEntry): Instant {
  const { action, receipt } = entry;
  const own = Math.min(action.happenedAt, receipt?.at ?? Infinity);
  if (!isTimeDoubted(entry)) return own;
  const seen = state.timeline.flatMap(({ receipt: other }) =>
    other && other.pos !== null && other.pos <= action.base ? [other.at] : [],
  );
  return Math.min(own, Math.max(0, ...seen));
}

/** Latest instant an act can truly have happened: a doubted one no later than the province had it. */
export function latestTime(entry: TimelineEntry): Instant {
  return isTimeDoubted(entry) ? (entry.receipt?.at ?? Infinity) : entry.action.happenedAt;
}

/** Whether positions are missing between those known: acts of others that are not here. */
export function hasMissingActs(state: Pick<DossierState, 'timeline'>): boolean {
  const positions = new Set(state.timeline.flatMap(({ receipt }) => receipt?.pos ?? []));
  return positions.size < Math.max(0, ...positions);
}

/** Span of one evidence row with what it shows. */
export interface EvidenceSpan {
  readonly cause: OverdueCause;
  readonly fact: EvidenceFact;
  readonly actionId: string | null;
  readonly from: Instant;
  readonly to: Instant;
}

/** An evidence row; working minutes never below zero. */
export function buildEvidence(calendar: WorkingCalendar, span: EvidenceSpan): OverdueEvidence {
  const ms = Math.max(0, workingTimeBetween(calendar, span.from, span.to));
  return { ...span, workingMinutes: Math.floor(ms / MINUTE_MS) };
}

/** A stretch of lateness that no person answers for, with one row of evidence. Evidence may reach beyond the lateness. */
export function buildStretch(
  calendar: WorkingCalendar,
  late: { readonly from: Instant; readonly to: Instant },
  span: EvidenceSpan,
): LateStretch {
  const ms = Math.max(0, workingTimeBetween(calendar, late.from, late.to));
  return { cause: span.cause, ms, officerId: null, evidence: [buildEvidence(calendar, span)] };
}

/** An act that was in time by its own time, and until when the province had to know of it. */
export interface UnseenAct {
  readonly entry: TimelineEntry;
  readonly due: Instant;
  /** The province's books no longer show lateness from here on: the end of handling, or the day of the question. */
  readonly until: Instant;
  readonly asOf: Instant;
  readonly calendar: WorkingCalendar;
}

function explainLate(unseen: UnseenAct, seenAt: Instant, arrived: boolean): readonly LateStretch[] {
  const { entry, due, calendar } = unseen;
  const { action } = entry;
  const act = { actionId: action.id, from: action.happenedAt, to: seenAt };
  const late = { from: due, to: seenAt };
  if (isTimeDoubted(entry)) {
    return [
      buildStretch(calendar, late, { ...act, cause: 'clock', fact: { kind: 'clockDoubt', actKind: action.kind } }),
    ];
  }
  const typedAt = action.backEntry ? Math.min(action.at, seenAt) : due;
  const stretches: LateStretch[] = [];
  if (action.backEntry && typedAt > due) {
    const fact = { kind: 'typedLate', actKind: action.kind, reason: action.backEntry.reason } as const;
    stretches.push(
      buildStretch(calendar, { from: due, to: typedAt }, { ...act, to: typedAt, cause: 'backEntry', fact }),
    );
  }
  const from = Math.max(due, typedAt);
  if (seenAt > from) {
    const fact = { kind: arrived ? 'receiptLate' : 'receiptMissing', actKind: action.kind } as const;
    stretches.push(buildStretch(calendar, { from, to: seenAt }, { ...act, from: action.at, cause: 'syncLate', fact }));
  }
  return stretches;
}

/** Why the province did not know in time of something that happened in time. Empty when it knew. */
export function explainUnseen(unseen: UnseenAct): readonly LateStretch[] {
  const { entry, due, until, asOf, calendar } = unseen;
  const arrival = findArrival(entry, asOf);
  const { action } = entry;
  if (arrival.kind === 'refused') {
    if (until <= due) return [];
    const fact = { kind: 'refused', actKind: action.kind, verdict: arrival.verdict } as const;
    const span = { cause: 'syncRefused', fact, actionId: action.id, from: action.at, to: arrival.at } as const;
    return [buildStretch(calendar, { from: due, to: until }, span)];
  }
  const seenAt = Math.min(until, arrival.kind === 'arrived' ? arrival.at : asOf);
  return seenAt > due ? explainLate(unseen, seenAt, arrival.kind === 'arrived') : [];
}
