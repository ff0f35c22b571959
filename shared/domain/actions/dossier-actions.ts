import { z } from 'zod';
import { uuidV7Schema } from '../../base/ids';
import { instantSchema, localDaySchema } from '../../base/time';
import { appointmentSchema } from '../appointment-schema';
import { formSetSchema } from '../form-set';
import { partySchema, personSchema } from '../person';
import { channelSchema } from '../procedure';

/** Number of each form of a paper that was handed over or shown. */
export const paperCountsSchema = z.object({
  original: z.int().min(0).max(999),
  certifiedCopy: z.int().min(0).max(999),
  photocopy: z.int().min(0).max(999),
});

/** A paper as received (giấy tờ đã nộp, đã xuất trình). `paperId` is the id on the procedure's list. */
export const receivedPaperSchema = z.object({
  paperId: z.string().min(1).max(60),
  name: z.string().min(1).max(400),
  mode: z.enum(['submit', 'present', 'lookup']),
  counts: paperCountsSchema,
});
/** See {@link receivedPaperSchema}. */
export type ReceivedPaper = z.infer<typeof receivedPaperSchema>;

/** One digitised page: a sealed file named by its id, its content by SHA-256. */
export const pageSchema = z.object({
  pageId: uuidV7Schema,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mime: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
  bytes: z.int().min(1),
});
/** See {@link pageSchema}. */
export type PageRef = z.infer<typeof pageSchema>;

/** One line of a fee. Amounts in đồng. `ledger`: state money and postal charge never mix. */
export const feeLineSchema = z.object({
  ledger: z.enum(['stateFee', 'postalCharge']),
  name: z.string().min(1).max(200),
  amount: z.int().min(0).max(10_000_000_000),
});
/** See {@link feeLineSchema}. */
export type FeeLine = z.infer<typeof feeLineSchema>;

/** How the citizen gets the result. */
export const returnMethodSchema = z.enum(['counter', 'post', 'online']);

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
  formSet: formSetSchema,
});

/** What the door adds when it stamps a reception. */
const stampedReception = {
  code: codeSchema,
  slip: slipNumberSchema,
  appointment: appointmentSchema,
  versions: frozenVersionsSchema,
};

/** Payload schema of every dossier kind of this version. All carry their own payload version `v`. */
export const dossierPayloads = {
  /** Fact: an official counter received the dossier; the clock starts. */
  DossierReceived: intakeSchema.extend(stampedReception),
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
  /** Fact: papers and/or their pages were added after reception. */
  PaperAttached: z.object({
    v: z.literal(1),
    paper: receivedPaperSchema,
    pages: z.array(pageSchema).max(500),
  }),
  /**
   * Fact: a paper form went to a printer or file. A reprint is one more copy and names its reason; a copy that had not come
   * out and was printed again is no reprint, and names that as its reason.
   */
  FormPrinted: z.object({
    v: z.literal(1),
    form: z.enum(['receipt', 'register']),
    formSet: formSetSchema,
    copies: z.int().min(1).max(20),
    printer: z.string().max(200),
    reprint: z.boolean(),
    reason: z.string().max(300).optional(),
    /** SHA-256 of the PDF that was handed out. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** Fact: money was taken. */
  FeeCollected: z.object({
    v: z.literal(1),
    lines: z.array(feeLineSchema).min(1).max(20),
    method: z.enum(['cash', 'transfer', 'gateway']),
  }),
  /** Fact: one complete request for more papers after reception (status 5). */
  SupplementRequested: z.object({
    v: z.literal(1),
    items: z.array(z.string().min(1).max(400)).min(1).max(40),
    reason: z.string().min(1).max(600),
    answerBy: localDaySchema.optional(),
  }),
  /** Fact: the citizen brought everything that was asked. */
  SupplementReceived: z.object({ v: z.literal(1), papers: z.array(receivedPaperSchema).max(40) }),
  /** Fact: the folder left the counter for the handling unit (status 4). */
  HandedOver: z.object({
    v: z.literal(1),
    to: z.string().min(1).max(200),
    medium: z.enum(['paper', 'electronic', 'both']),
    originals: z.int().min(0).max(999),
  }),
  /** Fact: the result is ready at the counter (status 9). An incoming paper is never a result. */
  OutcomeReady: z.object({
    v: z.literal(1),
    name: z.string().min(1).max(300),
    number: z.string().max(100).optional(),
    signedBy: z.string().max(200).optional(),
    signedOn: localDaySchema.optional(),
    form: z.enum(['electronicSigned', 'scanned', 'paperOnly']),
  }),
  /** Fact: the result was handed to the citizen (status 10). */
  OutcomeReturned: z.object({
    v: z.literal(1),
    collector: personSchema.pick({ name: true, identity: true }),
    proof: z.enum(['slip', 'card', 'authorisation', 'secondOfficer']),
  }),
  /** Fact: the citizen took the dossier back (status 7). */
  Withdrawn: z.object({ v: z.literal(1), reason: z.string().min(1).max(600) }),
  /** Fact, server only: pairs an official code with a temporary number. */
  OfficialCodeAssigned: z.object({ v: z.literal(1), code: z.string().max(60), replaces: z.string().max(60) }),
  /** Fact: somebody closed an issue the province raised. */
  IssueResolved: z.object({ v: z.literal(1), actionId: uuidV7Schema, note: z.string().min(1).max(600) }),
} as const;
