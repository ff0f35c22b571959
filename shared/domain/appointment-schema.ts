import { z } from 'zod';
import { instantSchema, localDaySchema } from '../base/time';
import { timeLimitSchema } from './procedure';

/** One readable step of how a date was found. The sentence is made in `shared/text` from `kind` and the data. */
export const traceStepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('received'), at: instantSchema }),
  z.object({
    kind: z.literal('movedToOpening'),
    from: instantSchema,
    to: instantSchema,
    why: z.enum(['beforeOpening', 'lunch', 'afterClosing', 'dayOff']),
  }),
  z.object({ kind: z.literal('limit'), limit: timeLimitSchema }),
  z.object({ kind: z.literal('afterCutoff'), cutoff: z.string(), day: localDaySchema }),
  z.object({ kind: z.literal('dayCounted'), day: localDaySchema, count: z.int() }),
  z.object({ kind: z.literal('daySkipped'), day: localDaySchema, name: z.string(), provisional: z.boolean() }),
  z.object({ kind: z.literal('swappedWorkingDay'), day: localDaySchema, name: z.string(), provisional: z.boolean() }),
  z.object({ kind: z.literal('endMoved'), from: localDaySchema, to: localDaySchema }),
  z.object({ kind: z.literal('due'), at: instantSchema }),
  z.object({ kind: z.literal('noAppointment') }),
]);
/** See {@link traceStepSchema}. */
export type TraceStep = z.infer<typeof traceStepSchema>;

/**
 * Hẹn trả: the promise printed on the slip and the legal instant behind it.
 * `legalDue` is the last lawful instant; `promisedAt` is printed and never later than it. Both null when the
 * procedure has no limit. `provisional`: a day of the trace rests on an unconfirmed calendar entry.
 */
export const appointmentSchema = z.object({
  limit: timeLimitSchema,
  /** When the limit started to run (reception moved to working time). */
  startsAt: instantSchema,
  legalDue: instantSchema.nullable(),
  promisedAt: instantSchema.nullable(),
  trace: z.array(traceStepSchema).max(800),
  provisional: z.boolean(),
});
/** See {@link appointmentSchema}. */
export type Appointment = z.infer<typeof appointmentSchema>;
