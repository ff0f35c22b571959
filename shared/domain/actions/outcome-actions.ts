import { z } from 'zod';
import { localDaySchema } from '../../base/time';
import { personSchema } from '../person';
import { approvalSchema, pageSchema, sha256Schema } from './action-parts';

/** Kinds about the result (kết quả) and its way to the citizen. */
export const outcomePayloads = {
  /** Fact: the result is ready at the counter (status 9). An incoming paper is never a result. */
  OutcomeReady: z.object({
    v: z.literal(1),
    name: z.string().min(1).max(300),
    number: z.string().max(100).optional(),
    abstract: z.string().max(600).optional(),
    signedBy: z.string().max(200).optional(),
    signedOn: localDaySchema.optional(),
    agency: z.string().max(200).optional(),
    form: z.enum(['electronicSigned', 'scanned', 'paperOnly']),
    /** Why there is no file; needed with `paperOnly`. */
    paperOnlyReason: z.string().max(300).optional(),
    fileSha256: sha256Schema.optional(),
    pages: z.array(pageSchema).max(500).optional(),
    shelf: z.string().max(60).optional(),
    /** Originals kept back with the result, e.g. the old certificate. */
    originalsWithheld: z.string().max(300).optional(),
  }),
  /** Fact: the result went to the post for delivery. */
  OutcomeDispatched: z.object({
    v: z.literal(1),
    waybill: z.string().min(1).max(60),
    address: z.string().min(1).max(500),
    codAmount: z.int().min(0).optional(),
  }),
  /** Fact: the post could not deliver; the result is on its way back or on the shelf again. */
  DeliveryFailed: z.object({
    v: z.literal(1),
    waybill: z.string().min(1).max(60),
    reason: z.string().min(1).max(300),
    backOnShelf: z.boolean(),
  }),
  /** Fact: the result was handed to the citizen (status 10). */
  OutcomeReturned: z.object({
    v: z.literal(1),
    collector: personSchema.pick({ name: true, identity: true }),
    proof: z.enum(['slip', 'card', 'authorisation', 'secondOfficer', 'delivery']),
    originalsReturned: z.int().min(0).max(999).optional(),
    /** Number and day of the written authority, with `authorisation`. */
    authorisation: z.string().min(1).max(300).optional(),
    /** The slip was lost: the citizen signed a declaration (cam kết mất giấy hẹn), somebody approves it at the close. */
    lostSlip: z.literal(true).optional(),
    approval: approvalSchema.optional(),
  }),
  /** Fact: the citizen answered the survey, 1 (very bad) to 5 (very good). Anonymous in reports. */
  SurveyAnswered: z.object({
    v: z.literal(1),
    score: z.int().min(1).max(5),
    topics: z.array(z.enum(['time', 'attitude', 'guidance', 'papers', 'facilities'])).max(5),
  }),
} as const;
