import { z } from 'zod';
import type { Result } from '../base/result';
import { uuidV7Schema } from '../base/ids';
import type { Action } from '../domain/actions/action';
import type { JournalEntry } from '../domain/journal-entry';
import type { CodeLease, CodeLeaseReturn } from '../domain/code-lease';
import { proposalSchema } from '../domain/proposal';
import type { ReferencePackage } from '../domain/reference-package';
import type { PageRef } from '../domain/actions/action-parts';
import { formWishSchema, paperLayoutSchema } from '../forms/form-wish';
import { receiptSlipSchema } from '../forms/receipt-slip-data';
import { registerAddendumSchema } from '../reports/addendum-data';
import { registerSchema } from '../reports/register-data';
import { tableReportSchema } from '../reports/report-data';
import type { AreaName, EventName } from './channels';
import type {
  AppInfo,
  FormOutcome,
  HandshakeAnswer,
  IpcError,
  PaperPreview,
  PrinterInfo,
  PrintError,
  PrintJobNews,
  PrintOutcome,
  ProposeError,
  SaveError,
  SavedExport,
  ScanError,
  ScanSource,
  SessionStatus,
  SyncStatus,
  UnlockedSession,
  UnlockError,
} from './messages';

/** Ties a checked input to the type of the answer. Every answer is a Result whose error may also be an {@link IpcError}. */
function channel<Input extends z.ZodType>(input: Input) {
  return <Value, Failure = never>(): { input: Input; answer: Result<Value, Failure | IpcError> | undefined } => ({
    input,
    answer: undefined,
  });
}

const printOrder = { printer: z.string().max(200).nullable(), copies: z.int().min(1).max(5) };
const nothing = z.undefined();
const password = z.string().min(1).max(256);

