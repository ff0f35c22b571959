import { z } from 'zod';
import { uuidV7Schema } from '../../base/ids';
import { localDaySchema } from '../../base/time';

/** Number of each form of a paper that was handed over or shown. */
export const paperCountsSchema = z.object({
  original: z.int().min(0).max(999),
  certifiedCopy: z.int().min(0).max(999),
  photocopy: z.int().min(0).max(999),
});
/** See {@link paperCountsSchema}. */
export type PaperCounts = z.infer<typeof paperCountsSchema>;

/** A paper as received (giấy tờ đã nộp, đã xuất trình). `paperId` is the id on the procedure's list. */
export const receivedPaperSchema = z.object({
  paperId: z.string().min(1).max(60),
  name: z.string().min(1).max(400),
  mode: z.enum(['submit', 'present', 'lookup']),
  counts: paperCountsSchema,
  /** Legal ground of a paper outside the published list; without it such a paper may not be asked for. */
  ground: z.string().min(1).max(300).optional(),
  /** The citizen handed it over unasked although the office holds it already ("công dân tự nộp"). */
  volunteered: z.literal(true).optional(),
  /** Why it was asked for although the office holds it already. */
  repeatReason: z.string().min(1).max(300).optional(),
  /** Day on the paper itself; limits in days run from it. */
  issuedOn: localDaySchema.optional(),
});
/** See {@link receivedPaperSchema}. */
export type ReceivedPaper = z.infer<typeof receivedPaperSchema>;

/** A paper the citizen is asked to bring, on Form 02 before or after reception. `paperId` as in {@link receivedPaperSchema}. */
export const askedPaperSchema = receivedPaperSchema.pick({
  paperId: true,
  name: true,
  ground: true,
  repeatReason: true,
});
/** See {@link askedPaperSchema}. */
export type AskedPaper = z.infer<typeof askedPaperSchema>;

/** SHA-256 in lower-case hex. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** One digitised page: a sealed file named by its id, its content by SHA-256. */
export const pageSchema = z.object({
  pageId: uuidV7Schema,
  sha256: sha256Schema,
  mime: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
  bytes: z.int().min(1),
});
/** See {@link pageSchema}. */
export type PageRef = z.infer<typeof pageSchema>;

/** An amount in đồng. */
export const amountSchema = z.int().min(0).max(10_000_000_000);

/** Sổ tiền: state money (phí, lệ phí) and postal charge (cước) never mix. */
export const ledgerSchema = z.enum(['stateFee', 'postalCharge']);
/** See {@link ledgerSchema}. */
export type Ledger = z.infer<typeof ledgerSchema>;

/** One line of a fee. Amounts in đồng. */
export const feeLineSchema = z.object({
  ledger: ledgerSchema,
  name: z.string().min(1).max(200),
  amount: amountSchema,
});
/** See {@link feeLineSchema}. */
export type FeeLine = z.infer<typeof feeLineSchema>;

/** How the citizen gets the result. */
export const returnMethodSchema = z.enum(['counter', 'post', 'online']);

/** How papers travel at a hand-over: on paper, as files, or both. */
export const mediumSchema = z.enum(['paper', 'electronic', 'both']);

/**
 * Who let an act pass that the table ties to an approval. `immediate`: somebody with the permission stood by.
 * `deferred`: one person was present, the act went on with its reason and waits on the leader's list for the close.
 */
export const approvalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('immediate'), approverId: z.string().min(1).max(60) }),
  z.object({ kind: z.literal('deferred'), reason: z.string().min(1).max(300) }),
]);
/** See {@link approvalSchema}. */
export type Approval = z.infer<typeof approvalSchema>;
