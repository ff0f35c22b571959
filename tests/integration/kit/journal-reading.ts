import type { Desk } from '../../../electron/desk';
import { subjectKey, type Action } from '../../../shared/domain/actions/action';
import { foldDossier, type DossierState } from '../../../shared/domain/dossier-state';
import type { JournalEntry } from '../../../shared/domain/journal-entry';
import { uniqueReceipts } from '../../../shared/domain/merge';
import type { Receipt } from '../../../shared/domain/verdict';

/** What a journal says, read line by line from its files. */
export interface JournalContent {
  readonly entries: readonly JournalEntry[];
  /** Own acts in the order they were recorded. */
  readonly own: readonly Action[];
  /** Acts the feed brought. */
  readonly pulled: readonly Action[];
  /** The receipt that counts for each act. */
  readonly receipts: ReadonlyMap<string, Receipt>;
}

const READ_LINES = 500;

/** Reads everything. */
export async function readJournal({ books }: Pick<Desk, 'books'>): Promise<JournalContent> {
  const entries: JournalEntry[] = [];
  for (;;) {
    const some = await books.journal.read(entries.at(-1)?.line ?? 0, READ_LINES);
    if (some.length === 0) break;
    entries.push(...some);
  }
  const own = entries.flatMap(({ body }) => (body.kind === 'actions' ? body.actions : []));
  const items = entries.flatMap(({ body }) => (body.kind === 'pulled' ? body.items : []));
  const told = entries.flatMap(({ body }) => (body.kind === 'receipts' ? body.receipts : []));
  return {
    entries,
    own,
    pulled: items.map((item) => item.action),
    receipts: uniqueReceipts([...told, ...items.map((item) => item.receipt)]),
  };
}

/** A dossier as this PC's journal tells it. */
export async function foldFromJournal({ books }: Pick<Desk, 'books'>, dossierId: string): Promise<DossierState> {
  const history = await books.index.historyOf(subjectKey({ type: 'dossier', id: dossierId }));
  return foldDossier({ dossierId, ...history });
}

/** Ids, sorted: two sides agree when these are equal. */
export function idsOf(actions: readonly Pick<Action, 'id'>[]): readonly string[] {
  return actions.map(({ id }) => id).sort();
}
