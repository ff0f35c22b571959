import { z } from 'zod';
import { instantSchema, localDaySchema } from '../base/time';
import { ADDENDUM_ROWS, addendumRowSchema } from '../domain/actions/unit-day-actions';
import { formHeadSchema } from '../domain/form-set';

/** An addendum to a closed register, as it is exported and printed. */
export const registerAddendumSchema = z.object({
  head: formHeadSchema,
  practice: z.boolean(),
  unitId: z.string().max(60),
  day: localDaySchema,
  /** Null while it is not issued: what would stand in it. */
  number: z.int().min(1).nullable(),
  reason: z.string().max(300),
  /** The register it adds to. */
  closing: z.object({ closedAt: instantSchema, officer: z.string(), registerHash: z.string() }),
  /** Head of the device's hash chain when it was issued; of the closing while it is not. */
  chainHead: z.string(),
  rows: z.array(addendumRowSchema).max(ADDENDUM_ROWS),
  madeAt: instantSchema,
  madeBy: z.string().max(200),
});
/** See {@link registerAddendumSchema}. */
export type RegisterAddendum = z.infer<typeof registerAddendumSchema>;
