import { z } from 'zod';
import { uuidV7Schema } from '../../base/ids';
import { instantSchema, localDaySchema } from '../../base/time';
import { approvalSchema, askedPaperSchema, mediumSchema, receivedPaperSchema } from './action-parts';

/** Kinds about the way of a received dossier through the offices. */
export const handlingPayloads = {
  /** Fact: one complete request for more papers after reception (status 5). The second one counts as overdue nationally. */
  SupplementRequested: z.object({
    v: z.literal(1),
    items: z.array(z.string().min(1).max(400)).min(1).max(40),
    /** Those of the items that are papers, so that nothing at hand or outside the list is asked unseen. */
    askedPapers: z.array(askedPaperSchema).max(40).optional(),
    reason: z.string().min(1).max(600),
    answerBy: localDaySchema.optional(),
    /** Needed from the second request on. */
    legalGround: z.string().min(1).max(300).optional(),
    approval: approvalSchema.optional(),
  }),
  /** Fact: the citizen brought everything that was asked. */
  SupplementReceived: z.object({ v: z.literal(1), papers: z.array(receivedPaperSchema).max(40) }),
  /** Fact: the folder left the counter for the handling unit (status 4). */
  HandedOver: z.object({
    v: z.literal(1),
    to: z.string().min(1).max(200),
    medium: mediumSchema,
    originals: z.int().min(0).max(999),
    /** Hand-over list that names it, when several left together. */
    listNo: z.string().max(60).optional(),
    /** Internal step (quy trình nội bộ) that begins. */
    stepId: z.string().max(60).optional(),
  }),
  /** Somebody signed for a hand-over. A decision when it confirms another's list. */
  HandoverConfirmed: z.object({
    v: z.literal(1),
    handoverId: uuidV7Schema,
    receivedBy: z.string().min(1).max(200),
    originals: z.int().min(0).max(999),
    /** What differed from the list, in words; absent when all was there. */
    mismatch: z.string().max(600).optional(),
  }),
  /** Fact: sent on to another body. `taxDetermination` starts the tax authority's time in land procedures, `other` pauses nothing. */
  Forwarded: z.object({
    v: z.literal(1),
    to: z.string().min(1).max(200),
    purpose: z.enum(['taxDetermination', 'consultation', 'competence', 'other']),
    documentNo: z.string().max(100).optional(),
    medium: mediumSchema,
  }),
  /** Decision: a new promise after an apology. The second one needs an approver who is there. */
  DeadlineExtended: z.object({
    v: z.literal(1),
    newPromise: instantSchema,
    reason: z.string().min(1).max(600),
    approval: approvalSchema.optional(),
  }),
  /** Fact: the apology (Form 04) was drawn up and signed by the head of the handling unit. */
  ApologyIssued: z.object({
    v: z.literal(1),
    number: z.string().max(60),
    reason: z.string().min(1).max(600),
    remedy: z.string().max(600),
    newPromise: instantSchema,
    signedBy: z.string().min(1).max(200),
    signedOn: localDaySchema,
    /** Needed from the second letter on: it promises anew. */
    approval: approvalSchema.optional(),
  }),
  /** Fact: the citizen has the apology; only then it counts. */
  ApologyDelivered: z.object({
    v: z.literal(1),
    apologyId: uuidV7Schema,
    by: z.enum(['hand', 'post', 'email', 'zalo']),
    proof: z.string().min(1).max(300),
  }),
  /** Fact: processing was stopped (status 8), Form 05 of TT 03/2025. */
  ProcessingStopped: z.object({
    v: z.literal(1),
    reason: z.string().min(1).max(600),
    decisionNo: z.string().max(100).optional(),
    stage: z.string().max(200).optional(),
    originalsReturned: z.int().min(0).max(999).optional(),
  }),
  /** Fact: the citizen took the dossier back (status 7). */
  Withdrawn: z.object({
    v: z.literal(1),
    reason: z.string().min(1).max(600),
    originalsReturned: z.int().min(0).max(999).optional(),
  }),
} as const;
