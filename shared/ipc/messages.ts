import type { Instant, LocalDay } from '../base/time';
import type { FormDocument } from '../forms/form-layout';
import type { Officer } from '../domain/officer';
import type { Unit } from '../domain/unit';
import type { NotAllowedReason } from '../domain/not-allowed';
import type { VerdictCause } from '../domain/verdict';

/** Failures of the pipe itself. `ref` is a 4-letter id to read out on the phone; details are in the log only. */
export type IpcError =
  | { readonly kind: 'badRequest'; readonly channel: string }
  | { readonly kind: 'foreignSender' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'internal'; readonly ref: string };

/** Facts about this installation that every screen may show. */
export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly practice: boolean;
  readonly dataFolder: string;
  readonly exportsFolder: string;
}

/** What the lock screen needs. `firstRun`: no unit was set up on this PC and there is no data at all. */
export interface SessionStatus {
  readonly phase: 'firstRun' | 'cold' | 'locked' | 'unlocked';
  readonly unitName: string;
  readonly counterName: string;
  readonly practice: boolean;
  readonly officers: readonly {
    readonly officerId: string;
    readonly name: string;
    readonly role: Officer['role'];
    readonly hasPin: boolean;
  }[];
  /** Until when unlocking is refused after wrong tries; survives a restart. */
  readonly blockedUntil: Instant | null;
}

/** Raw 32-byte sub-keys for the page's store; imported as non-extractable keys and dropped at once. */
export interface UnlockedSession {
  readonly officer: Officer;
  readonly unit: Unit;
  readonly counter: { readonly id: string; readonly name: string; readonly book: string };
  readonly deviceId: string;
  readonly practice: boolean;
  readonly keys: { readonly records: Uint8Array; readonly index: Uint8Array };
}

/** Why unlocking failed. `triesLeft` before the next waiting time. */
export type UnlockError =
  | { readonly kind: 'wrongSecret'; readonly triesLeft: number }
  | { readonly kind: 'blocked'; readonly until: Instant }
  | { readonly kind: 'unknownOfficer' }
  | { readonly kind: 'needsPassword' }
  /** The operating system's key store was lost: the printed recovery key is needed, no password helps. */
  | { readonly kind: 'needsRecovery' }
  | { readonly kind: 'dataFromNewerVersion' }
  | { readonly kind: 'journalUnreadable'; readonly ref: string };

/**
 * Verdict of the boot handshake. `ready`: apply the tail after `appliedLine`. `wiped`: the store is empty or foreign though
 * the journal has lines: rebuild from line 0 and say "restored". `firstRun`: both are empty. `journalBehind`: the store knows
 * lines the journal lost: read-only until somebody looks.
 */
export interface HandshakeAnswer {
  readonly verdict: 'firstRun' | 'ready' | 'wiped' | 'journalBehind';
  readonly generation: string;
  readonly lastLine: number;
  /** Lines of the journal that could not be read; shown, never skipped silently. */
  readonly damagedLines: number;
}

/** Why a proposal was not recorded. Nothing of the command was written. */
export type ProposeError =
  | { readonly kind: 'notAllowed'; readonly index: number; readonly reason: NotAllowedReason }
  | { readonly kind: 'invalid'; readonly index: number; readonly fields: readonly string[] }
  | { readonly kind: 'unknownProcedure'; readonly code: string }
  | { readonly kind: 'diskFull' }
  | { readonly kind: 'diskFailed'; readonly ref: string };

/** A place pages come from. */
export interface ScanSource {
  readonly id: string;
  readonly kind: 'folder' | 'sane' | 'escl' | 'wia' | 'camera' | 'file';
  readonly name: string;
  /** For folders: files waiting right now. */
  readonly waiting: number | null;
}

/** Why a scan run ended without all pages. Pages that landed are kept. */
export type ScanError =
  | { readonly kind: 'unknownSource' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly name: string }
  | { readonly kind: 'tooLarge'; readonly name: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'diskFull' }
  | { readonly kind: 'device'; readonly ref: string };

/** What stands in a printer's way, as far as the system names it. `attention`: an error it has no word of ours for. */
export type PrinterTrouble = 'paperOut' | 'jam' | 'coverOpen' | 'inkOut' | 'offline' | 'paused' | 'attention';

