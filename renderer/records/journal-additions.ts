import { subjectKey, type Action } from '../../shared/domain/actions/action';
import type { JournalBody, JournalEntry } from '../../shared/domain/journal-entry';
import { uniqueActions, uniqueReceipts, type History } from '../../shared/domain/merge';
import type { Receipt } from '../../shared/domain/verdict';

/** What some journal lines add to one subject; `line` is the last of them. */
export interface Addition {
  readonly history: History;
  readonly line: number;
}

/** What some journal lines add, by subject. A union: order and repetition of the lines play no part. */
export interface Additions {
  /** By dossier id. */
  readonly dossiers: ReadonlyMap<string, Addition>;
  /** By subject key of the unit-day. */
  readonly unitDays: ReadonlyMap<string, Addition>;
}

interface Heap {
  readonly actions: Action[];
  readonly receipts: Receipt[];
  line: number;
}

const DOSSIER_PREFIX = 'dossier:';
const UNIT_DAY_PREFIX = 'unitDay:';

function listContent(body: JournalBody): {
  readonly actions: readonly Action[];
  readonly receipts: readonly Receipt[];
} {
  switch (body.kind) {
    case 'actions':
      return { actions: body.actions, receipts: [] };
    case 'receipts':
      return { actions: [], receipts: body.receipts };
    case 'pulled':
      return { actions: body.items.map((item) => item.action), receipts: body.items.map((item) => item.receipt) };
    // Main's own bookkeeping: nothing a screen shows is made from it.
    case 'lease':
    case 'access':
    case 'incarnation':
      return { actions: [], receipts: [] };
    default:
      return findNothing(body);
  }
}

/** A line of a newer version: main keeps it whole, this version's screens show nothing of it. */
function findNothing(_body: never): { readonly actions: readonly Action[]; readonly receipts: readonly Receipt[] } {
  return { actions: [], receipts: [] };
}

function heapOf(heaps: Map<string, Heap>, key: string, line: number): Heap {
  const heap = heaps.get(key) ?? { actions: [], receipts: [], line };
  heap.line = Math.max(heap.line, line);
  heaps.set(key, heap);
  return heap;
}

function pick(heaps: ReadonlyMap<string, Heap>, prefix: string, toId: (key: string) => string): Map<string, Addition> {
  const picked = new Map<string, Addition>();
  for (const [key, { actions, receipts, line }] of heaps) {
    if (!key.startsWith(prefix)) continue;
    picked.set(toId(key), { history: { actions: uniqueActions(actions), receipts: uniqueReceipts(receipts) }, line });
  }
  return picked;
}

/** Sorts journal lines by what they are about. */
export function groupEntries(entries: readonly JournalEntry[]): Additions {
  const heaps = new Map<string, Heap>();
  for (const { line, body } of entries) {
    const { actions, receipts } = listContent(body);
    for (const action of actions) heapOf(heaps, subjectKey(action.subject), line).actions.push(action);
    for (const receipt of receipts) heapOf(heaps, receipt.subjectKey, line).receipts.push(receipt);
  }
  return {
    dossiers: pick(heaps, DOSSIER_PREFIX, (key) => key.slice(DOSSIER_PREFIX.length)),
    unitDays: pick(heaps, UNIT_DAY_PREFIX, (key) => key),
  };
}

/** Whether a union brought nothing that was not known: such a subject needs no write. */
export function isSameHistory(known: History, merged: History): boolean {
  if (known.actions.length !== merged.actions.length || known.receipts.size !== merged.receipts.size) return false;
  return [...merged.receipts].every(([id, receipt]) => known.receipts.get(id)?.signature === receipt.signature);
}
