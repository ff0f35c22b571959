import { z } from 'zod';
import { uuidV7Schema } from '../base/ids';
import { instantSchema } from '../base/time';
import { formHeadSchema, formSetSchema } from '../domain/form-set';

/** Data of Form 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả (TT 01/2018 and TT 03/2025). All text NFC. */
export const receiptSlipSchema = z.object({
  formSet: formSetSchema,
  head: formHeadSchema,
  /** Practice data: the slip carries a large mark and is no legal paper. */
  practice: z.boolean(),
  dossierId: uuidV7Schema,
  code: z.string().max(60),
  codeIsTemporary: z.boolean(),
  slip: z.object({ book: z.string().max(20), year: z.int(), number: z.int().min(1) }),
  applicantName: z.string().max(200),
  /** "và n người khác" when several applicants stand on the dossier. */
  otherApplicants: z.int().min(0),
  submitterName: z.string().max(200),
  channelName: z.string().max(60),
  address: z.string().max(500),
  phone: z.string().max(20),
  email: z.string().max(200),
  identityLine: z.string().max(100),
  procedureCode: z.string().max(20),
  procedureName: z.string().max(400),
  summary: z.string().max(1000),
  papers: z
    .array(
      z.object({
        name: z.string().max(400),
        original: z.int().min(0),
        certifiedCopy: z.int().min(0),
        photocopy: z.int().min(0),
        shownOnly: z.boolean(),
      }),
    )
    .max(60),
  /** Pages and copies of certified copies: their slips count these instead of kinds of paper. */
  quantities: z.object({ pages: z.int().min(1).optional(), copies: z.int().min(1).optional() }).optional(),
  setCount: z.int().min(1),
  /** Words of the limit, e.g. "trong ngày làm việc", "3 ngày làm việc". */
  limitText: z.string().max(200),
  receivedAt: instantSchema,
  promisedAt: instantSchema.nullable(),
  provisional: z.boolean(),
  clockDoubt: z.boolean(),
  backEntry: z.boolean(),
  returnText: z.string().max(300),
  feeText: z.string().max(300),
  /** Field 8, stage 2 of procedures whose result waits for a tax or fee; absent: one stage. */
  secondStageText: z.string().max(300).optional(),
  feeState: z.enum(['none', 'due', 'paid', 'unknown']),
  officerName: z.string().max(200),
  /** "Thay mặt … theo Quyết định số …" for delegated postal officers; empty otherwise. */
  onBehalfText: z.string().max(300),
  /** 1, 2, …: how often this slip was printed before + 1; above 1 it is marked "In lại lần n-1". */
  copyNo: z.int().min(1),
});
/** See {@link receiptSlipSchema}. */
export type ReceiptSlip = z.infer<typeof receiptSlipSchema>;
