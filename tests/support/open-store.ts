import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { openRecords, type OpenedRecords } from '../../renderer/records/open-records';
import type { StorePlace } from '../../renderer/records/open-stores';
import type { ProjectionHost } from '../../renderer/records/projection-client';
import { importRecordKeys, type RecordKeys } from '../../renderer/records/sealing';
import { serveProjection } from '../../renderer/records/serve-projection';
import type { FakeDesktop } from './fake-desktop';

/** Databases of one imagined PC; they live as long as the object, across openings. */
export function createPlace(name: string): StorePlace {
  return { name, indexedDb: { indexedDB: new IDBFactory(), IDBKeyRange } };
}

/** The page's keys of one imagined PC. */
export function testKeys(fill = 3): Promise<RecordKeys> {
  return importRecordKeys({ records: new Uint8Array(32).fill(fill), index: new Uint8Array(32).fill(fill + 1) });
}

/** The real projection on a port of this process instead of a worker's. */
export function hostProjection(): ProjectionHost {
  const { port1, port2 } = new MessageChannel();
  serveProjection(port2);
  return {
    port: port1,
    stop: () => {
      port2.close();
    },
    onDeath: () => undefined,
  };
}

/** Opens the store on the stand-in for main and waits until it holds the whole journal. */
export async function openTestRecords(fake: FakeDesktop, place: StorePlace, keys?: RecordKeys): Promise<OpenedRecords> {
  const opened = await openRecords({
    desktop: fake.bridge,
    keys: keys ?? (await testKeys()),
    place,
    startProjection: hostProjection,
    wait: () => Promise.resolve(),
  });
  if (!opened.ok) throw new Error(`store did not open: ${JSON.stringify(opened.error)}`);
  await opened.value.caughtUp;
  return opened.value;
}

/** Every value of every database, as one text: what somebody who copies the profile can read. */
export async function dumpDatabases({ indexedDb }: StorePlace): Promise<string> {
  const dump: unknown[] = [];
  for (const { name } of await indexedDb.indexedDB.databases()) {
    if (name === undefined) continue;
    const db = await settle(indexedDb.indexedDB.open(name));
    for (const table of db.objectStoreNames) {
      const store = db.transaction(table).objectStore(table);
      dump.push(name, table, await settle(store.getAllKeys()), await settle(store.getAll()));
    }
    db.close();
  }
  return JSON.stringify(dump, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('request failed'));
    };
  });
}
