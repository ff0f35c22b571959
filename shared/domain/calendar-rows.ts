import { z } from 'zod';
import { localDaySchema } from '../base/time';

/**
 * One exceptional day of the country: a day off, or a weekend day worked in exchange. A holiday that falls on a weekend is
 * listed too, so that no counter with Saturday duty opens on it.
 */
export const calendarEntrySchema = z.object({
  day: localDaySchema,
  type: z.enum(['off', 'working']),
  name: z.string().max(120),
  provisional: z.boolean(),
  /** Announcement the entry rests on, e.g. `TB 9441/TB-BNV`; named in the trace. */
  decisionNo: z.string().min(1).max(120).optional(),
});

/** See {@link calendarEntrySchema}. */
export type CalendarEntry = z.infer<typeof calendarEntrySchema>;

/** The country's days off and swapped working days of the years named. Saturdays and Sundays are off unless listed. */
export const calendarSchema = z.object({ years: z.array(z.int()).min(1), entries: z.array(calendarEntrySchema) });

/** See {@link calendarSchema}. */
export type CalendarRows = z.infer<typeof calendarSchema>;
