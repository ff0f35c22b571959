import { createHash, hkdfSync } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../shared/base/canonical-json';
import { officerSchema, type Officer } from '../../shared/domain/officer';
import { createEnvelope } from './envelope';
import type { DataKey } from './data-key';
import { argonCostSchema, stretchSecret, type ArgonCost } from './password-hash';
import { findRecovered, sealToRecovery } from './recovery-key';

const base64Schema = z
  .string()
  .max(2000)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/);

const officerWrapSchema = z.object({
  officer: officerSchema,
  cost: argonCostSchema,
  salt: base64Schema,
  /** Fingerprint of the device secret mixed into this wrap; null when none was. */
  deviceMark: z.string().nullable(),
  sealed: base64Schema,
});
/** The data key wrapped for one officer. */
export type OfficerWrap = z.infer<typeof officerWrapSchema>;

const recoveryWrapSchema = z.object({ publicKey: base64Schema, ephemeral: base64Schema, sealed: base64Schema });

/** What the vault file holds: no secret in clear. Officers' names are there because the lock screen shows them. */
export const vaultContentSchema = z.object({
  vaultId: z.string().min(16).max(64),
  keyId: z.int().min(1),
  officers: z.array(officerWrapSchema).min(1),
  recovery: recoveryWrapSchema.nullable(),
});
/** See {@link vaultContentSchema}. */
export type VaultContent = z.infer<typeof vaultContentSchema>;

/** The identity of a vault, bound into each wrap. */
type VaultIdentity = Pick<VaultContent, 'vaultId' | 'keyId'>;

/** Everything that makes one officer's wrapping key. */
interface WrapSecrets {
  readonly password: string;
  readonly deviceSecret: Uint8Array | null;
  readonly cost: ArgonCost;
  readonly salt: Uint8Array;
}

/** Names a device secret without telling it: a wrap made under another one is recognised before a password is blamed. */
export function markDeviceSecret(vaultId: string, deviceSecret: Uint8Array | null): string | null {
  if (deviceSecret === null) return null;
  return createHash('sha256').update(`quay-mot-cua/device-mark/1|${vaultId}|`).update(deviceSecret).digest('hex');
}

/** Wraps the data key under an officer's password and, where there is one, the device secret. */
export async function wrapForOfficer(
  identity: VaultIdentity,
  dataKey: DataKey,
  { officer, ...secrets }: WrapSecrets & { readonly officer: Officer },
): Promise<OfficerWrap> {
  const kek = await deriveWrapKey(secrets, officer.officerId);
  return {
    officer,
    cost: secrets.cost,
    salt: Buffer.from(secrets.salt).toString('base64'),
    deviceMark: markDeviceSecret(identity.vaultId, secrets.deviceSecret),
    sealed: createEnvelope({ id: 1, bytes: kek })
      .seal(wrapContext(identity, officer), dataKey.bytes)
      .toString('base64'),
  };
}

/** Unwraps the data key; `undefined` for a wrong password, or when the officer's record beside the wrap was changed. */
export async function findUnwrapped(
  identity: VaultIdentity,
  wrap: OfficerWrap,
  given: Pick<WrapSecrets, 'password' | 'deviceSecret'>,
): Promise<DataKey | undefined> {
  const deviceSecret = wrap.deviceMark === null ? null : given.deviceSecret;
  const secrets = { password: given.password, deviceSecret, cost: wrap.cost, salt: Buffer.from(wrap.salt, 'base64') };
  const kek = await deriveWrapKey(secrets, wrap.officer.officerId);
  const opened = createEnvelope({ id: 1, bytes: kek }).open(
    wrapContext(identity, wrap.officer),
    Buffer.from(wrap.sealed, 'base64'),
  );
  return opened.ok ? { keyId: identity.keyId, bytes: opened.value } : undefined;
}

/** Wraps the data key to the unit's recovery public key. */
export function wrapForRecovery(
  identity: VaultIdentity,
  publicKey: string,
  dataKey: DataKey,
): VaultContent['recovery'] {
  return { publicKey, ...sealToRecovery(publicKey, recoveryContext(identity), dataKey.bytes) };
}

/** Opens the recovery wrap; `undefined` when there is none or the private key is another one. */
export function findRecoveredKey(content: VaultContent, secret: Buffer): DataKey | undefined {
  if (content.recovery === null) return undefined;
  const bytes = findRecovered(secret, content.recovery, recoveryContext(content));
  return bytes === undefined ? undefined : { keyId: content.keyId, bytes };
}

async function deriveWrapKey(secrets: WrapSecrets, officerId: string): Promise<Buffer> {
  const stretched = await stretchSecret(secrets.password, secrets.salt, secrets.cost);
  const material = Buffer.concat([stretched, secrets.deviceSecret ?? Buffer.alloc(0)]);
  const bound = secrets.deviceSecret === null ? 'password' : 'password+device';
  return Buffer.from(hkdfSync('sha256', material, new Uint8Array(0), `quay-mot-cua/kek/1|${bound}|${officerId}`, 32));
}

/** The officer's whole record is bound in: raising one's own role in the file makes the wrap unusable. */
function wrapContext(identity: VaultIdentity, officer: Officer): string {
  return `wrap|${identity.vaultId}|${String(identity.keyId)}|${canonicalJson(officer)}`;
}

function recoveryContext(identity: VaultIdentity): string {
  return `recovery|${identity.vaultId}|${String(identity.keyId)}`;
}
