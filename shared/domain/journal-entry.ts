import { z } from 'zod';
import { instantSchema } from '../base/time';
import { actionSchema } from './actions/action';
import { codeLeaseReturnSchema, codeLeaseSchema } from './code-lease';
import { receiptSchema } from './verdict';

/** Where a pull stands: the server's epoch and the last number of this unit's feed. */
export const checkpointSchema = z.object({ serverEpoch: z.string().max(60), n: z.int().min(0) });
/** See {@link checkpointSchema}. */
export type Checkpoint = z.infer<typeof checkpointSchema>;

/** An action of the server's feed together with its receipt. */
export const acceptedActionSchema = z.object({ action: actionSchema, receipt: receiptSchema });
/** See {@link acceptedActionSchema}. */
export type AcceptedAction = z.infer<typeof acceptedActionSchema>;

/**
 * What one journal line says (before sealing). One line = one fsync = all or none.
 * `actions`: own acts, n of one command. `receipts`: the province's signed words on own acts. `pulled`: others' accepted
 * acts. `lease`: code ranges granted or given back. `access`: views, prints, exports.
 */
export const journalBodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('actions'), actions: z.array(actionSchema).min(1) }),
  z.object({ kind: z.literal('receipts'), receipts: z.array(receiptSchema).min(1) }),
  z.object({ kind: z.literal('pulled'), items: z.array(acceptedActionSchema), checkpoint: checkpointSchema }),
  z.object({
    kind: z.literal('lease'),
    at: instantSchema,
    leases: z.array(codeLeaseSchema),
    returned: z.array(codeLeaseReturnSchema).optional(),
  }),
  z.object({
    kind: z.literal('access'),
    entries: z.array(
      z.object({
        at: instantSchema,
        officerId: z.string(),
        what: z.enum(['viewed', 'printed', 'exported', 'revealed', 'unlockFailed', 'unlocked', 'locked']),
        subjectKey: z.string().max(200).optional(),
        detail: z.string().max(200).optional(),
      }),
    ),
  }),
  z.object({ kind: z.literal('incarnation'), at: instantSchema, deviceId: z.string(), incarnation: z.string() }),
]);
/** See {@link journalBodySchema}. */
export type JournalBody = z.infer<typeof journalBodySchema>;

/** A journal line as read back: `line` counts 1, 2, 3 … over all segments. */
export interface JournalEntry {
  readonly line: number;
  readonly body: JournalBody;
}
