import type { Instant } from '../base/time';
import { buildDeadlineHistory, cutHistory, type DeadlineHistory } from './deadline-history';
import type { DeadlineRules } from './deadline-rules';
import type { DossierState, TimelineEntry } from './dossier-shape';
import { decideLegalDates, type LegalDates } from './legal-dates';
import { readOnTime, type OnTimeReadings } from './on-time';
import { findEntry } from './overdue-records';
import type { Reference } from './reference-package';
import type { RuleSet } from './rule-set';

/** What the cause of lateness is looked for in. Everything later than `asOf` is left out. */
export interface OverdueInput {
  readonly state: DossierState;
  /** Rules in force on the day of reception, by the newest packages; `limit` is the catalogue's, not the slip's. */
  readonly rules: DeadlineRules;
  readonly acceptance: Pick<RuleSet, 'acceptanceHours'>;
  /** Package versions in force on the day of reception; null when not known. */
  readonly versions: Reference['versions'] | null;
  /** Names by which the own unit and its desks go on hand-overs and internal steps. */
  readonly ownUnits: readonly string[];
  /** Now, or the end of a report period. */
  readonly asOf: Instant;
  /** When the submission reached this unit's device (journal); null or absent: with the province. */
  readonly submissionSeenAt?: Instant | null;
  /** The portal's or the province's list names it as overdue (counter reality §1.7). */
  readonly listed?: boolean;
}

/** A received dossier with its dates, as they stood at `asOf`. */
export interface HandlingCase extends OverdueInput {
  readonly history: DeadlineHistory;
  readonly receivedAt: Instant;
  readonly dates: LegalDates;
  readonly readings: OnTimeReadings;
  /** End of handling, else `asOf`. */
  readonly until: Instant;
}

/** The case of a dossier; null before reception. */
export function buildHandlingCase(input: OverdueInput): HandlingCase | null {
  const { state, rules, asOf } = input;
  const whole = buildDeadlineHistory(state);
  const history = cutHistory(whole, asOf);
  const { receivedAt } = history;
  if (receivedAt === null) return null;
  return {
    ...input,
    history,
    receivedAt,
    dates: decideLegalDates(history, rules),
    readings: readOnTime({ history: whole, rules, asOf }),
    until: history.end?.at ?? asOf,
  };
}

/** The act that ended handling. */
export function findEndEntry({ state, history }: HandlingCase): TimelineEntry | undefined {
  if (history.end === null) return undefined;
  const acts = {
    done: state.outcome,
    returned: state.returned,
    stopped: state.stopped,
    withdrawn: state.withdrawn,
    refused: state.refusals[0] ?? null,
  };
  return findEntry(state, acts[history.end.kind]?.actionId ?? '');
}

/** The act of reception. */
export function findReceptionEntry({ state }: Pick<HandlingCase, 'state'>): TimelineEntry | undefined {
  return findEntry(state, state.reception?.actionId ?? '');
}