/** Every channel: its input schema and, as a type, its answer. Handlers and bridge are derived from this one map. */
export const contract = {
  app: {
    info: channel(nothing)<AppInfo>(),
    openExportsFolder: channel(nothing)<null>(),
    /** A screen fell over; only its id, the class of the error and names of our components reach the log. */
    noteScreenFault: channel(
      z.object({
        ref: z.string().regex(/^[A-Z]{4}$/),
        errorName: z.string().regex(/^\w{1,60}$/),
        frames: z.string().regex(/^[\w ]{0,400}$/),
      }),
    )<null>(),
  },
  session: {
    status: channel(nothing)<SessionStatus>(),
    unlock: channel(z.object({ officerId: z.string().max(60), password }))<UnlockedSession, UnlockError>(),
    unlockWithPin: channel(z.object({ officerId: z.string().max(60), pin: z.string().regex(/^\d{6}$/) }))<
      UnlockedSession,
      UnlockError
    >(),
    setPin: channel(z.object({ pin: z.string().regex(/^\d{6}$/) }))<null>(),
    lock: channel(nothing)<null>(),
    /** After a lock: the page has kept what was typed and closed its store. Main may throw its memory away now. */
    left: channel(nothing)<null>(),
    /** First run only: sets up the practice unit that comes with the installer. */
    startPractice: channel(nothing)<SessionStatus>(),
  },
  records: {
    handshake: channel(
      z.object({ generation: z.string().max(60).nullable(), appliedLine: z.int().min(0) }),
    )<HandshakeAnswer>(),
    /**
     * Entries after `afterLine`, oldest first, at most `limit`. With `subjectKeys` lines that say nothing of these subjects
     * may be left out (a closed register is read back without the whole journal). `chainHead`: hash (hex) of `lastLine`,
     * the head of the device's hash chain that a closed register names.
     */
    tail: channel(
      z.object({
        afterLine: z.int().min(0),
        limit: z.int().min(1).max(2000),
        subjectKeys: z.array(z.string().max(200)).max(1000).optional(),
      }),
    )<{
      entries: JournalEntry[];
      lastLine: number;
      chainHead: string;
    }>(),
    /** One command: all or none, one journal line, one fsync. The answer is the commit. */
    propose: channel(z.object({ proposals: z.array(proposalSchema).min(1).max(200) }))<
      { line: number; actions: Action[] },
      ProposeError
    >(),
    noteAccess: channel(
      z.object({
        what: z.enum(['viewed', 'printed', 'exported', 'revealed']),
        subjectKey: z.string().max(200).optional(),
        detail: z.string().max(200).optional(),
      }),
    )<null>(),
    /** Every code lease this device was ever granted and every range it gave back, in the order heard. */
    leases: channel(nothing)<{ leases: CodeLease[]; returned: CodeLeaseReturn[] }>(),
  },
  reference: { current: channel(nothing)<ReferencePackage[]>() },
  scan: {
    sources: channel(nothing)<ScanSource[]>(),
    /** Starts a run; each page arrives as `pageLanded`. The answer comes when the run has ended. */
    start: channel(z.object({ sourceId: z.string().max(200), draftId: uuidV7Schema, paperId: z.string().max(60) }))<
      { runId: string; pages: PageRef[] },
      ScanError
    >(),
    cancel: channel(z.object({ draftId: uuidV7Schema }))<null>(),
  },
  print: {
    printers: channel(nothing)<PrinterInfo[]>(),
    /** Renders only; the PDF can be fetched once from `app://bundle/previews/<id>`. */
    previewReceipt: channel(z.object({ slip: receiptSlipSchema, layout: paperLayoutSchema.optional() }))<
      PaperPreview,
      PrintError
    >(),
    /** Renders, keeps the PDF in the exports folder and sends `copies` to the printer (`null`: file only). */
    printReceipt: channel(z.object({ slip: receiptSlipSchema, layout: paperLayoutSchema.optional(), ...printOrder }))<
      PrintOutcome,
      PrintError
    >(),
    /** Every other paper, refused where main's own journal says otherwise; answers as of receipts. */
    previewForm: channel(formWishSchema)<PaperPreview, PrintError>(),
    printForm: channel(formWishSchema.extend(printOrder))<FormOutcome, PrintError>(),
  },
  exports: {
    /** Writes the register and the addenda to it into the exports folder, each as xlsx and pdf. */
    register: channel(z.object({ register: registerSchema, addenda: z.array(registerAddendumSchema).max(100) }))<
      SavedExport,
      SaveError
    >(),
    /** Writes a report into the exports folder in the formats named, all files or none. `exportProgress` tells how far it is. */
    table: channel(
      z.object({
        report: tableReportSchema,
        formats: z
          .array(z.enum(['xlsx', 'pdf', 'csv']))
          .min(1)
          .max(3),
      }),
    )<SavedExport, SaveError>(),
    /** Ends the table export under way: it answers `cancelled` and leaves no file. Nothing when there is none. */
    cancel: channel(nothing)<null>(),
  },
  sync: {
    status: channel(nothing)<SyncStatus>(),
    now: channel(nothing)<SyncStatus>(),
  },
} as const;

/** Data of each event. */
export interface EventData {
  readonly journalGrew: { readonly lastLine: number };
  readonly syncChanged: SyncStatus;
  readonly sessionChanged: SessionStatus;
  readonly pageLanded: { readonly draftId: string; readonly paperId: string; readonly page: PageRef };
  readonly referenceChanged: { readonly kinds: readonly string[] };
  readonly printJobChanged: PrintJobNews;
  /** Formats made so far, of those asked for. */
  readonly exportProgress: { readonly done: number; readonly of: number };
}

type Contract = typeof contract;
type AnswerOf<C> = C extends { answer: infer A | undefined } ? Exclude<A, undefined> : never;
type InputOf<C> = C extends { input: infer I extends z.ZodType } ? z.infer<I> : never;

/** The page's view: `window.desktop.records.propose({...})` and `window.desktop.on(event, listener)`. */
export type DesktopBridge = {
  readonly [A in AreaName]: {
    readonly [M in keyof Contract[A]]: InputOf<Contract[A][M]> extends undefined
      ? () => Promise<AnswerOf<Contract[A][M]>>
      : (input: InputOf<Contract[A][M]>) => Promise<AnswerOf<Contract[A][M]>>;
  };
} & {
  /** Subscribes; the returned function unsubscribes. The event object never reaches the page. */
  readonly on: <E extends EventName>(name: E, listener: (data: EventData[E]) => void) => () => void;
};

/** The handlers main must register: a missing or mistyped one does not compile. */
export type Handlers = {
  readonly [A in AreaName]: {
    readonly [M in keyof Contract[A]]: (input: InputOf<Contract[A][M]>) => Promise<AnswerOf<Contract[A][M]>>;
  };
};
