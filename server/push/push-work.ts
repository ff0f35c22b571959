import type { Transaction } from 'kysely';
import { subjectKey, type Action, type KnownAction } from '../../shared/domain/actions/action';
import { receiptSchema, type Receipt } from '../../shared/domain/verdict';
import type { QuarantineTable, Tables } from '../database/tables';
import type { Device } from '../devices';
import type { Offices } from '../offices';
import { loadOfficers, type OfficerBook } from './actors';
import { loadCodeBook, type CodeBook } from './code-book';
import { listCounterDays } from './counter-days';
import type { PushItem, SoundItem } from './push-item';
import type { SubjectWork } from './subject-work';

/** An action with its receipt, as stored. */
export interface StoredAction {
  readonly hash: string;
  readonly receipt: Receipt;
}

/** An accepted or refused action waiting to be written. */
export interface NewAction {
  readonly item: SoundItem;
  readonly receipt: Receipt;
  readonly pos: number;
}

/** A place in a unit's feed waiting for its number. */
export interface NewFeedRow {
  readonly unitId: string;
  readonly subjectKey: string;
  readonly pos: number;
}

/** Everything one push reads and collects; lives inside one transaction and is thrown away with it. */
export interface PushWork {
  readonly device: Device;
  readonly offices: Offices;
  readonly feedHeads: Map<string, number>;
  readonly subjects: Map<string, SubjectWork>;
  readonly byId: Map<string, StoredAction>;
  /** Ids by `incarnation:seq` of this device. */
  readonly bySeq: Map<string, string>;
  /** Receipts of quarantined items by item hash. */
  readonly quarantined: Map<string, Receipt>;
  readonly officers: OfficerBook;
  readonly codes: CodeBook;
  readonly newActions: NewAction[];
  readonly newFeed: NewFeedRow[];
  readonly newQuarantine: QuarantineTable[];
}

function readReceipt(json: string): Receipt {
  return receiptSchema.parse(JSON.parse(json));
}

/** Stored actions were checked when they came and are read as they are. */
async function loadSubjects(db: Transaction<Tables>, keys: readonly string[]): Promise<Map<string, SubjectWork>> {
  if (keys.length === 0) return new Map();
  const rows = await db.selectFrom('subjects').selectAll().where('subject_key', 'in', keys).execute();
  const units = await db.selectFrom('subject_units').selectAll().where('subject_key', 'in', keys).execute();
  const actions = await db
    .selectFrom('actions')
    .select(['subject_key', 'action_id', 'action_json', 'receipt_json'])
    .where('subject_key', 'in', keys)
    .execute();
  return new Map(
    rows.map((row) => {
      const seenBy = units.filter((unit) => unit.subject_key === row.subject_key).map((unit) => unit.unit_id);
      const own = actions.filter((action) => action.subject_key === row.subject_key);
      const work: SubjectWork = {
        key: row.subject_key,
        dossierId: row.subject_key.startsWith('dossier:') ? row.subject_key.slice('dossier:'.length) : '',
        stored: true,
        homeUnit: row.home_unit,
        received: row.received,
        lastPos: row.last_pos,
        units: new Set(seenBy),
        storedUnits: new Set(seenBy),
        actions: own.map((action) => JSON.parse(action.action_json) as Action),
        receipts: new Map(own.map((action) => [action.action_id, readReceipt(action.receipt_json)])),
      };
      return [row.subject_key, work];
    }),
  );
}

async function loadById(db: Transaction<Tables>, ids: readonly string[]): Promise<Map<string, StoredAction>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('actions')
    .select(['action_id', 'action_hash', 'receipt_json'])
    .where('action_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.action_id, { hash: row.action_hash, receipt: readReceipt(row.receipt_json) }]));
}

async function loadBySeq(
  db: Transaction<Tables>,
  deviceId: string,
  items: readonly SoundItem[],
): Promise<Map<string, string>> {
  if (items.length === 0) return new Map();
  const rows = await db
    .selectFrom('actions')
    .select(['action_id', 'incarnation', 'seq'])
    .where('device_id', '=', deviceId)
    .where('incarnation', 'in', [...new Set(items.map((item) => item.action.incarnation))])
    .where('seq', 'in', [...new Set(items.map((item) => item.action.seq))])
    .execute();
  return new Map(rows.map((row) => [`${row.incarnation}:${String(row.seq)}`, row.action_id]));
}

async function loadQuarantined(
  db: Transaction<Tables>,
  deviceId: string,
  items: readonly PushItem[],
): Promise<Map<string, Receipt>> {
  if (items.length === 0) return new Map();
  const hashes = items.map((item) => item.name.hash);
  const rows = await db
    .selectFrom('quarantine')
    .select(['item_hash', 'receipt_json'])
    .where('device_id', '=', deviceId)
    .where('item_hash', 'in', hashes)
    .execute();
  return new Map(rows.map((row) => [row.item_hash, readReceipt(row.receipt_json)]));
}

/** Reads all a push can touch; to be called after the unit counters were locked, which nobody can then change under it. */
export async function loadPushWork(
  db: Transaction<Tables>,
  input: { readonly device: Device; readonly items: readonly PushItem[]; readonly offices: Offices },
  feedHeads: Map<string, number>,
): Promise<PushWork> {
  const { device, items, offices } = input;
  const sound = items.filter((item): item is SoundItem => item.sound);
  const known = sound.map((item) => item.known).filter((action): action is KnownAction => action !== undefined);
  return {
    device,
    offices,
    feedHeads,
    subjects: await loadSubjects(db, [
      ...new Set([
        ...sound.map((item) => subjectKey(item.action.subject)),
        ...listCounterDays(known, device, offices.units),
      ]),
    ]),
    byId: await loadById(db, [...new Set(sound.map((item) => item.action.id))]),
    bySeq: await loadBySeq(db, device.deviceId, sound),
    quarantined: await loadQuarantined(db, device.deviceId, items),
    officers: await loadOfficers(
      db,
      sound.map((item) => item.action),
    ),
    codes: await loadCodeBook(db, known),
    newActions: [],
    newFeed: [],
    newQuarantine: [],
  };
}
