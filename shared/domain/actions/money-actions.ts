import { z } from 'zod';
import { uuidV7Schema } from '../../base/ids';
import { instantSchema, localDaySchema } from '../../base/time';
import { approvalSchema, amountSchema, feeLineSchema, ledgerSchema } from './action-parts';

/** Biên lai: number of a registered series (mẫu số, ký hiệu), or our own slip that replaces no receipt. */
export const receiptNumberSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('series'),
    formNo: z.string().min(1).max(40),
    symbol: z.string().min(1).max(40),
    number: z.int().min(1),
  }),
  z.object({ kind: z.literal('ownSlip'), number: z.string().min(1).max(60) }),
]);
/** See {@link receiptNumberSchema}. */
export type ReceiptNumber = z.infer<typeof receiptNumberSchema>;

/** Why state fees are not asked: ground in law, and the paper that shows it. `waiverId`: of the procedure's fee rule. */
const waiverSchema = z.object({
  ground: z.string().min(1).max(300),
  proof: z.string().min(1).max(300).optional(),
  waiverId: z.string().max(60).optional(),
});

/** Kinds about money. Amounts in đồng. */
export const moneyPayloads = {
  /**
   * Fact: money was taken, or a transfer announced (`confirmed: false` until the bank shows it). `waived`: nothing was taken,
   * the lines say what is not asked and `waiver` why (miễn, giảm; counter reality §1.10).
   */
  FeeCollected: z.object({
    v: z.literal(1),
    lines: z.array(feeLineSchema).min(1).max(20),
    method: z.enum(['cash', 'transfer', 'gateway', 'waived']),
    /** Absent counts as confirmed: cash needs no confirmation. */
    confirmed: z.boolean().optional(),
    reference: z.string().max(100).optional(),
    receipt: receiptNumberSchema.optional(),
    /** Needed with `waived`. */
    waiver: waiverSchema.optional(),
    approval: approvalSchema.optional(),
  }),
  /** Decision: a collection was entered by mistake. After the cash was handed in it needs an approver. */
  FeeCancelled: z.object({
    v: z.literal(1),
    collectionId: uuidV7Schema,
    reason: z.string().min(1).max(300),
    approval: approvalSchema.optional(),
  }),
  /** Fact: money was given back. */
  FeeRefunded: z.object({
    v: z.literal(1),
    lines: z.array(feeLineSchema).min(1).max(20),
    method: z.enum(['cash', 'transfer']),
    reason: z.string().min(1).max(300),
    collectionId: uuidV7Schema.optional(),
    /** Who got the money; absent: the one who had paid. */
    payee: z.string().min(1).max(200).optional(),
    /** Phiếu chi, or the bank's reference. */
    voucherNo: z.string().min(1).max(60).optional(),
    approval: approvalSchema.optional(),
  }),
  /** Fact: the tax or fee notice reached the citizen (status 6): from here the citizen's time runs. */
  ObligationNotified: z.object({
    v: z.literal(1),
    noticeNo: z.string().min(1).max(100),
    issuedBy: z.string().min(1).max(200),
    amount: amountSchema,
    dueDay: localDaySchema.optional(),
    fileSha256: z.string().max(64).optional(),
  }),
  /** Fact: the obligation was paid; the result date is counted anew and a re-dated slip handed out (stage 2 of Form 01). */
  ObligationFulfilled: z.object({
    v: z.literal(1),
    /** The `ObligationNotified` that was paid; without it everything that was open is. */
    notificationId: uuidV7Schema.optional(),
    voucherNo: z.string().min(1).max(100),
    paidOn: localDaySchema,
    ledger: ledgerSchema.optional(),
    fileSha256: z.string().max(64).optional(),
    seenAt: instantSchema.optional(),
  }),
} as const;
