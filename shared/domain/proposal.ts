import { z } from 'zod';
import { instantSchema } from '../base/time';
import { backEntrySchema, payloadSchemas, subjectSchema } from './actions/action';
import { intakeSchema } from './actions/dossier-actions';

const stamped = new Set([
  'DossierReceived',
  'OnlineSubmissionAccepted',
  'OnlineSubmissionArrived',
  'OfficialCodeAssigned',
]);

/** Kinds whose payload a page proposes whole; the door adds nothing to them. */
export const plainKinds = Object.keys(payloadSchemas).filter((kind) => !stamped.has(kind));

/**
 * What a page asks the append door to record. Reception carries the intake only: code, slip number, appointment and
 * rule versions are added by the door from lease, journal and packages. Who, when and sequence are never proposed.
 */
export const proposalSchema = z.object({
  subject: subjectSchema,
  /** Position in the subject that the officer saw; 0 for a new one. */
  base: z.int().min(0),
  /** Legal time, only for a marked back entry. */
  happenedAt: instantSchema.optional(),
  backEntry: backEntrySchema.optional(),
  act: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('DossierReceived'), intake: intakeSchema }),
    z.object({ kind: z.literal('OnlineSubmissionAccepted') }),
    z.object({
      kind: z.literal('plain'),
      plainKind: z.string().max(60),
      payload: z.looseObject({ v: z.int().min(1) }),
    }),
  ]),
});
/** See {@link proposalSchema}. */
export type Proposal = z.infer<typeof proposalSchema>;
