import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { err, ok, type Result } from '../shared/base/result';
import type { LocalDay } from '../shared/base/time';
import { officerSchema } from '../shared/domain/officer';
import { buildPracticeOfficers } from '../shared/domain/practice-officers';
import type { Unit } from '../shared/domain/unit';
import { findUnitInCharge } from '../shared/domain/unit-succession';
import { PRACTICE_PASSWORD } from '../shared/ipc/practice';
import type { Place } from './place';
import { serverUrlSchema } from './place';

const provisionSchema = z.strictObject({
  unitId: z.string().min(1).max(60),
  counterId: z.string().min(1).max(40),
  deviceName: z.string().min(1).max(100),
  serverUrl: serverUrlSchema.optional(),
  enrolCode: z.string().min(6).max(100).optional(),
  practice: z.boolean(),
  /** A practice place may leave them out: it then gets the practice officers. */
  officers: z
    .array(z.strictObject({ officer: officerSchema, password: z.string().min(8).max(256) }))
    .min(1)
    .max(40)
    .optional(),
  /** Public half of the unit's recovery key, base64 of an uncompressed P-256 point. */
  recoveryPublicKey: z
    .string()
    .regex(/^BA?[A-Za-z0-9+/]{85,87}=?=?$/u)
    .optional(),
});
/** What sets up a unit on this PC: place, officers with their first passwords, and the line to the province. */
export type Provision = z.infer<typeof provisionSchema> & {
  readonly officers: NonNullable<z.infer<typeof provisionSchema>['officers']>;
};

/** Why a set-up file is not taken. `field`: path of the first field that is wrong, or the file itself. */
export interface ProvisionError {
  readonly kind: 'badProvision';
  readonly field: string;
}

/** Reads a set-up file. */
export async function readProvision(path: string): Promise<Result<Provision, ProvisionError>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    // Missing, a folder, or closed to us: for the person who named it all the same.
    return err({ kind: 'badProvision', field: 'file' });
  }
  return parseProvision(text);
}

/** Checks the text of a set-up file. */
export function parseProvision(text: string): Result<Provision, ProvisionError> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err({ kind: 'badProvision', field: 'json' });
  }
  const parsed = provisionSchema.safeParse(json);
  if (!parsed.success) return err({ kind: 'badProvision', field: parsed.error.issues[0]?.path.join('.') ?? '' });
  const { practice, unitId } = parsed.data;
  const officers = parsed.data.officers ?? (practice ? listPracticeOfficers(unitId) : []);
  if (officers.length === 0) return err({ kind: 'badProvision', field: 'officers' });
  const ids = officers.map(({ officer }) => officer.officerId);
  return new Set(ids).size === ids.length
    ? ok({ ...parsed.data, officers })
    : err({ kind: 'badProvision', field: 'officers' });
}

/**
 * Refuses a set-up for a unit or counter the reference packages do not know, or a unit that has been merged away by today:
 * nobody could receive anything there.
 */
export function checkProvision(
  provision: Provision,
  units: ReadonlyMap<string, Unit>,
  today: LocalDay,
): Result<Provision, ProvisionError> {
  const unit = units.get(provision.unitId);
  if (unit === undefined || findUnitInCharge(units, unit.id, today) !== unit.id) {
    return err({ kind: 'badProvision', field: 'unitId' });
  }
  const knowsCounter = unit.counters.some((counter) => counter.id === provision.counterId);
  return knowsCounter ? ok(provision) : err({ kind: 'badProvision', field: 'counterId' });
}

/** The place a provision describes. */
export function placeOf(provision: Provision): Place {
  const { unitId, counterId, deviceName, practice, serverUrl = null, enrolCode = null } = provision;
  return { unitId, counterId, deviceName, practice, serverUrl, enrolCode, serverKeys: [] };
}

/** Practice officers with the practice password, for any practice place. */
export function listPracticeOfficers(unitId: string): Provision['officers'] {
  return buildPracticeOfficers(unitId).map((officer) => ({ officer, password: PRACTICE_PASSWORD }));
}
