import type { Instant } from '../base/time';
import type { BackEntry } from './dossier-records';
import type { VerdictCause } from './verdict';

/**
 * Why a dossier is overdue, or shown as overdue. Order: of equal parts the earlier one is named as the main cause, so that
 * doubt never falls on a person.
 */
export const overdueCauses = [
  /** The province did not take the act into its books. */
  'syncRefused',
  /** It happened in time; the province heard of it late, or has not yet. */
  'syncLate',
  /** Slip and catalogue in force give different dates, or the province does not know the procedure. */
  'catalogue',
  /** The times themselves are in doubt. */
  'clock',
  /** It happened in time and was typed late as a marked back entry. */
  'backEntry',
  /** Counted as overdue nationally whatever the dates (domain notes §5.3). */
  'secondSupplement',
  'waitingTax',
  'waitingOtherUnit',
  /** A supplement or a payment is awaited. */
  'waitingCitizen',
  'unknown',
  /** An online submission waited in the unit's inbox beyond the acceptance clock. */
  'acceptedLate',
  /** The own unit had the folder longer than its part of the limit. */
  'staff',
] as const;
/** See {@link overdueCauses}. */
export type OverdueCause = (typeof overdueCauses)[number];

/**
 * Whose matter a cause is, for the table of a unit (features 3-5). `record`: data and line, never people.
 * `office`: late acceptance and own handling.
 */
export type CauseGroup = 'record' | 'others' | 'office' | 'rule' | 'unknown';

const groups: Readonly<Record<OverdueCause, CauseGroup>> = {
  syncRefused: 'record',
  syncLate: 'record',
  catalogue: 'record',
  clock: 'record',
  backEntry: 'record',
  secondSupplement: 'rule',
  waitingTax: 'others',
  waitingOtherUnit: 'others',
  waitingCitizen: 'others',
  unknown: 'unknown',
  acceptedLate: 'office',
  staff: 'office',
};

/** Group of a cause. */
export function groupOf(cause: OverdueCause): CauseGroup {
  return groups[cause];
}

/** What an evidence row shows. Sentences: `describeEvidence`. */
export type EvidenceFact =
  /** Somebody had the folder; `who` empty: the counter that received it. */
  | { readonly kind: 'held'; readonly who: string }
  | { readonly kind: 'waitedForCitizen'; readonly what: 'supplement' | 'payment' }
  | { readonly kind: 'waitedForTax'; readonly who: string }
  | { readonly kind: 'submissionWaited' }
  /** The submission reached the unit late. */
  | { readonly kind: 'submissionCameLate' }
  | { readonly kind: 'receiptLate'; readonly actKind: string }
  | { readonly kind: 'receiptMissing'; readonly actKind: string }
  | { readonly kind: 'refused'; readonly actKind: string; readonly verdict: VerdictCause }
  | { readonly kind: 'typedLate'; readonly actKind: string; readonly reason: BackEntry['reason'] }
  | { readonly kind: 'clockDoubt'; readonly actKind: string }
  /** Versions at reception and in force on that day differ; dates by both. */
  | { readonly kind: 'versionsDiffer'; readonly frozen: string; readonly inForce: string }
  | { readonly kind: 'calendarChanged' }
  | { readonly kind: 'unknownProcedure' }
  | { readonly kind: 'noDateGiven' }
  | { readonly kind: 'secondRequest' }
  /** Acts of the dossier are not here: nobody can be judged. */
  | { readonly kind: 'actsMissing' }
  /** Returned, but when the result was ready was not recorded. */
  | { readonly kind: 'noReadyTime' }
  /** Days off of a year are not loaded, so the date is not sure. */
  | { readonly kind: 'yearMissing' }
  /** The portal lists it; nothing here explains it. */
  | { readonly kind: 'onlyListed' };

/** One row of evidence: what, by which act, from when to when, working minutes in between. */
export interface OverdueEvidence {
  readonly cause: OverdueCause;
  readonly fact: EvidenceFact;
  readonly actionId: string | null;
  readonly from: Instant;
  readonly to: Instant;
  readonly workingMinutes: number;
}

/** Part of a cause in the working time a dossier is late. */
export interface CauseShare {
  readonly cause: OverdueCause;
  /** Whole minutes of working time. */
  readonly workingMinutes: number;
  /** 0 to 1 of the whole. */
  readonly share: number;
  /** Person whose handling it was. Null for everything no person answers for, above all sync and unknown. */
  readonly officerId: string | null;
  readonly evidence: readonly OverdueEvidence[];
}

/**
 * One lateness of a dossier. `legal`: by the times of the acts. `recordOnly`: in time by law, late in the province's books or
 * in the national count.
 */
export interface LateFinding {
  readonly stage: 'acceptance' | 'handling';
  readonly lateness: 'legal' | 'recordOnly';
  /** The instant it was due; null when it only stands on the portal's list or in the count of a dossier without a date. */
  readonly due: Instant | null;
  /** When it was done, by the act's own time; null while it is not. */
  readonly doneAt: Instant | null;
  readonly workingMinutes: number;
  /** Largest first. */
  readonly causes: readonly CauseShare[];
  readonly main: OverdueCause;
}

/** A stretch of lateness with its cause, before parts are summed. `ms`: working time it stands for. */
export interface LateStretch {
  readonly cause: OverdueCause;
  readonly ms: number;
  readonly officerId: string | null;
  readonly evidence: readonly OverdueEvidence[];
}

const MINUTE_MS = 60_000;

function sumOf(stretches: readonly LateStretch[]): number {
  return stretches.reduce((sum, stretch) => sum + stretch.ms, 0);
}

/**
 * Sums stretches by cause, largest first. Causes without working time are left out, unless no stretch has any (a minute after
 * closing): then the first named stands for the whole.
 */
export function sumShares(stretches: readonly LateStretch[]): readonly CauseShare[] {
  const total = sumOf(stretches);
  const parts = overdueCauses
    .map((cause) => stretches.filter((stretch) => stretch.cause === cause))
    .filter((own) => own.length > 0 && (total === 0 || sumOf(own) > 0))
    .map((own) => ({ own, ms: sumOf(own) }))
    .sort((a, b) => b.ms - a.ms);
  return (total === 0 ? parts.slice(0, 1) : parts).flatMap(({ own, ms }) => {
    const [first] = own;
    if (!first) return [];
    const { cause, officerId } = first;
    const evidence = own.flatMap((stretch) => stretch.evidence);
    const workingMinutes = Math.floor(ms / MINUTE_MS);
    return [{ cause, workingMinutes, share: total === 0 ? 1 : ms / total, officerId, evidence }];
  });
}

/** Joins the stretches of one lateness; null without any. */
export function buildFinding(
  about: Pick<LateFinding, 'stage' | 'lateness' | 'due' | 'doneAt'>,
  stretches: readonly LateStretch[],
): LateFinding | null {
  const causes = sumShares(stretches);
  const [first] = causes;
  if (!first) return null;
  return { ...about, workingMinutes: Math.floor(sumOf(stretches) / MINUTE_MS), causes, main: first.cause };
}
