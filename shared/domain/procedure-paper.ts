import { z } from 'zod';
import { localDaySchema } from '../base/time';
import { answerConditionSchema } from './case-question';

/**
 * How long a paper proves what it says: for ever (a birth certificate), some calendar days from its issue (a marital status
 * certificate: 6 months), or until a newer one of the same person and type replaces it (a land certificate). Values are rule
 * data, provisional until the province confirms them. Without a rule a paper is never reused.
 */
export const paperValiditySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('forever') }),
  z.object({ kind: z.literal('days'), days: z.int().min(1).max(36_500) }),
  z.object({ kind: z.literal('untilReplaced') }),
]);
/** See {@link paperValiditySchema}. */
export type PaperValidity = z.infer<typeof paperValiditySchema>;

/**
 * A paper on a procedure's published list (giấy tờ phải nộp, xuất trình, tra cứu). `submit` papers stay with the office and
 * enter custody, `present` ones are shown and given back at once, `lookup` ones the office finds itself (counter reality §1.15).
 */
export const requiredPaperSchema = z.object({
  id: z.string().min(1).max(60),
  name: z.string().min(1).max(400),
  mode: z.enum(['submit', 'present', 'lookup']),
  /** False for papers needed only in some situations; `when` then says which, in words. */
  required: z.boolean(),
  when: z.string().max(300).optional(),
  /** Answers under which the paper is on the list at all; absent: always. */
  condition: answerConditionSchema.optional(),
  /** First and last day (inclusive) on which the paper belongs to the list; absent: no end on that side. */
  validFrom: localDaySchema.optional(),
  validTo: localDaySchema.optional(),
  /** Mã giấy tờ: the same paper in every procedure. Without one it cannot be reused. */
  typeCode: z.string().min(1).max(60).optional(),
  validity: paperValiditySchema.optional(),
  /** Whose paper it is, for reuse by person. Absent: the applicant's, when there is just one. */
  belongsTo: z.enum(['applicant', 'everyApplicant', 'submitter']).optional(),
  /** Usual number of each form; only `submit` papers enter custody. */
  counts: z.object({ original: z.int().min(0), certifiedCopy: z.int().min(0), photocopy: z.int().min(0) }),
  digitise: z.discriminatedUnion('duty', [
    z.object({ duty: z.literal('required') }),
    z.object({ duty: z.literal('optional') }),
    z.object({ duty: z.literal('exempt'), reason: z.string().max(200) }),
  ]),
});

/** See {@link requiredPaperSchema}. */
export type RequiredPaper = z.infer<typeof requiredPaperSchema>;
