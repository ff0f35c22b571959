import { z } from 'zod';
import { uuidV7Schema } from '../base/ids';
import { instantSchema } from '../base/time';

/** Who has to act on an issue or refusal. */
export const whoActsSchema = z.enum(['officer', 'supervisor', 'unitAdmin', 'province']);

/** Why the province raised an issue. The sentence is made in `shared/text`. */
export const verdictCauseSchema = z.enum([
  'duplicateCode',
  'codeOutsideLease',
  'unknownProcedure',
  'permission',
  'delegation',
  'transition',
  'dateDoubt',
  'conflict',
  'foreignUnit',
  'malformed',
  'deviceRevoked',
  'unknownKind',
]);
/** See {@link verdictCauseSchema}. */
export type VerdictCause = z.infer<typeof verdictCauseSchema>;

/**
 * The province's word on one action. Facts are never refused for rule, permission or date: they come back
 * `acceptedWithIssue`. Only decisions may be `refused`. `quarantined`: malformed, forged or foreign-unit, kept whole
 * outside the dossier.
 */
export const verdictSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('accepted') }),
  z.object({ type: z.literal('acceptedWithIssue'), cause: verdictCauseSchema, whoActs: whoActsSchema }),
  z.object({ type: z.literal('refused'), cause: verdictCauseSchema, whoActs: whoActsSchema }),
  z.object({ type: z.literal('quarantined'), cause: verdictCauseSchema, whoActs: whoActsSchema }),
]);
/** See {@link verdictSchema}. */
export type Verdict = z.infer<typeof verdictSchema>;

/** What the server signs for one action: see `receiptSigningText` in `shared/sync/protocol`. */
export const receiptSchema = z.object({
  actionId: uuidV7Schema,
  /** `dossier:<id>` or `unitDay:<unit>:<day>:<counter>`; see `subjectKey`. */
  subjectKey: z.string().max(200),
  /** SHA-256 (hex) of the canonical JSON of the action as received. */
  actionHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Position inside the subject, 1, 2, 3 …; null when quarantined. */
  pos: z.int().min(1).nullable(),
  verdict: verdictSchema,
  /** False when the server's own storage may lose it at a power cut: the journal must then be kept. */
  durable: z.boolean(),
  serverEpoch: z.string().max(60),
  /** Server time of acceptance. */
  at: instantSchema,
  keyId: z.string().max(100),
  /** Base64url ES256 signature (64 bytes) over `receiptSigningText`. */
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});
/** See {@link receiptSchema}. */
export type Receipt = z.infer<typeof receiptSchema>;
