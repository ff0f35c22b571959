import { subjectKey, type Action } from '../../shared/domain/actions/action';
import type { JournalEntry } from '../../shared/domain/journal-entry';
import { mergeHistory, uniqueActions, uniqueReceipts, type History } from '../../shared/domain/merge';
import type { Receipt } from '../../shared/domain/verdict';

/** Reads lines of the journal back. */
export type ReadLines = (lines: readonly number[]) => Promise<readonly JournalEntry[]>;

/** Which lines speak of a subject, and what they say together. */
export interface SubjectHistories {
  readonly note: (entry: JournalEntry) => void;
  readonly linesOf: (key: string) => readonly number[];
  /** Everything the journal knows of a subject; empty for a new one. */
  readonly historyOf: (key: string) => Promise<History>;
}

const noHistory: History = { actions: [], receipts: new Map() };
/** Histories kept ready: an officer works on few dossiers at a time, each with several acts in a row. */
const KEPT = 64;

/** Makes empty histories over a journal. */
export function createSubjectHistories(readLines: ReadLines): SubjectHistories {
  const lines = new Map<string, number[]>();
  const kept = new Map<string, History>();

  const keep = (key: string, history: History): void => {
    kept.delete(key);
    kept.set(key, history);
    const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
  };
  return {
    note: (entry) => {
      for (const key of subjectsOf(entry)) {
        const known = lines.get(key);
        if (known === undefined) lines.set(key, [entry.line]);
        else known.push(entry.line);
        const history = kept.get(key);
        if (history !== undefined) kept.set(key, mergeHistory(history, extractHistory([entry], key)));
      }
    },
    linesOf: (key) => lines.get(key) ?? [],
    historyOf: async (key) => {
      const known = kept.get(key);
      const wanted = lines.get(key);
      if (known === undefined && wanted === undefined) return noHistory;
      const history = known ?? extractHistory(await readLines(wanted ?? []), key);
      keep(key, history);
      return history;
    },
  };
}

function subjectsOf({ body }: JournalEntry): ReadonlySet<string> {
  switch (body.kind) {
    case 'actions':
      return new Set(body.actions.map((action) => subjectKey(action.subject)));
    case 'receipts':
      return new Set(body.receipts.map((receipt) => receipt.subjectKey));
    case 'pulled':
      return new Set(body.items.map((item) => subjectKey(item.action.subject)));
    case 'lease':
    case 'access':
    case 'incarnation':
      return new Set();
    default:
      // A body of a newer version: kept in the journal, unknown here.
      return new Set();
  }
}

function extractHistory(entries: readonly JournalEntry[], key: string): History {
  const actions: Action[] = [];
  const receipts: Receipt[] = [];
  for (const { body } of entries) {
    if (body.kind === 'actions') actions.push(...body.actions.filter((action) => subjectKey(action.subject) === key));
    if (body.kind === 'receipts') receipts.push(...body.receipts.filter((receipt) => receipt.subjectKey === key));
    if (body.kind !== 'pulled') continue;
    const items = body.items.filter((item) => subjectKey(item.action.subject) === key);
    actions.push(...items.map((item) => item.action));
    receipts.push(...items.map((item) => item.receipt));
  }
  return { actions: uniqueActions(actions), receipts: uniqueReceipts(receipts) };
}
