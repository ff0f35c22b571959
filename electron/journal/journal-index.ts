import type { Instant } from '../../shared/base/time';
import { subjectKey, type Action, type Subject } from '../../shared/domain/actions/action';
import type { Checkpoint, JournalEntry } from '../../shared/domain/journal-entry';
import type { History } from '../../shared/domain/merge';
import type { JournalGap } from './chain-join';
import { createNumberLedger, type NumberLedger } from './number-ledger';
import { createSubjectHistories, type ReadLines } from './subject-histories';
import { createSyncLedger, type OpenIssue, type SyncLedger, type WaitingAct } from './sync-ledger';

/** What main knows of the journal without reading it again. Built at opening, kept up by each append. */
export interface JournalIndex
  extends
    Pick<
      NumberLedger,
      | 'codeSupply'
      | 'unusedRanges'
      | 'knowsLease'
      | 'leaseIds'
      | 'heldLeases'
      | 'returned'
      | 'lastSlip'
      | 'lastFeeReceipt'
      | 'isReceiptSpent'
      | 'lastTemporary'
    >,
    Pick<SyncLedger, 'isWaiting' | 'countDossiers' | 'lastReceipt'> {
  /** Takes an entry that is in the journal. Entries come once each, in order. */
  readonly apply: (entry: JournalEntry) => void;
  /** Told once after opening: lines are lost. */
  readonly noteGaps: (gaps: readonly JournalGap[]) => void;
  readonly linesOf: (subjectKey: string) => readonly number[];
  readonly historyOf: (subjectKey: string) => Promise<History>;
  readonly knowsAction: (actionId: string) => boolean;
  /** Days of units that somebody acted on. */
  readonly unitDays: () => Iterable<Subject>;
  /** Own acts without a receipt, in sending order. */
  readonly waiting: () => readonly WaitingAct[];
  readonly issues: () => readonly OpenIssue[];
  /** Incarnation own acts are stamped with; `undefined` until one is recorded, or when damage asks for a new one. */
  readonly incarnation: () => string | undefined;
  readonly nextSeq: () => number;
  readonly checkpoint: () => Checkpoint | null;
  /** Whether anything was ever recorded that a store would hold. */
  readonly hasContent: () => boolean;
  /** Time of the last line that tells one without doubt: the wall clock should not run before it. */
  readonly lastKnownTime: () => Instant | null;
}

interface Progress {
  incarnation: { readonly id: string; readonly line: number } | undefined;
  lastSeq: number;
  checkpoint: Checkpoint | null;
  hasContent: boolean;
  lastKnownTime: Instant | null;
}

interface IndexParts {
  readonly deviceId: string;
  readonly numbers: NumberLedger;
  readonly sync: SyncLedger;
  readonly actionIds: Set<string>;
  readonly unitDays: Map<string, Subject>;
  readonly progress: Progress;
}

/** Makes an empty index of a device. `readLines` reads from the journal the entries come from. */
export function createJournalIndex(options: {
  readonly deviceId: string;
  readonly readLines: ReadLines;
}): JournalIndex {
  const numbers = createNumberLedger(options.deviceId);
  const sync = createSyncLedger();
  const histories = createSubjectHistories(options.readLines);
  const actionIds = new Set<string>();
  const unitDays = new Map<string, Subject>();
  const progress: Progress = {
    incarnation: undefined,
    lastSeq: 0,
    checkpoint: null,
    hasContent: false,
    lastKnownTime: null,
  };
  const parts: IndexParts = { deviceId: options.deviceId, numbers, sync, actionIds, unitDays, progress };
  let lastGapLine = 0;
  return {
    ...numbers,
    ...sync,
    apply: (entry) => {
      histories.note(entry);
      applyEntry(parts, entry);
    },
    noteGaps: (gaps) => {
      numbers.noteGaps(gaps);
      lastGapLine = Math.max(0, ...gaps.map((gap) => gap.afterLine + gap.lines));
    },
    linesOf: histories.linesOf,
    historyOf: histories.historyOf,
    knowsAction: (actionId) => actionIds.has(actionId),
    unitDays: () => unitDays.values(),
    // A lost line may have used sequence numbers: what follows it needs a new incarnation.
    incarnation: () =>
      progress.incarnation !== undefined && progress.incarnation.line > lastGapLine
        ? progress.incarnation.id
        : undefined,
    nextSeq: () => progress.lastSeq + 1,
    checkpoint: () => progress.checkpoint,
    hasContent: () => progress.hasContent,
    lastKnownTime: () => progress.lastKnownTime,
  };
}

function applyEntry(parts: IndexParts, { line, body }: JournalEntry): void {
  const { deviceId, numbers, sync, actionIds, unitDays, progress } = parts;
  const noteAction = (action: Action): void => {
    actionIds.add(action.id);
    if (action.subject.type === 'unitDay') unitDays.set(subjectKey(action.subject), action.subject);
    numbers.noteAction(action, line);
  };
  switch (body.kind) {
    case 'actions':
      for (const action of body.actions) {
        noteAction(action);
        sync.noteOwn(action, line);
        noteOwnAct(progress, action);
      }
      return;
    case 'receipts':
      body.receipts.forEach(sync.noteReceipt);
      progress.lastKnownTime = Math.max(...body.receipts.map((receipt) => receipt.at));
      return;
    case 'pulled':
      for (const { action, receipt } of body.items) {
        noteAction(action);
        sync.noteForeign(action);
        sync.noteReceipt(receipt);
      }
      progress.checkpoint = body.checkpoint;
      progress.hasContent ||= body.items.length > 0;
      return;
    case 'lease':
      numbers.noteLeases(body.leases, line);
      numbers.noteReturns(body.returned ?? []);
      return;
    case 'incarnation':
      if (body.deviceId !== deviceId) return;
      progress.incarnation = { id: body.incarnation, line };
      progress.lastSeq = 0;
      return;
    case 'access':
      return;
    default:
      // A body of a newer version stays in the journal; this version has no use for it.
      return;
  }
}

function noteOwnAct(progress: Progress, action: Action): void {
  progress.hasContent = true;
  if (action.incarnation === progress.incarnation?.id) progress.lastSeq = Math.max(progress.lastSeq, action.seq);
  // A time in doubt proves nothing about the clock.
  if (action.clockDoubt !== true) progress.lastKnownTime = action.at;
}
