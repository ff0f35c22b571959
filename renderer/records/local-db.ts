import { Dexie, type EntityTable } from 'dexie';

/** Where the store stands relative to the journal; one row, written after the documents it speaks of. */
export interface StoreState {
  readonly id: 'state';
  /** Names the journal this store was made from; null until the first handshake. */
  readonly generation: string | null;
  readonly appliedLine: number;
  /** Shape of the sealed content; another one means: rebuild from the journal. */
  readonly shape: number;
  /** A dossier that must be in the store if it was not emptied behind our back; null while there is none. */
  readonly witnessId: string | null;
  /** A rebuild is under way: if it is cut off, the next start goes on and still says "restored". */
  readonly restoring: boolean;
  /** Rules its dates were counted by (`dateRulesKey`); null or absent: by none. */
  readonly dateRules?: string | null;
}

/** One unit-day of a counter: its acts, sealed. */
export interface UnitDayRow {
  /** `subjectKey` of the unit-day. */
  readonly id: string;
  readonly unitId: string;
  readonly day: string;
  readonly sealed: string;
}

/** A draft, sealed; it belongs to a counter, not to an officer. */
export interface DraftRow {
  readonly id: string;
  readonly kind: string;
  readonly counterId: string;
  readonly savedAt: number;
  readonly sealed: string;
}

/** A sealed blob that can be made again. */
export interface CacheRow {
  readonly id: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** Strict: survives a power cut as far as the disk keeps its word. */
export type LocalDb = Dexie & {
  readonly state: EntityTable<StoreState, 'id'>;
  readonly unitDays: EntityTable<UnitDayRow, 'id'>;
  readonly drafts: EntityTable<DraftRow, 'id'>;
};

/** Relaxed: losing it costs a few seconds of work, never data. */
export type CacheDb = Dexie & { readonly blobs: EntityTable<CacheRow, 'id'> };

/** The IndexedDB to use: the page's in the app, a test's own in tests. */
export interface IndexedDbOptions {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/** Opens (or makes) the database of drafts, unit-days and the store's own state. */
export function openLocalDb(name: string, options: IndexedDbOptions): LocalDb {
  const db = new Dexie(`${name}-local`, { ...options, chromeTransactionDurability: 'strict' });
  db.version(1).stores({ state: 'id', unitDays: 'id, [unitId+day]', drafts: 'id, [counterId+kind]' });
  return db as LocalDb;
}

/** Opens (or makes) the database of rebuildable blobs. */
export function openCacheDb(name: string, options: IndexedDbOptions): CacheDb {
  const db = new Dexie(`${name}-cache`, { ...options, chromeTransactionDurability: 'relaxed' });
  db.version(1).stores({ blobs: 'id' });
  return db as CacheDb;
}
