import { z } from 'zod';
import { uuidV7Schema } from '../../base/ids';

/** Kinds about codes and issues of the record itself. */
export const recordPayloads = {
  /** Decision: the code of the same dossier in another system (portal, civil status, land, police …). */
  ExternalCodeLinked: z.object({
    v: z.literal(1),
    system: z.string().min(1).max(60),
    code: z.string().min(1).max(80),
    /** True for a code the other system replaces later. */
    provisional: z.boolean(),
  }),
  /** Fact, server only: pairs an official code with a temporary number. */
  OfficialCodeAssigned: z.object({ v: z.literal(1), code: z.string().max(60), replaces: z.string().max(60) }),
  /** Fact: somebody closed an issue the province raised. */
  IssueResolved: z.object({ v: z.literal(1), actionId: uuidV7Schema, note: z.string().min(1).max(600) }),
  /**
   * Fact: somebody who may approve looked at an act that went on without them. `returned`: it has to be put right by another
   * act, with a word on what; the act itself happened and stays.
   */
  ApprovalDecided: z.discriminatedUnion('decision', [
    z.object({
      v: z.literal(1),
      actId: uuidV7Schema,
      decision: z.literal('approved'),
      note: z.string().max(600).optional(),
    }),
    z.object({
      v: z.literal(1),
      actId: uuidV7Schema,
      decision: z.literal('returned'),
      note: z.string().trim().min(1).max(600),
    }),
  ]),
} as const;
