import type { Instant } from '../base/time';
import type { TraceStep } from './appointment-schema';
import type { PauseKind } from './pause-rule';

/** A change of the date in force and what caused it. */
export interface DueMove {
  readonly cause: PauseKind | 'calendar';
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** Steps of a trace that a pause leaves. */
export type PauseStep =
  | {
      readonly kind: 'paused';
      readonly pause: PauseKind;
      readonly from: Instant;
      readonly to: Instant;
      readonly law: string;
      readonly provisional: boolean;
    }
  /** Working time of the pause, in whole minutes; the date moves by exactly as much (milliseconds included). */
  | { readonly kind: 'workingTimeAdded'; readonly minutes: number }
  | { readonly kind: 'calendarDaysAdded'; readonly days: number }
  /** The added time would have ended before the pause itself. */
  | { readonly kind: 'notBeforeResuming'; readonly at: Instant }
  /** The date had passed when the pause began: added time does not move it. */
  | { readonly kind: 'duePassed'; readonly at: Instant }
  | { readonly kind: 'countedAnew'; readonly at: Instant }
  | { readonly kind: 'secondStage'; readonly at: Instant }
  | { readonly kind: 'dueMoved'; readonly from: Instant | null; readonly to: Instant | null };

/** One readable step of how the date in force was found. Sentences: `describeLegalStep`. */
export type LegalStep =
  | TraceStep
  | PauseStep
  /** A supplement asked for before reception: guidance, no pause. */
  | { readonly kind: 'beforeReception'; readonly at: Instant }
  /** The calendar or rules in force give a later date than the slip (a closure decided since); the law moves it. */
  | { readonly kind: 'laterThanSlip'; readonly slip: Instant; readonly counted: Instant }
  /** The slip promised more than is counted now: what the citizen holds stays. */
  | { readonly kind: 'slipKept'; readonly slip: Instant; readonly counted: Instant }
  | { readonly kind: 'waiting'; readonly pause: PauseKind; readonly since: Instant; readonly law: string }
  | { readonly kind: 'newPromise'; readonly at: Instant };
