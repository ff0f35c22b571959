import { z } from 'zod';
import { toLocalDay, type Instant, type LocalDay } from '../../shared/base/time';
import { subjectKey, type Action } from '../../shared/domain/actions/action';
import type { Receipt } from '../../shared/domain/verdict';
import type { SyncStatus } from '../../shared/ipc/messages';

/** An own act the province has not receipted yet. */
export interface WaitingAct {
  readonly actionId: string;
  readonly subjectKey: string;
  readonly kind: string;
  readonly at: Instant;
  readonly incarnation: string;
  readonly seq: number;
  readonly line: number;
  /** The act itself, ready to be sent: what waits is what a line that was down left over, never the whole history. */
  readonly action: Action;
}

/** An open word of the province on an own act. */
export type OpenIssue = SyncStatus['issues'][number];

/** What of the own acts is waiting, accepted or in question. */
export interface SyncLedger {
  readonly noteOwn: (action: Action, line: number) => void;
  readonly noteForeign: (action: Action) => void;
  readonly noteReceipt: (receipt: Receipt) => void;
  /** Own waiting acts in the order they were recorded, which is the order they are sent in. */
  readonly waiting: () => readonly WaitingAct[];
  readonly isWaiting: (actionId: string) => boolean;
  readonly issues: () => readonly OpenIssue[];
  /** Dossiers with own acts of the day, or with acts still waiting: all of them, and those among them that wait. */
  readonly countDossiers: (day: LocalDay) => { readonly saved: number; readonly waiting: number };
  readonly lastReceipt: () => { readonly at: Instant; readonly durable: boolean } | null;
}

const resolvedSchema = z.object({ actionId: z.string() });

/** Makes an empty ledger. */
export function createSyncLedger(): SyncLedger {
  const waiting = new Map<string, WaitingAct>();
  const issues = new Map<string, OpenIssue>();
  const resolved = new Set<string>();
  const subjectsOf = new Map<LocalDay, Set<string>>();
  let lastReceipt: { at: Instant; durable: boolean } | null = null;

  const noteIssue = (act: WaitingAct, receipt: Receipt): void => {
    if (receipt.verdict.type === 'accepted' || resolved.has(act.actionId)) return;
    const { actionId, subjectKey: key, kind, at } = act;
    const { type, cause, whoActs } = receipt.verdict;
    issues.set(actionId, { actionId, subjectKey: key, kind, at, verdict: type, cause, whoActs });
  };
  const noteResolved = (action: Action): void => {
    if (action.kind !== 'IssueResolved') return;
    const named = resolvedSchema.safeParse(action.payload);
    if (!named.success) return;
    resolved.add(named.data.actionId);
    issues.delete(named.data.actionId);
  };
  return {
    noteForeign: noteResolved,
    noteOwn: (action, line) => {
      noteResolved(action);
      const key = subjectKey(action.subject);
      const { id, kind, at, incarnation, seq } = action;
      waiting.set(id, { actionId: id, subjectKey: key, kind, at, incarnation, seq, line, action });
      if (key.startsWith('dossier:')) {
        const day = toLocalDay(at);
        subjectsOf.set(day, (subjectsOf.get(day) ?? new Set()).add(key));
      }
    },
    noteReceipt: (receipt) => {
      const act = waiting.get(receipt.actionId);
      if (act === undefined) return;
      waiting.delete(receipt.actionId);
      lastReceipt = { at: receipt.at, durable: receipt.durable };
      noteIssue(act, receipt);
    },
    waiting: () => [...waiting.values()],
    isWaiting: (actionId) => waiting.has(actionId),
    issues: () => [...issues.values()],
    countDossiers: (day) => {
      const unsent = new Set(
        [...waiting.values()].map((act) => act.subjectKey).filter((key) => key.startsWith('dossier:')),
      );
      const all = new Set([...(subjectsOf.get(day) ?? []), ...unsent]);
      return { saved: all.size, waiting: unsent.size };
    },
    lastReceipt: () => lastReceipt,
  };
}
