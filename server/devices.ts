import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { roleSchema, type Role } from '../shared/domain/officer';
import type { DevicesTable, Tables } from './database/tables';

/** An enrolled device as the server knows it. */
export interface Device {
  readonly deviceId: string;
  readonly unitId: string;
  readonly counterId: string;
  /** Units this device may act for: its own and those it receives for (postal counters). */
  readonly scope: ReadonlySet<string>;
  /** Roles its enrolment vouches for when the province does not know an officer by name. */
  readonly roles: readonly Role[];
  readonly jwk: Readonly<Record<string, unknown>>;
  readonly revoked: boolean;
}

const listSchema = z.array(z.string());
const rolesSchema = z.array(roleSchema);
const jwkSchema = z.record(z.string(), z.unknown());

function toDevice(row: Selectable<DevicesTable>): Device {
  return {
    deviceId: row.device_id,
    unitId: row.unit_id,
    counterId: row.counter_id,
    scope: new Set([row.unit_id, ...listSchema.parse(JSON.parse(row.receives_for))]),
    roles: rolesSchema.parse(JSON.parse(row.roles)),
    jwk: jwkSchema.parse(JSON.parse(row.jwk)),
    revoked: row.revoked_at !== null,
  };
}

/** The device enrolled under this id. */
export async function findDevice(db: Kysely<Tables>, deviceId: string): Promise<Device | undefined> {
  const row = await db.selectFrom('devices').selectAll().where('device_id', '=', deviceId).executeTakeFirst();
  return row && toDevice(row);
}

/** Takes a device's rights away for good: from now on it may only push, into quarantine. */
export async function revokeDevice(db: Kysely<Tables>, deviceId: string, at: number): Promise<void> {
  await db
    .updateTable('devices')
    .set({ revoked_at: at })
    .where('device_id', '=', deviceId)
    .where('revoked_at', 'is', null)
    .execute();
}
