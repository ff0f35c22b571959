import { z } from 'zod';
import { uuidV7Schema } from '../../base/ids';
import { instantSchema, localDaySchema } from '../../base/time';
import { ledgerSchema, sha256Schema } from './action-parts';

const cash = z.int().min(0).max(100_000_000_000);
/** Notes counted, by denomination in đồng. */
const denominations = z.record(z.string().regex(/^\d{3,6}$/), z.int().min(0).max(100_000));

/** Why an act of a closed day is not in its register. */
export const latenessSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('backEntry'), reason: z.enum(['power', 'line', 'forgotten']) }),
  z.object({ kind: z.literal('afterClosing') }),
  /** It was done in time, but its counter's data came after the closing. */
  z.object({ kind: z.literal('otherCounter'), name: z.string().max(200) }),
  z.object({ kind: z.literal('otherPlace') }),
]);
/** See {@link latenessSchema}. */
export type Lateness = z.infer<typeof latenessSchema>;

/**
 * One row of an addendum, as signed: what it says is kept here and not made out again, so that later acts and names do not
 * change a paper that the leader signed.
 */
export const addendumRowSchema = z.object({
  actionId: uuidV7Schema,
  dossierId: uuidV7Schema,
  actKind: z.string().max(60),
  code: z.string().max(60),
  person: z.string().max(200),
  procedureCode: z.string().max(20),
  procedureName: z.string().max(400),
  happenedAt: instantSchema,
  recordedAt: instantSchema,
  promisedAt: instantSchema.nullable(),
  fee: z.int(),
  feeCollected: z.int(),
  why: latenessSchema,
});
/** See {@link addendumRowSchema}. */
export type AddendumRow = z.infer<typeof addendumRowSchema>;

/** Rows of one addendum: more would not fit one push to the province. */
export const ADDENDUM_ROWS = 500;

/** Payload schema of every unit-day kind of this version. */
export const unitDayPayloads = {
  /** An officer opened the counter for the day, with the cash float in đồng. */
  ShiftOpened: z.object({
    v: z.literal(1),
    /** Float of the box for state fees. */
    cashFloat: z.int().min(0).max(1_000_000_000),
    /** Float of the box for postal charges, where there is a second box. */
    postalFloat: z.int().min(0).max(1_000_000_000).optional(),
  }),
  /** An officer closed the shift; what was still waiting is named, the close never waits for the line. */
  ShiftClosed: z.object({
    v: z.literal(1),
    received: z.int().min(0),
    waitingForProvince: z.int().min(0),
    differences: z.array(z.string().max(300)).max(50),
    note: z.string().max(600).optional(),
  }),
  /** Folders were packed and sealed in front of the sender. */
  BagSealed: z.object({
    v: z.literal(1),
    bagId: uuidV7Schema,
    sealNo: z.string().min(1).max(60),
    to: z.string().min(1).max(200),
    dossierIds: z.array(uuidV7Schema).min(1).max(500),
    originals: z.int().min(0),
    witness: z.string().max(200).optional(),
  }),
  /** The bag arrived: seal and folders were compared with its list. */
  BagReceived: z.object({
    v: z.literal(1),
    bagId: uuidV7Schema,
    sealNo: z.string().max(60),
    sealIntact: z.boolean(),
    dossierIds: z.array(uuidV7Schema).max(500),
    originals: z.int().min(0),
    discrepancy: z.string().max(1000).optional(),
  }),
  /** The cash of one ledger was counted. */
  CashCounted: z.object({ v: z.literal(1), ledger: ledgerSchema, counted: cash, denominations }),
  /** The cash of one ledger was handed in. */
  CashHandedIn: z.object({
    v: z.literal(1),
    ledger: ledgerSchema,
    amount: cash,
    to: z.string().min(1).max(200),
    voucherNo: z.string().max(60).optional(),
    difference: z.int().min(-100_000_000_000).max(100_000_000_000),
    reason: z.string().max(300).optional(),
  }),
  /**
   * The day's register was closed and signed: later facts of that day appear only in a numbered addendum.
   * Reproducible byte for byte "as of" this closing.
   */
  RegisterClosed: z.object({
    v: z.literal(1),
    day: localDaySchema,
    /** Last journal line and subject positions included, so that the rows can be found again. */
    asOfLine: z.int().min(0),
    rows: z.int().min(0),
    /** SHA-256 of the canonical JSON of the register as closed. */
    registerHash: sha256Schema,
    /** Head of the device's hash chain, printed on the paper the leader signs. */
    chainHead: z.string().max(64),
    closedAt: instantSchema,
    /** Counters whose data had not arrived, and why the day was closed all the same. */
    missingCounters: z.array(z.object({ counterId: z.string(), reason: z.string().max(300) })).max(20),
  }),
  /** Slips with leased codes were printed for the hours without power. */
  PaperKitIssued: z.object({
    v: z.literal(1),
    kitId: uuidV7Schema,
    codes: z.array(z.string().max(60)).min(1).max(200),
    slipNumbers: z.array(z.string().max(40)).min(1).max(200),
  }),
  /** A numbered addendum to a closed register: rows of its day that came to light after the closing, each with its reason. */
  RegisterAddendumIssued: z.object({
    v: z.literal(1),
    day: localDaySchema,
    /** 1, 2, 3 … of the closing. */
    number: z.int().min(1).max(999),
    /** The `RegisterClosed` that it adds to. */
    closingId: uuidV7Schema,
    reason: z.string().min(1).max(300),
    /** Head of the device's hash chain when it was issued, printed on its pages. */
    chainHead: z.string().max(64),
    rows: z.array(addendumRowSchema).min(1).max(ADDENDUM_ROWS),
  }),
  /** A code of a lease was spoilt; every number of a lease is accounted for. */
  CodeVoided: z.object({ v: z.literal(1), code: z.string().max(60), reason: z.string().min(1).max(300) }),
  /** A slip number was spoilt. */
  SlipNumberVoided: z.object({
    v: z.literal(1),
    slipNo: z.string().min(1).max(40),
    reason: z.string().min(1).max(300),
  }),
  /** A number of a registered receipt series was spoilt without a collection; every number of a series is accounted for. */
  ReceiptNumberVoided: z.object({
    v: z.literal(1),
    formNo: z.string().min(1).max(40),
    symbol: z.string().min(1).max(40),
    number: z.int().min(1),
    reason: z.string().min(1).max(300),
  }),
} as const;
