import { z } from 'zod';
import { instantSchema, localDaySchema } from '../../base/time';

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
  /** A code of a lease was spoilt; every number of a lease is accounted for. */
  CodeVoided: z.object({ v: z.literal(1), code: z.string().max(60), reason: z.string().min(1).max(300) }),
} as const;
