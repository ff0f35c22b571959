import type { Instant } from '../../shared/base/time';
import type { ActRules } from '../../shared/domain/act-rules';
import type { KnownAction } from '../../shared/domain/actions/action';
import type { Officer } from '../../shared/domain/officer';
import type { UnitDayState } from '../../shared/domain/unit-day';
import type { VerdictCause } from '../../shared/domain/verdict';
import type { WorkingCalendar } from '../../shared/domain/working-calendar';
import type { SubjectWork } from './subject-work';

/** How far a device clock may run ahead of the server before its dates are doubted. */
export const CLOCK_TOLERANCE_MS = 10 * 60_000;

/** What an official code was found to be: see `findCodeFault`. */
export type CodeFault = 'duplicateCode' | 'codeOutsideLease';

/** Everything a verdict on one known action rests on. */
export interface JudgeInput {
  readonly action: KnownAction;
  readonly subject: SubjectWork;
  /** Whoever may have acted; the act is lawful when it is for one of them (see `findActors`). */
  readonly actors: readonly Officer[];
  readonly codeFault: CodeFault | undefined;
  readonly procedureCodes: ReadonlySet<string>;
  readonly calendar: WorkingCalendar;
  /** In force on the day the act was typed. */
  readonly rules: ActRules;
  /** Days of the device's counter, as far as the act must be held against them. */
  readonly counterDays: readonly UnitDayState[];
  readonly now: Instant;
}

/** A device clock ahead of the server's present: its dates cannot be what they say. */
export function findClockFault(action: KnownAction, now: Instant): VerdictCause | undefined {
  return action.at > now + CLOCK_TOLERANCE_MS ? 'dateDoubt' : undefined;
}
