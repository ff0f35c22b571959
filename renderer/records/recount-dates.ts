import { err, ok, type Result } from '../../shared/base/result';
import { foldDossier } from '../../shared/domain/dossier-state';
import type { ApplyFailure, ApplyTarget } from './apply-dossiers';
import { openDossier, sealDossier, type DossierContent } from './dossier-content';
import { buildDossierRow, buildProjectionRow, type DossierRow } from './dossier-row';
import { legalDatesOf } from './legal-dates-of';
import { guardStore } from './open-stores';
import { dropSnapshot } from './projection-feed';
import { writeDossiers, type StoredDossier } from './stored-dossiers';

const PAGE = 200;

function buildRecounted({ history, row }: DossierContent) {
  const state = foldDossier({ dossierId: row.dossierId, ...history });
  const dates = legalDatesOf(state);
  return { state, dates, history, next: buildDossierRow(state, dates), row };
}

function isMoved({ row, next }: { readonly row: DossierRow; readonly next: DossierRow }): boolean {
  return row.legalDue !== next.legalDue || row.promisedAt !== next.promisedAt || row.pausedSince !== next.pausedSince;
}

async function readOpenDossiers({ stores }: ApplyTarget, afterId: string) {
  const selector = { id: { $gt: afterId }, isOpen: 1 };
  const query = stores.dossiers.find({ selector, sort: [{ id: 'asc' }], limit: PAGE });
  return guardStore(async () => (await query.exec()).map((doc) => doc.toMutableJSON(true) as StoredDossier));
}

async function recountPage(target: ApplyTarget, docs: readonly StoredDossier[]): Promise<Result<number, ApplyFailure>> {
  const moved: ReturnType<typeof buildRecounted>[] = [];
  for (const content of await Promise.all(docs.map((doc) => openDossier(target.keys, doc)))) {
    if (!content.ok) return content;
    const recounted = buildRecounted(content.value);
    if (isMoved(recounted)) moved.push(recounted);
  }
  if (moved.length === 0) return ok(0);
  const stored = new Map(docs.map((doc) => [doc.id, doc]));
  const changes = moved.map((one) => ({ ...one, changeNo: -(stored.get(one.state.dossierId)?.changeNoNeg ?? 0) }));
  // The snapshot names these dossiers by a line it already holds: it would bring the old dates back.
  const dropped = await dropSnapshot(target.stores);
  if (!dropped.ok) return dropped;
  const sealed = await Promise.all(changes.map((change) => sealDossier(target.keys, change)));
  const saved = await writeDossiers(target.stores.dossiers, sealed, stored);
  if (!saved.ok) return saved;
  // Nobody else writes dossiers while this job holds the queue.
  if (saved.value.size > 0) return err({ kind: 'storeFailed', name: 'writeConflict' });
  target.onWritten(changes.map(({ state, dates, changeNo }) => buildProjectionRow(state, dates, changeNo)));
  return ok(moved.length);
}

/**
 * Counts the dates of all open dossiers by the rules held now and writes those that moved; answers how many. A dossier that
 * has ended keeps the date it ended under.
 */
export async function recountDates(target: ApplyTarget): Promise<Result<number, ApplyFailure>> {
  let moved = 0;
  let afterId = '';
  for (;;) {
    const page = await readOpenDossiers(target, afterId);
    if (!page.ok) return page;
    const done = await recountPage(target, page.value);
    if (!done.ok) return done;
    moved += done.value;
    const last = page.value.at(-1);
    if (last === undefined || page.value.length < PAGE) return ok(moved);
    afterId = last.id;
  }
}
