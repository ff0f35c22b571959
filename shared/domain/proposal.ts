import { z } from 'zod';
import { uuidV7Schema } from '../base/ids';
import { instantSchema } from '../base/time';
import { backEntrySchema, payloadSchemas, subjectSchema, type KnownKind } from './actions/action';
import { intakeSchema } from './actions/intake-payload';
import { receptionPayloads } from './actions/reception-actions';

/** Talks that end without a reception: the paper given carries a number of the counter's slip series. */
export const talkKinds = ['GuidanceIssued', 'RefusalProposed', 'IntakeRefused'] as const satisfies readonly KnownKind[];
/** See {@link talkKinds}. */
export type TalkKind = (typeof talkKinds)[number];

const stamped: ReadonlySet<string> = new Set<KnownKind>([
  'DossierReceived',
  'OnlineSubmissionAccepted',
  'OnlineSubmissionArrived',
  'OfficialCodeAssigned',
  'PaperKitIssued',
  ...talkKinds,
]);

/** Kinds whose payload a page proposes whole; the door adds nothing to them. */
export const plainKinds = Object.keys(payloadSchemas).filter((kind) => !stamped.has(kind));

/** Most slips of one paper kit, as its payload allows. */
export const KIT_MAX_SLIPS = 200;

const noSlip = { slip: true } as const;

/**
 * What a page asks the append door to record. Code, slip number, appointment and rule versions of a reception, the slip
 * number of a talk, and codes and slips of a paper kit are added by the door from lease, journal and packages. Who, when and
 * sequence are never proposed.
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
    z.object({ kind: z.literal('GuidanceIssued'), talk: receptionPayloads.GuidanceIssued.omit(noSlip) }),
    z.object({ kind: z.literal('RefusalProposed'), talk: receptionPayloads.RefusalProposed.omit(noSlip) }),
    z.object({ kind: z.literal('IntakeRefused'), talk: receptionPayloads.IntakeRefused.omit(noSlip) }),
    z.object({
      kind: z.literal('PaperKitIssued'),
      kitId: uuidV7Schema,
      /** Unit the slips are for: prefix of their codes. */
      receivingUnitId: z.string().max(60),
      count: z.int().min(1).max(KIT_MAX_SLIPS),
    }),
    z.object({
      kind: z.literal('plain'),
      plainKind: z.string().max(60),
      payload: z.looseObject({ v: z.int().min(1) }),
    }),
  ]),
});
/** See {@link proposalSchema}. */
export type Proposal = z.infer<typeof proposalSchema>;
