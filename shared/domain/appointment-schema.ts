import { z } from 'zod';
import { instantSchema, localDaySchema } from '../base/time';
import { timeLimitSchema } from './procedure-limit';

/** The longest limit (3,200 working hours) at one hour a day, with all its days off. */
const MAX_STEPS = 8000;

const namedDay = {
  day: localDaySchema,
  name: z.string(),
  provisional: z.boolean(),
  /** Decision behind a closure of this unit, or announcement of a swap. */
  decisionNo: z.string().optional(),
};

/** One readable step of how a date was found. The sentence is made in `shared/text` from `kind` and the data. */
export const traceStepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('received'), at: instantSchema }),
  z.object({
    kind: z.literal('movedToOpening'),
    from: instantSchema,
    to: instantSchema,
    why: z.enum(['beforeOpening', 'lunch', 'afterClosing', 'dayOff', 'dutyDay']),
  }),
  z.object({ kind: z.literal('limit'), limit: timeLimitSchema }),
  z.object({ kind: z.literal('afterCutoff'), cutoff: z.string(), day: localDaySchema }),
  z.object({ kind: z.literal('dayCounted'), day: localDaySchema, count: z.int() }),
  z.object({ kind: z.literal('daySkipped'), ...namedDay }),
  z.object({ kind: z.literal('swappedWorkingDay'), ...namedDay }),
  /** The days off of this year are not loaded: from here on the date is only provisional. */
  z.object({ kind: z.literal('yearMissing'), year: z.int() }),
  /** Public posting that begins with the reception does not count (rule data of the procedure). */
  z.object({ kind: z.literal('posting'), days: z.int(), until: instantSchema, law: z.string() }),
  /** The month had no such day. */
  z.object({ kind: z.literal('monthShortened'), day: localDaySchema }),
  /** The unit promises the end of the session or of the day instead of the hour that was counted. */
  z.object({ kind: z.literal('dueTime'), rule: z.enum(['endOfSession', 'endOfDay']), from: instantSchema }),
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
  trace: z.array(traceStepSchema).max(MAX_STEPS),
  provisional: z.boolean(),
});
/** See {@link appointmentSchema}. */
export type Appointment = z.infer<typeof appointmentSchema>;
