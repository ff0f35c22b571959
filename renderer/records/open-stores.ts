import { Dexie } from 'dexie';
import { createRxDatabase, type RxCollection, type RxDatabase } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { err, ok, type Result } from '../../shared/base/result';
import { openCacheDb, openLocalDb, type CacheDb, type IndexedDbOptions, type LocalDb } from './local-db';
import { dossierSchema, referenceSchema, type DossierDoc, type ReferenceDoc } from './rx-schemas';

/** The two collections. RxDB's free licence allows 13 a page; more than these need an architecture decision. */
interface Collections {
  readonly dossiers: RxCollection<DossierDoc>;
  readonly reference: RxCollection<ReferenceDoc>;
}

/** Every database of the page, open. */
export interface Stores extends Collections {
  readonly name: string;
  readonly rx: RxDatabase<Collections>;
  readonly local: LocalDb;
  readonly cache: CacheDb;
  readonly indexedDb: IndexedDbOptions;
}

/** The page's databases did not do what was asked. `name` is the exception's class, for the log and the screen. */
export interface StoreFailure {
  readonly kind: 'storeFailed';
  readonly name: string;
}

/** Where the databases are: always the same name in the app, its own in each test. */
export interface StorePlace {
  readonly name: string;
  readonly indexedDb: IndexedDbOptions;
}

/** Runs calls of the database libraries; what they throw becomes a {@link StoreFailure}. */
export async function guardStore<T>(work: () => Promise<T>): Promise<Result<T, StoreFailure>> {
  try {
    return ok(await work());
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? `:${error.code}` : '';
    return err({ kind: 'storeFailed', name: error instanceof Error ? `${error.name}${code}` : 'unknown' });
  }
}

function rxStorage(indexedDb: IndexedDbOptions) {
  return getRxStorageDexie({ ...indexedDb, chromeTransactionDurability: 'strict' });
}

async function createRx({ name, indexedDb }: StorePlace): Promise<RxDatabase<Collections>> {
  const rx = await createRxDatabase<Collections>({
    name,
    storage: rxStorage(indexedDb),
    multiInstance: false,
    eventReduce: true,
  });
  try {
    await rx.addCollections({ dossiers: { schema: dossierSchema }, reference: { schema: referenceSchema } });
    return rx;
  } catch (error) {
    await rx.close();
    throw error;
  }
}

/** By name prefix, not by RxDB's own list: that list lies in one of these databases and may be the lost one. */
async function deleteRx({ name, indexedDb }: StorePlace): Promise<void> {
  for (const found of await indexedDb.indexedDB.databases()) {
    if (found.name?.startsWith(`rxdb-dexie-${name}--`) === true) await new Dexie(found.name, indexedDb).delete();
  }
}

/** A store RxDB itself rejects (another schema, damaged list of collections) is made anew: the journal refills it. */
async function openRx(place: StorePlace): Promise<RxDatabase<Collections>> {
  try {
    return await createRx(place);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'RxError') throw error;
    await deleteRx(place);
    return createRx(place);
  }
}

/** Opens all databases. */
export async function openStores(place: StorePlace): Promise<Stores> {
  const local = openLocalDb(place.name, place.indexedDb);
  const cache = openCacheDb(place.name, place.indexedDb);
  try {
    await Promise.all([local.open(), cache.open()]);
    const rx = await openRx(place);
    return { ...place, rx, local, cache, dossiers: rx.dossiers, reference: rx.reference };
  } catch (error) {
    local.close();
    cache.close();
    throw error;
  }
}

/** Closes all databases; pending writes finish first. */
export async function closeStores(stores: Stores): Promise<void> {
  await stores.rx.close();
  stores.local.close();
  stores.cache.close();
}

/**
 * Empties everything the journal can bring back and opens it anew. Drafts stay: the journal does not hold them, and
 * those of a foreign key simply cannot be opened.
 */
export async function emptyStores(stores: Stores): Promise<Stores> {
  await stores.rx.close();
  await deleteRx(stores);
  await Promise.all([stores.local.state.clear(), stores.local.unitDays.clear(), stores.cache.blobs.clear()]);
  const rx = await openRx(stores);
  return { ...stores, rx, dossiers: rx.dossiers, reference: rx.reference };
}
