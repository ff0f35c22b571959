import type { RxCollection, RxDocumentData } from 'rxdb';
import { err, ok, type Result } from '../../shared/base/result';
import { guardStore, type StoreFailure } from './open-stores';
import type { DossierDoc } from './rx-schemas';

/** A dossier as it lies in the store, with the revision a write of it has to name. */
export type StoredDossier = RxDocumentData<DossierDoc>;

/** Stored dossiers by id. */
export type StoredMap = ReadonlyMap<string, StoredDossier>;

/** Reads dossiers by id; those not held are left out. */
export async function findStored(
  dossiers: RxCollection<DossierDoc>,
  ids: readonly string[],
): Promise<Result<StoredMap, StoreFailure>> {
  if (ids.length === 0) return ok(new Map());
  const found = await guardStore(() => dossiers.findByIds([...ids]).exec());
  return found.ok ? ok(new Map([...found.value].map(([id, doc]) => [id, doc.toMutableJSON(true)]))) : found;
}

/**
 * Writes dossiers in one strict transaction, each over the stored form it was made from, or as a new one. Answers those that
 * were not written because the store holds another form: they have to be made from it anew.
 *
 * `bulkUpsert` would try to insert all, fail for each that is there, and write again in a second transaction.
 */
export async function writeDossiers(
  dossiers: RxCollection<DossierDoc>,
  docs: readonly DossierDoc[],
  stored: StoredMap,
): Promise<Result<StoredMap, StoreFailure>> {
  const rows = docs.map((doc) => {
    const previous = stored.get(doc.id);
    // RxDB puts revision and time in; what stands here is never stored.
    const meta = previous ?? { _rev: '', _meta: { lwt: 0 } };
    const { _rev, _meta } = meta;
    const document = { ...doc, _rev, _meta, _deleted: false, _attachments: {} };
    return previous === undefined ? { document } : { document, previous };
  });
  if (rows.length === 0) return ok(new Map());
  const written = await guardStore(() => dossiers.storageInstance.bulkWrite(rows, 'apply-journal'));
  if (!written.ok) return written;
  const conflicts = new Map<string, StoredDossier>();
  for (const error of written.value.error) {
    if (error.status !== 409) return err({ kind: 'storeFailed', name: `bulkWrite:${String(error.status)}` });
    conflicts.set(error.documentId, error.documentInDb);
  }
  return ok(conflicts);
}
