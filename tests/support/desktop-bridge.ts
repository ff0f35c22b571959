import type { Page } from '@playwright/test';
import type { JournalEntry } from '../../shared/domain/journal-entry';
import type { DesktopBridge } from '../../shared/ipc/contract';
import type { SyncStatus } from '../../shared/ipc/messages';

/** The part of the page's global object these tests use. */
export interface PageWindow {
  /** What the preload gives the page. */
  readonly desktop: DesktopBridge;
}

/** The whole journal of this device, as the page may read it while somebody is signed in. */
export async function readJournal(page: Page): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (;;) {
    const after = entries.at(-1)?.line ?? 0;
    const answer = await page.evaluate(
      (afterLine) => (globalThis as unknown as PageWindow).desktop.records.tail({ afterLine, limit: 500 }),
      after,
    );
    if (!answer.ok) throw new Error(`the journal was not given: ${answer.error.kind}`);
    if (answer.value.entries.length === 0) return entries;
    entries.push(...answer.value.entries);
  }
}

/** Dossiers a journal speaks of, and how many of them are submissions nobody has accepted yet. */
export function countDossiers(journal: readonly JournalEntry[]): { readonly all: number; readonly online: number } {
  const actions = journal.flatMap(({ body }) =>
    body.kind === 'actions' ? body.actions : body.kind === 'pulled' ? body.items.map(({ action }) => action) : [],
  );
  const subjectsOf = (isOne: (kind: string) => boolean): ReadonlySet<string> =>
    new Set(actions.flatMap(({ kind, subject }) => (subject.type === 'dossier' && isOne(kind) ? [subject.id] : [])));
  const taken = subjectsOf((kind) => kind === 'OnlineSubmissionAccepted');
  const arrived = [...subjectsOf((kind) => kind === 'OnlineSubmissionArrived')];
  return { all: subjectsOf(() => true).size, online: arrived.filter((id) => !taken.has(id)).length };
}

/** The line to the province as main sees it. */
export async function readSyncStatus(page: Page): Promise<SyncStatus> {
  const answer = await page.evaluate(() => (globalThis as unknown as PageWindow).desktop.sync.status());
  if (!answer.ok) throw new Error(`no sync status: ${answer.error.kind}`);
  return answer.value;
}
