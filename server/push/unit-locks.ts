import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables';
import type { Device } from '../devices';
import type { Offices } from '../offices';
import { SERVER_DEVICE_ID } from './accept-item';
import { decideHomeUnit, findNewUnits } from './home-unit';
import type { PushItem, SoundItem } from './push-item';

/** Counter row behind the sequence of the server's own actions: one incarnation per epoch. */
export function serverSequenceRow(serverEpoch: string): string {
  return `${SERVER_DEVICE_ID}:${serverEpoch}`;
}

/** Whether the server will answer a reception with an action of its own (an official code for a temporary number). */
export function needsOfficialCode(item: SoundItem): boolean {
  return item.known?.kind === 'DossierReceived' && item.known.payload.code.kind === 'temporary';
}

/** Units that already see the subjects of a push. */
export async function findSubjectUnits(db: Kysely<Tables>, items: readonly PushItem[]): Promise<readonly string[]> {
  const keys = [...new Set(items.filter((item) => item.sound).map((item) => item.name.subjectKey))];
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('subject_units')
    .select('unit_id')
    .distinct()
    .where('subject_key', 'in', keys)
    .execute();
  return rows.map((row) => row.unit_id);
}

/** Units whose counters a push may move, apart from those that already see its subjects. */
export function planUnits(
  items: readonly PushItem[],
  device: Device,
  context: { readonly offices: Offices; readonly serverEpoch: string },
): Set<string> {
  const units = new Set([device.unitId]);
  for (const item of items) {
    if (!item.sound) continue;
    for (const unit of [decideHomeUnit(item, device), ...findNewUnits(item, device, context.offices)]) {
      if (device.scope.has(unit) || context.offices.unitIds.has(unit)) units.add(unit);
    }
    if (needsOfficialCode(item)) units.add(serverSequenceRow(context.serverEpoch));
  }
  if (device.deviceId === SERVER_DEVICE_ID) units.add(serverSequenceRow(context.serverEpoch));
  return units;
}

/** Makes the counter rows of units that have none yet. Outside the transaction that locks them. */
export async function ensureCounters(db: Kysely<Tables>, units: ReadonlySet<string>): Promise<void> {
  const rows = [...units].sort().map((unit_id) => ({ unit_id }));
  await db
    .insertInto('unit_counters')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Locks the counters, in one order everywhere, and reads them. First statement of the transaction: numbers of a feed then
 * become visible in their own order, so no reader ever passes one by (measured: a plain sequence loses a third).
 */
export async function lockUnits(db: Transaction<Tables>, units: ReadonlySet<string>): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('unit_counters')
    .selectAll()
    .where('unit_id', 'in', [...units])
    .orderBy('unit_id')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.unit_id, row.feed_n]));
}
