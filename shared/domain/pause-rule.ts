import { z } from 'zod';

/**
 * How a pause moves the date, by its three names (counter notes §5, 3). `restart`: the whole limit anew from the end of the
 * pause (NĐ 61/2018; domain notes §5.3 (b)). `addWorkingTime`: the date moves by the working time of the pause.
 * `addCalendarDays`: by the days between its first and last day, then on to a working day (domain notes §5.3 (a)); so are all
 * pauses of limits in calendar days or months that do not restart. Same-day limits always count anew from the end of
 * the pause.
 */
export const pauseModeSchema = z.enum(['restart', 'addWorkingTime', 'addCalendarDays']);
/** See {@link pauseModeSchema}. */
export type PauseMode = z.infer<typeof pauseModeSchema>;

const common = {
  mode: pauseModeSchema,
  /** Legal ground, shown in the trace. */
  law: z.string().min(1).max(300),
  /** True while no official text was read for it. */
  provisional: z.boolean(),
  /** Codes of the procedure fields it is limited to; absent: all. */
  onlyFields: z.array(z.string().min(1).max(60)).min(1).optional(),
};

/**
 * A stretch that does not count into the limit: start event, end event, whose time it is, law. Nothing else pauses, above
 * all not the wait for another agency (domain notes §5.3).
 */
export const pauseRuleSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('supplement'),
    starts: z.literal('SupplementRequested'),
    ends: z.literal('SupplementReceived'),
    whose: z.literal('citizen'),
    ...common,
  }),
  z.object({
    kind: z.literal('payment'),
    starts: z.literal('ObligationNotified'),
    ends: z.literal('ObligationFulfilled'),
    whose: z.literal('citizen'),
    ...common,
  }),
  z.object({
    kind: z.literal('taxDetermination'),
    starts: z.literal('Forwarded'),
    ends: z.literal('ObligationNotified'),
    whose: z.literal('taxAuthority'),
    ...common,
  }),
  z.object({
    kind: z.literal('publicPosting'),
    /** Posting that begins at reception is part of the first date; one that begins at the hand-over moves it. */
    starts: z.enum(['DossierReceived', 'HandedOver']),
    ends: z.literal('period'),
    whose: z.literal('public'),
    /** Calendar days of posting. */
    days: z.int().min(1).max(120),
    ...common,
  }),
]);
/** See {@link pauseRuleSchema}. */
export type PauseRule = z.infer<typeof pauseRuleSchema>;

/** Why the limit does not run. */
export type PauseKind = PauseRule['kind'];
