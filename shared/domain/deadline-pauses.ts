import type { Instant } from '../base/time';
import { postingEnd } from './appointment';
import type { DeadlineHistory, Stretch } from './deadline-history';
import type { PauseRule } from './pause-rule';

/** A stretch in which the limit does not run, with the rule behind it. */
export interface Pause {
  readonly rule: PauseRule;
  readonly from: Instant;
  /** Null while it lasts. */
  readonly to: Instant | null;
  /** False when handling ended first: nothing was brought, so nothing is counted anew. */
  readonly completed: boolean;
}

/** Stretches of the history that a rule speaks of. */
function findStretches(rule: PauseRule, history: DeadlineHistory): readonly Stretch[] {
  switch (rule.kind) {
    case 'supplement':
      return history.supplements.map((request) => ({ from: request.requestedAt, to: request.receivedAt }));
    case 'payment':
      return history.obligations.map((notice) => ({ from: notice.notifiedAt, to: notice.fulfilledAt }));
    case 'taxDetermination':
      return history.taxForwardings;
    case 'publicPosting':
      // Posting from the reception on lies in front of the first date and is no pause of it.
      if (rule.starts === 'DossierReceived' || history.handedOverAt === null) return [];
      return [{ from: history.handedOverAt, to: postingEnd(history.handedOverAt, rule.days) }];
  }
}

/** An end before the start is a wrong clock somewhere: then nothing was paused, though the event counts. */
function toPause(rule: PauseRule, { from, to }: Stretch, end: Instant | null): Pause {
  const until = to === null ? null : Math.max(from, to);
  if (end === null || (until !== null && until <= end)) return { rule, from, to: until, completed: until !== null };
  return { rule, from, to: end, completed: false };
}

/**
 * Pauses after reception and before the end, by their start. What was asked for before reception never counts (counter
 * notes §5, 4); what is open when handling ends ends with it.
 */
export function findPauses(history: DeadlineHistory, rules: readonly PauseRule[]): readonly Pause[] {
  const { receivedAt } = history;
  if (receivedAt === null) return [];
  const end = history.end?.at ?? null;
  return rules
    .flatMap((rule) => findStretches(rule, history).map((stretch) => ({ rule, stretch })))
    .filter(({ stretch }) => stretch.from >= receivedAt && (end === null || stretch.from < end))
    .map(({ rule, stretch }) => toPause(rule, stretch, end))
    .sort((a, b) => a.from - b.from || (a.to ?? Infinity) - (b.to ?? Infinity));
}
