import { toLocalDay, type Instant } from '../../../shared/base/time';
import { decideApology, type ApologyStanding } from '../../../shared/domain/apology';
import type { DateRules } from '../../../shared/domain/dossier-dates';
import type { DeadlineRules } from '../../../shared/domain/deadline-rules';
import type { DossierState } from '../../../shared/domain/dossier-state';
import { decideOverdueCause } from '../../../shared/domain/overdue-cause';
import type { LateFinding } from '../../../shared/domain/overdue-causes';

/** What lateness and apology of a dossier are judged by. */
export interface LateSurroundings {
  readonly rules: DateRules | undefined;
  readonly deadlineRules: DeadlineRules | undefined;
  readonly ownUnits: readonly string[];
  readonly now: Instant;
}

/** Why a dossier is late, and where its apology stands. Both derived, never stored. */
export interface CaseLateness {
  readonly findings: readonly LateFinding[];
  /** Null while none is needed. */
  readonly apology: ApologyStanding | null;
}

/** Nothing is late, or nothing can be judged: the rules of the dossier are not here. */
const nothing: CaseLateness = { findings: [], apology: null };

/** Lateness of a received dossier as it stands now. */
export function explainLateness(state: DossierState, around: LateSurroundings): CaseLateness {
  const { rules: known, deadlineRules: rules, ownUnits, now } = around;
  if (known === undefined || rules === undefined || state.receivedAt === null) return nothing;
  const ruleSet = known.now.rules;
  const versions = known.onDay(toLocalDay(state.receivedAt))?.versions ?? null;
  const { acceptance, handling } = decideOverdueCause({
    ...{ state, rules, acceptance: ruleSet, versions, ownUnits },
    asOf: now,
  });
  const apology = decideApology({ state, rules, ruleSet, ownUnits, now });
  return {
    findings: [acceptance, handling].filter((finding) => finding !== null),
    apology: apology.kind === 'notNeeded' ? null : apology,
  };
}
