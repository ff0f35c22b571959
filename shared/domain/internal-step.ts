import { z } from 'zod';
import type { Instant } from '../base/time';
import { runWorkingTime } from './time-limit';
import type { WorkingCalendar } from './working-calendar';

const HOUR_MS = 3_600_000;

/** One step of the internal process (quy trình nội bộ): who does it and in how many working hours. */
export const internalStepSchema = z.object({
  id: z.string().min(1).max(60),
  name: z.string().min(1).max(200),
  unit: z.string().min(1).max(200),
  role: z.string().min(1).max(100),
  hours: z.int().min(1).max(3200),
});
/** See {@link internalStepSchema}. */
export type InternalStep = z.infer<typeof internalStepSchema>;

/** A step with the instant it is due. `cut`: its own hours would have gone beyond the limit of the whole. */
export interface PlannedStep {
  readonly step: InternalStep;
  readonly due: Instant;
  readonly cut: boolean;
}

/**
 * Due times of the internal steps, one after another from the start of the limit. Steps never extend the total: none is due
 * after `legalDue` (domain notes §5.1). Without a limit (`legalDue` null) they run on.
 */
export function planInternalSteps(input: {
  readonly steps: readonly InternalStep[];
  readonly startsAt: Instant;
  readonly legalDue: Instant | null;
  readonly calendar: WorkingCalendar;
}): readonly PlannedStep[] {
  const { calendar, legalDue } = input;
  let startsAt = input.startsAt;
  return input.steps.map((step) => {
    const own = runWorkingTime({ startsAt, calendar }, step.hours * HOUR_MS).due;
    startsAt = own;
    const cut = legalDue !== null && own > legalDue;
    return { step, due: cut ? legalDue : own, cut };
  });
}
