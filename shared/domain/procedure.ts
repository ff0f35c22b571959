import { z } from 'zod';
import { localDaySchema } from '../base/time';
import { answerConditionSchema, caseQuestionSchema } from './case-question';
import { collectRuleSchema } from './collectors';
import { duplicateRuleSchema } from './duplicate-rule';
import { feeRuleSchema } from './procedure-fee';
import { internalStepSchema } from './internal-step';
import { pauseRuleSchema } from './pause-rule';
import { timeLimitSchema } from './procedure-limit';
import { paperValiditySchema, requiredPaperSchema } from './procedure-paper';

/** Trường hợp: a procedure's variant with its own papers, and limits and fees per channel. */
export const procedureCaseSchema = z.object({
  id: z.string().min(1).max(60),
  name: z.string().min(1).max(200),
  /** Answers that choose this case; absent: the officer picks it, or it is what remains when no other case holds. */
  condition: answerConditionSchema.optional(),
  papers: z.array(requiredPaperSchema),
  limits: z.object({ counter: timeLimitSchema, online: timeLimitSchema, post: timeLimitSchema }),
  /** Two-stage procedures: limit counted from the fulfilled financial obligation. */
  secondStage: timeLimitSchema.optional(),
  /** Quy trình nội bộ, in order; its steps never extend the limit. */
  steps: z.array(internalStepSchema).max(30).optional(),
  fees: z.object({ counter: feeRuleSchema, online: feeRuleSchema, post: feeRuleSchema }),
});

/** See {@link procedureCaseSchema}. */
export type ProcedureCase = z.infer<typeof procedureCaseSchema>;

/** Thủ tục hành chính as published, one version of it. */
export const procedureSchema = z.object({
  /** National code, e.g. `2.000815`. */
  code: z.string().regex(/^\d\.\d{6}$/),
  name: z.string().min(1).max(400),
  shortName: z.string().min(1).max(120),
  /** What officers type, e.g. `ks`, `ctbs`. */
  abbreviations: z.array(z.string().max(20)),
  field: z.object({ code: z.string(), name: z.string() }),
  /** What stops the limit here; absent: as the rule set says for its field. */
  pauses: z.array(pauseRuleSchema).max(10).optional(),
  handlingSystem: z.string().max(100),
  /** Three to five yes/no questions that choose case and papers; absent: the officer picks. */
  questions: z.array(caseQuestionSchema).max(5).optional(),
  cases: z.array(procedureCaseSchema).min(1),
  resultName: z.string().max(300),
  /** Paper type of the result and how long it proves; without both a result is never reused. */
  resultTypeCode: z.string().min(1).max(60).optional(),
  resultValidity: paperValiditySchema.optional(),
  /** Rule of the possible-duplicate check; none for certified copies. */
  duplicateRule: duplicateRuleSchema,
  /** Who may fetch the result; absent: any owner. */
  collectRule: collectRuleSchema.optional(),
  /** Whether the applicant is the one at the counter, or preset to somebody else (a child). */
  applicantIs: z.enum(['submitter', 'other']),
  /** False where the law asks no identity paper (certified copies). */
  identityRequired: z.boolean(),
  /** Counted things asked at intake, e.g. pages and copies of certified copies. */
  quantities: z.array(z.enum(['pages', 'copies'])),
  validFrom: localDaySchema,
  /** Fields of this row whose value no official text confirms, out of `provisionalFields`. */
  provisional: z.array(z.string()),
  source: z.string().max(200),
});

/** See {@link procedureSchema}. */
export type Procedure = z.infer<typeof procedureSchema>;
