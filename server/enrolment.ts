import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { z } from 'zod';
import { err, ok, type Result } from '../shared/base/result';
import type { Instant } from '../shared/base/time';
import type { Role } from '../shared/domain/officer';
import { deviceIdOf } from '../shared/sync/device-id';
import type { enrolRequestSchema } from '../shared/sync/protocol';
import type { EnrolCodesTable, Tables } from './database/tables';
import { problem, type Problem } from './problem';
import type { DevicePublicJwk } from './security/device-proof';

/** Letters of codes: no two that look alike on paper. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LETTERS = 12;

function pickLetters(bytes: Buffer): string {
  return [...bytes].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
}

/** Codes are typed by hand from paper: case, spaces and dashes do not count. */
function hashCode(code: string): string {
  return createHash('sha256').update(code.toUpperCase().replaceAll(/[\s-]/g, '')).digest('hex');
}

/** Place and rights a one-time code gives to the device that uses it. */
export interface EnrolGrant {
  readonly unitId: string;
  /** Null: any counter of the unit. */
  readonly counterId: string | null;
  /** Other units it may receive for (postal counters). */
  readonly receivesFor: readonly string[];
  readonly roles: readonly Role[];
  readonly expiresAt: Instant;
}

/** A fresh code, 12 letters in groups of four. */
export function newEnrolCode(randomBytes: (count: number) => Buffer): string {
  const letters = pickLetters(randomBytes(CODE_LETTERS));
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/** Makes a code good for one enrolment. A code used before is good once more (practice units hand out the same ones). */
export async function putEnrolCode(db: Kysely<Tables>, code: string, grant: EnrolGrant): Promise<void> {
  const row: EnrolCodesTable = {
    code_hash: hashCode(code),
    unit_id: grant.unitId,
    counter_id: grant.counterId,
    receives_for: JSON.stringify(grant.receivesFor),
    roles: JSON.stringify(grant.roles),
    expires_at: grant.expiresAt,
    device_id: null,
  };
  await db
    .insertInto('enrol_codes')
    .values(row)
    .onConflict((conflict) => conflict.column('code_hash').doUpdateSet(row))
    .execute();
}

/** A request to enrol whose proof was checked: `thumbprint` is that of the proven key. */
export interface EnrolInput {
  readonly request: z.infer<typeof enrolRequestSchema>;
  readonly jwk: DevicePublicJwk;
  readonly thumbprint: string;
  readonly now: Instant;
  readonly randomBytes: (count: number) => Buffer;
}

async function findRepeat(
  db: Transaction<Tables>,
  code: EnrolCodesTable,
  thumbprint: string,
): Promise<string | undefined> {
  if (code.device_id === null) return undefined;
  const device = await db
    .selectFrom('devices')
    .select('thumbprint')
    .where('device_id', '=', code.device_id)
    .executeTakeFirst();
  return device?.thumbprint === thumbprint ? code.device_id : undefined;
}

async function enrolInTransaction(db: Transaction<Tables>, input: EnrolInput): Promise<Result<string, Problem>> {
  const { request, thumbprint, now } = input;
  const refused = err(problem(403, 'enrolCode'));
  const code = await db
    .selectFrom('enrol_codes')
    .selectAll()
    .where('code_hash', '=', hashCode(request.code))
    .forUpdate()
    .executeTakeFirst();
  if (!code || code.unit_id !== request.unitId) return refused;
  if (code.counter_id !== null && code.counter_id !== request.counterId) return refused;
  // The answer to the first try may have been lost on the line: the same key gets the same device again.
  const repeat = await findRepeat(db, code, thumbprint);
  if (repeat !== undefined) return ok(repeat);
  if (code.device_id !== null || code.expires_at < now) return refused;
  const taken = await db
    .selectFrom('devices')
    .select('device_id')
    .where('thumbprint', '=', thumbprint)
    .executeTakeFirst();
  if (taken) return err(problem(403, 'keyInUse'));
  const deviceId = deviceIdOf(input.jwk);
  await db
    .insertInto('devices')
    .values({
      ...{ device_id: deviceId, name: request.deviceName, unit_id: code.unit_id, counter_id: request.counterId },
      ...{ receives_for: code.receives_for, roles: code.roles, jwk: JSON.stringify(input.jwk), thumbprint },
      ...{ enrolled_at: now, revoked_at: null },
    })
    .execute();
  await db.updateTable('enrol_codes').set({ device_id: deviceId }).where('code_hash', '=', code.code_hash).execute();
  return ok(deviceId);
}

/**
 * Registers a device under a one-time code and gives its id. 403 `enrolCode` for an unknown, used or late code or another
 * place (one word for all: a guesser learns nothing), 403 `keyInUse` for a key that is enrolled already.
 */
export async function enrolDevice(db: Kysely<Tables>, input: EnrolInput): Promise<Result<string, Problem>> {
  return db.transaction().execute((tx) => enrolInTransaction(tx, input));
}
