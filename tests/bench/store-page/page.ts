import '../../../renderer/no-eval';
import { buildUuidV7 } from '../../../shared/base/ids';
import type { Proposal } from '../../../shared/domain/proposal';
import { getDesktop } from '../../../renderer/desktop';
import { catchUp, openRecords } from '../../../renderer/records/open-records';
import { proposeActs } from '../../../renderer/records/propose';
import { importRecordKeys } from '../../../renderer/records/sealing';
import { watchSync } from '../../../renderer/sync/watch-sync';

/** What the bench asks of this page. Times in milliseconds. */
export interface StoreBench {
  readonly unlock: (officerId: string, password: string) => Promise<void>;
  /** One confirmed save: propose, main's answer, own store. */
  readonly save: (proposal: Proposal) => Promise<number>;
  /** Baseline: puts a value of so many bytes into a plain IndexedDB, strictly. */
  readonly put: (bytes: number) => Promise<number>;
  readonly newId: () => string;
  /** Bytes of the stored form of one dossier. */
  readonly storedBytes: (dossierId: string) => Promise<number>;
}

const plain: { db: IDBDatabase | undefined } = { db: undefined };

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('IndexedDB'));
    };
  });
}

async function openPlain(): Promise<IDBDatabase> {
  const request = indexedDB.open('plain-baseline', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('rows', { keyPath: 'id' });
  };
  return settle(request);
}

function newId(): string {
  return buildUuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

async function findStored(dossierId: string): Promise<number> {
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined || name === 'plain-baseline') continue;
    const db = await settle(indexedDB.open(name));
    for (const store of [...db.objectStoreNames]) {
      const row: unknown = await settle(db.transaction(store).objectStore(store).get(dossierId)).catch(() => undefined);
      const isDossier = row !== undefined && JSON.stringify(row).includes('sealed');
      if (!isDossier) continue;
      db.close();
      return JSON.stringify(row).length;
    }
    db.close();
  }
  throw new Error('the dossier is not in the store');
}

const bench: StoreBench = {
  unlock: async (officerId, password) => {
    const desktop = getDesktop();
    const unlocked = await desktop.session.unlock({ officerId, password });
    if (!unlocked.ok) throw new Error(unlocked.error.kind);
    const opened = await openRecords({ desktop, keys: await importRecordKeys(unlocked.value.keys) });
    if (!opened.ok) throw new Error(opened.error.kind);
    await opened.value.caughtUp;
    // As in the app: what main tells after each act is part of the load.
    desktop.on('journalGrew', () => void catchUp());
    watchSync(desktop);
  },
  save: async (proposal) => {
    const start = performance.now();
    const saved = await proposeActs([proposal]);
    const ms = performance.now() - start;
    if (!saved.ok || !saved.value.shown) throw new Error(saved.ok ? 'not shown' : JSON.stringify(saved.error));
    return ms;
  },
  put: async (bytes) => {
    plain.db ??= await openPlain();
    const { db } = plain;
    const noise = crypto.getRandomValues(new Uint8Array(Math.ceil(bytes / 2)));
    const sealed = Array.from(noise, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const value = { id: newId(), sealed };
    const start = performance.now();
    await new Promise<void>((resolve, reject) => {
      const transaction = db.transaction('rows', 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => {
        resolve();
      };
      transaction.onabort = () => {
        reject(transaction.error ?? new Error('IndexedDB'));
      };
      transaction.objectStore('rows').put(value);
    });
    return performance.now() - start;
  },
  newId,
  storedBytes: findStored,
};

Object.assign(globalThis, { bench });
