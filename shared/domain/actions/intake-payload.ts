import { z } from 'zod';
import { appointmentSchema } from '../appointment-schema';
import { channelSchema } from '../channel';
import { formSetSchema } from '../form-set';
import { partySchema } from '../person';
import { amountSchema, feeLineSchema, pageSchema, receivedPaperSchema, returnMethodSchema } from './action-parts';

/** Land dossiers are found and compared by their parcel and certificate (thửa, tờ bản đồ, số phát hành). */
export const landSchema = z.object({
  sheetNo: z.string().max(20).optional(),
  parcelNo: z.string().max(20).optional(),
  certificateSerial: z.string().max(40).optional(),
});

/** What the officer entered at reception, before the door adds code, slip number and appointment. */
export const intakeSchema = z.object({
  v: z.literal(1),
  procedureCode: z.string().max(20),
  caseId: z.string().max(60),
  channel: channelSchema,
  /** Unit that receives; prefix of the code. */
  receivingUnitId: z.string().max(60),
  /** Unit or body that handles; in words when it is not ours. */
  handlingUnit: z.string().max(200),
  parties: z.array(partySchema).min(1).max(20),
  papers: z.array(receivedPaperSchema).max(60),
  pages: z.array(z.object({ paperId: z.string().max(60), pages: z.array(pageSchema).max(500) })).max(60),
  quantities: z.object({ pages: z.int().min(1).max(5000).optional(), copies: z.int().min(1).max(500).optional() }),
  /** Số bộ hồ sơ. */
  setCount: z.int().min(1).max(99),
  summary: z.string().max(1000),
  fees: z.array(feeLineSchema).max(20),
  /** No rate was known at reception: empty `fees` then do not mean that nothing is due. */
  feeUndecided: z.literal(true).optional(),
  returnMethod: returnMethodSchema,
  returnAddress: z.string().max(500).optional(),
  /** The officer's reason for going on although the possible-duplicate check fired. */
  duplicateReason: z.string().max(300).optional(),
  /** Answers to the case's questions, by question id: they choose the conditional papers. */
  answers: z.record(z.string().max(60), z.boolean()).optional(),
  /** Why state fees of the rule were not asked: ground and proof, shown on receipt and in the cash report. */
  feeWaiver: z
    .object({
      ground: z.string().min(1).max(300),
      proof: z.string().max(300).optional(),
      /** Waiver of the rule that was applied; absent: typed by hand. */
      waiverId: z.string().max(60).optional(),
      /** State fees not asked because of it, in đồng. */
      amount: amountSchema.optional(),
    })
    .optional(),
  land: landSchema.optional(),
  /** Where the dossier was taken in, when it is not the receiving unit's own counter (a village post office). */
  place: z.string().max(200).optional(),
  /** Consignment slip this reception completes, when the post collected the papers before. */
  consignmentNo: z.string().max(60).optional(),
});
/** See {@link intakeSchema}. */
export type Intake = z.infer<typeof intakeSchema>;

/** Number of the citizen's slip: per-counter yearly series (Quyển = quầy). */
export const slipNumberSchema = z.object({ book: z.string().max(20), year: z.int(), number: z.int().min(1) });
/** See {@link slipNumberSchema}. */
export type SlipNumber = z.infer<typeof slipNumberSchema>;

/** The dossier's code: official from a lease, or a temporary number until the province pairs one. */
export const codeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('official'), value: z.string().max(60), leaseId: z.string().max(60) }),
  z.object({ kind: z.literal('temporary'), value: z.string().max(60), reason: z.enum(['noLease', 'clockDoubt']) }),
  z.object({ kind: z.literal('portal'), value: z.string().max(60) }),
]);
/** See {@link codeSchema}. */
export type DossierCode = z.infer<typeof codeSchema>;

/** Versions of the rules a dossier is received under; they never change afterwards. */
export const frozenVersionsSchema = z.object({
  procedures: z.string(),
  calendar: z.string(),
  units: z.string(),
  /** `embedded`, or the version of the `rules` package; absent in receptions before there were any. */
  rules: z.string().optional(),
  formSet: formSetSchema,
});

/** What the door adds when it stamps a reception. */
export const stampedReception = {
  code: codeSchema,
  slip: slipNumberSchema,
  appointment: appointmentSchema,
  versions: frozenVersionsSchema,
};
