import { z } from 'zod';
import { instantSchema, localDaySchema } from '../base/time';
import { formHeadSchema } from '../domain/form-set';

/** One row of the daily intake log (Sổ theo dõi hồ sơ with sync audit, domain notes §10.3). All values ready to print. */
export const registerRowSchema = z.object({
  no: z.int().min(1),
  dossierId: z.string().max(60),
  code: z.string().max(60),
  temporaryCode: z.string().max(60),
  receivedAt: instantSchema,
  backEntry: z.boolean(),
  procedureCode: z.string().max(20),
  procedureName: z.string().max(400),
  fieldName: z.string().max(200),
  channel: z.string().max(60),
  applicant: z.string().max(260),
  identity: z.string().max(60),
  submitter: z.string().max(200),
  phone: z.string().max(20),
  address: z.string().max(500),
  setCount: z.int(),
  papers: z.int(),
  digitised: z.int(),
  reused: z.int(),
  fee: z.int(),
  feeCollected: z.int(),
  /** No rate was known: `fee` then is no figure. Absent where it is one, so that closed registers keep their hash. */
  feeUndecided: z.literal(true).optional(),
  promisedAt: instantSchema.nullable(),
  handlingUnit: z.string().max(200),
  returnMethod: z.string().max(60),
  /** When the result was handed out; the citizen signs beside it. */
  returnedAt: instantSchema.nullable(),
  officer: z.string().max(200),
  status: z.string().max(60),
  sync: z.string().max(120),
  note: z.string().max(300),
});
/** See {@link registerRowSchema}. */
export type RegisterRow = z.infer<typeof registerRowSchema>;

/** A day's register of a unit as it is exported, printed and closed. */
export const registerSchema = z.object({
  head: formHeadSchema,
  practice: z.boolean(),
  unitId: z.string().max(60),
  day: localDaySchema,
  counters: z.array(z.object({ counterId: z.string(), name: z.string(), dataUntil: instantSchema.nullable() })),
  rows: z.array(registerRowSchema).max(20_000),
  totals: z.object({
    received: z.int(),
    counter: z.int(),
    online: z.int(),
    post: z.int(),
    fee: z.int(),
    feeCollected: z.int(),
    /** Dossiers whose fee is in no sum, because no rate was known. */
    feeUndecided: z.int().optional(),
    waiting: z.int(),
  }),
  /** Set once the day was closed. */
  closing: z
    .object({
      closedAt: instantSchema,
      officer: z.string(),
      registerHash: z.string(),
      chainHead: z.string(),
      /** Counters nothing was heard of, with the reason typed at the closing. */
      missing: z.array(z.object({ counterId: z.string(), reason: z.string().max(300) })).max(20),
    })
    .nullable(),
  masked: z.boolean(),
  madeAt: instantSchema,
  madeBy: z.string().max(200),
});
/** See {@link registerSchema}. */
export type Register = z.infer<typeof registerSchema>;
