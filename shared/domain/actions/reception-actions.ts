import { z } from 'zod';
import { instantSchema, localDaySchema } from '../../base/time';
import { appointmentSchema } from '../appointment-schema';
import { partySchema } from '../person';
import { askedPaperSchema, receivedPaperSchema, returnMethodSchema } from './action-parts';
import { frozenVersionsSchema, intakeSchema, slipNumberSchema, stampedReception } from './intake-payload';

/** A talk at the counter that ended without a reception: what is needed to number and count the paper given. */
const beforeReception = {
  v: z.literal(1),
  procedureCode: z.string().max(20),
  procedureName: z.string().max(400),
  receivingUnitId: z.string().max(60),
  parties: z.array(partySchema).min(1).max(20),
  summary: z.string().max(1000),
  slip: slipNumberSchema,
  reason: z.string().min(1).max(600),
};

/** Kinds that begin a dossier or precede it. */
export const receptionPayloads = {
  /** Fact: an official counter received the dossier; the clock starts. */
  DossierReceived: intakeSchema.extend(stampedReception),
  /** Fact: the post took the papers in on a consignment slip; the clock starts when the centre gets the bag (provisional, QĐ 45/2016). */
  CollectedByPost: z.object({
    v: z.literal(1),
    intake: intakeSchema,
    consignmentNo: z.string().min(1).max(60),
    place: z.string().max(200),
  }),
  /** Fact, server only: a submission of the portal waits for acceptance (status 1). */
  OnlineSubmissionArrived: z.object({
    v: z.literal(1),
    portalCode: z.string().max(60),
    submittedAt: instantSchema,
    intake: intakeSchema,
  }),
  /** Fact: an online submission was accepted; keeps the portal's code, uses no lease. */
  OnlineSubmissionAccepted: z.object({
    v: z.literal(1),
    appointment: appointmentSchema,
    versions: frozenVersionsSchema,
    slip: slipNumberSchema,
  }),
  /** Fact: Form 02 was given before any reception (status 1, no official code). Never a supplement, never a pause. */
  GuidanceIssued: z.object({
    ...beforeReception,
    items: z.array(z.string().min(1).max(400)).min(1).max(40),
    papers: z.array(receivedPaperSchema).max(60),
    /** Those of the items that are papers. */
    askedPapers: z.array(askedPaperSchema).max(40).optional(),
    comeBackBy: localDaySchema.optional(),
  }),
  /** Decision of a postal officer who may not refuse: an official decides (`IntakeRefused` or a reception). */
  RefusalProposed: z.object({ ...beforeReception, legalGround: z.string().min(1).max(600) }),
  /** Fact: Form 03 was given; reception was refused (status 3). The reason is of law, never a technical error. */
  IntakeRefused: z.object({
    ...beforeReception,
    legalGround: z.string().min(1).max(600),
    /** Originals given back. */
    originalsReturned: z.int().min(0).max(999),
  }),
  /** Decision: corrected fields of parties, summary or return. Absent fields stay. */
  DetailsCorrected: z.object({
    v: z.literal(1),
    reason: z.string().min(1).max(300),
    changes: z.object({
      parties: z.array(partySchema).min(1).max(20).optional(),
      summary: z.string().max(1000).optional(),
      returnMethod: returnMethodSchema.optional(),
      returnAddress: z.string().max(500).optional(),
    }),
  }),
} as const;
