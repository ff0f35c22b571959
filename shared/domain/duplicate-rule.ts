import { z } from 'zod';

/**
 * What makes two dossiers possibly the same request, by procedure (counter needs §2a; values are provisional). None where
 * people rightly come again and again (certified copies); the child for births; the parcel for land; `sameSubject`: the same
 * applicant at any time.
 */
export const duplicateRuleSchema = z.enum(['none', 'samePersonSameDay', 'sameSubject', 'sameChild', 'sameParcel']);
/** See {@link duplicateRuleSchema}. */
export type DuplicateRule = z.infer<typeof duplicateRuleSchema>;