/** A print queue. A `ready` one takes work even when `trouble` says that nothing will come out yet. */
export interface PrinterInfo {
  readonly name: string;
  readonly description: string;
  readonly isDefault: boolean;
  readonly state: 'ready' | 'stopped' | 'rejecting';
  readonly trouble: PrinterTrouble | null;
}

/** What became of a job after the queue took it. `stuck`: still in the queue after the time a page takes. */
export interface PrintJobNews {
  readonly printer: string;
  readonly jobId: string;
  readonly end: 'done' | 'stuck';
  readonly trouble: PrinterTrouble | null;
}

/** What became of a print order: the PDF is always kept first. */
export interface PrintOutcome {
  readonly file: string;
  readonly sha256: string;
  readonly printer: string | null;
  readonly jobId: string | null;
  readonly copies: number;
}

/** What became of a paper that is no receipt. `copyNo`: the number main put on it, counted in its own journal. */
export interface FormOutcome extends PrintOutcome {
  readonly copyNo: number;
}

/**
 * A rendered paper to look at. The PDF can be fetched once from `app://bundle/previews/<previewId>`; `document` is what it was
 * laid out from, for a picture of it on the screen.
 */
export interface PaperPreview {
  readonly previewId: string;
  readonly sha256: string;
  readonly pages: number;
  readonly document: FormDocument;
}

/** Why nothing was printed; `file` names the kept PDF when rendering had succeeded. */
export type PrintError =
  | { readonly kind: 'renderFailed'; readonly ref: string }
  | { readonly kind: 'noPrinter'; readonly name: string; readonly file: string }
  | {
      readonly kind: 'printerStopped';
      readonly name: string;
      readonly file: string;
      readonly trouble: PrinterTrouble | null;
    }
  | { readonly kind: 'printerRejects'; readonly name: string; readonly file: string }
  | { readonly kind: 'printFailed'; readonly ref: string; readonly file: string }
  /** The paper does not say what the journal says: nothing was signed, rendered or printed. */
  | { readonly kind: 'slipDiffers'; readonly fields: readonly string[] }
  | { readonly kind: 'diskFull' };

/** Files written by an export. */
export interface SavedExport {
  readonly folder: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

/** Why an export was not written; nothing half-written stays behind. */
export type SaveError =
  | { readonly kind: 'diskFull' }
  | { readonly kind: 'renderFailed'; readonly ref: string }
  | { readonly kind: 'noAccess'; readonly folder: string }
  /** Somebody ended it before its files were written. */
  | { readonly kind: 'cancelled' };

/** Failure class of the line to the province (design §3). */
export type SyncFailure =
  | { readonly kind: 'network' }
  | { readonly kind: 'captivePortal' }
  | { readonly kind: 'auth' }
  | { readonly kind: 'server'; readonly status: number }
  | { readonly kind: 'untrusted' }
  | { readonly kind: 'protocol' };

/** Everything the status bar and the sync desk show. Counts are dossiers with own acts of today or still waiting. */
export interface SyncStatus {
  readonly line: 'notConfigured' | 'notTried' | 'up' | 'down';
  readonly activity: 'idle' | 'sending' | 'receiving';
  readonly failure: SyncFailure | null;
  readonly saved: number;
  readonly accepted: number;
  readonly waiting: number;
  /** Waiting acts, oldest first, at most 200. */
  readonly queue: readonly {
    readonly actionId: string;
    readonly subjectKey: string;
    readonly kind: string;
    readonly at: Instant;
    readonly tries: number;
  }[];
  readonly issues: readonly {
    readonly actionId: string;
    readonly subjectKey: string;
    readonly kind: string;
    readonly at: Instant;
    readonly verdict: 'acceptedWithIssue' | 'refused' | 'quarantined';
    readonly cause: VerdictCause;
    readonly whoActs: 'officer' | 'supervisor' | 'unitAdmin' | 'province';
  }[];
  readonly lastContactAt: Instant | null;
  readonly lastReceiptAt: Instant | null;
  /** Null until the server told. False: it may lose data at a power cut, so the journal is kept. */
  readonly serverDurable: boolean | null;
  readonly codesLeft: { readonly agencyId: string; readonly today: number; readonly lastDay: LocalDay | null };
  readonly clockDoubt: boolean;
  readonly diskLow: boolean;
}
