import { z } from 'zod';

/**
 * Statutory time limit. `sameDay`: result the same day, received after the cut-off of the rule set (15:00, NĐ 23/2015) the
 * next working day. `months` end on the same day of the month, on its last day when there is none (BLDS 2015 art. 147;
 * provisional). 8 working hours count as one working day (domain notes §5.1).
 */
export const timeLimitSchema = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('workingDays'), amount: z.int().min(1).max(400) }),
  z.object({ unit: z.literal('workingHours'), amount: z.int().min(1).max(3200) }),
  z.object({ unit: z.literal('calendarDays'), amount: z.int().min(1).max(1000) }),
  z.object({ unit: z.literal('months'), amount: z.int().min(1).max(36) }),
  z.object({ unit: z.literal('sameDay') }),
  z.object({ unit: z.literal('none') }),
]);

/** See {@link timeLimitSchema}. */
export type TimeLimit = z.infer<typeof timeLimitSchema>;
