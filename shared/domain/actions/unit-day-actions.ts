import { z } from 'zod';
import { uuidV7Schema } from '../../base/ids';
import { instantSchema, localDaySchema } from '../../base/time';

/** Why an act of a closed day is not in its register. */
export const latenessSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('backEntry'), reason: z.enum(['power', 'line', 'forgotten']) }),
  z.object({ kind: z.literal('afterClosing') }),
  /** It was done in time, but its counter's data came after the closing. */
  z.object({ kind: z.literal('otherCounter'), name: z.string().max(200) }),
  z.object({ kind: z.literal('otherPlace') }),
]);
/** See {@link latenessSchema}. */
export type Lateness = z.infer<typeof latenessSchema>;

/**
 * One row of an addendum, as signed: what it says is kept here and not made out again, so that later acts and names do not
 * change a paper that the leader signed.
 */
export const addendumRowSchema = z.object({
  actionId: uuidV7Schema,
  dossierId: uuidV7Schema,
  actKind: z.string().max(60),
  code: z.string().max(60),
  person: z.string().max(200),
  procedureCode: z.string().max(20),
  procedureName: z.string().max(400),
  happenedAt: instantSchema,
  recordedAt: instantSchema,
  promisedAt: instantSchema.nullable(),
  fee: z.int(),
  feeCollected: z.int(),
  why: latenessSchema,
});
/** See {@link addendumRowSchema}. */
export type AddendumRow = z.infer<typeof addendumRowSchema>;

/** Rows of one addendum: more would not fit one push to the province. */
export const ADDENDUM_ROWS = 500;

/** Payload schema of every unit-day kind of this version. */
export const unitDayPayloads = {
  /** An officer opened the counter for the day, with the cash float in đồng. */
  ShiftOpened: z.object({ v: z.literal(1), cashFloat: z.int().min(0).max(1_000_000_000) }),
  /**
   * The day's register was closed and signed: later facts of that day appear only in a numbered addendum.
   * Reproducible byte for byte "as of" this closing.
   */
  RegisterClosed: z.object({
    v: z.literal(1),
    day: localDaySchema,
    /** Last journal line and subject positions included, so that the rows can be found again. */
    asOfLine: z.int().min(0),
    rows: z.int().min(0),
    /** SHA-256 of the canonical JSON of the register as closed. */
    registerHash: z.string().regex(/^[0-9a-f]{64}$/),
    /** Head of the device's hash chain, printed on the paper the leader signs. */
    chainHead: z.string().max(64),
    closedAt: instantSchema,
    /** Counters whose data had not arrived, and why the day was closed all the same. */
    missingCounters: z.array(z.object({ counterId: z.string(), reason: z.string().max(300) })).max(20),
  }),
  /** A numbered addendum to a closed register: rows of its day that came to light after the closing, each with its reason. */
  RegisterAddendumIssued: z.object({
    v: z.literal(1),
    day: localDaySchema,
    /** 1, 2, 3 … of the closing. */
    number: z.int().min(1).max(999),
    /** The `RegisterClosed` that it adds to. */
    closingId: uuidV7Schema,
    reason: z.string().min(1).max(300),
    /** Head of the device's hash chain when it was issued, printed on its pages. */
    chainHead: z.string().max(64),
    rows: z.array(addendumRowSchema).min(1).max(ADDENDUM_ROWS),
  }),
  /** A code of a lease was spoilt; every number of a lease is accounted for. */
  CodeVoided: z.object({ v: z.literal(1), code: z.string().max(60), reason: z.string().min(1).max(300) }),
} as const;
