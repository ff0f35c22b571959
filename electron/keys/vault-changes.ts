import { err, ok, type Result } from '../../shared/base/result';
import { KEY_BYTES, type DataKey } from './data-key';
import { SALT_BYTES } from './password-hash';
import { wrapForOfficer, wrapForRecovery } from './vault-content';
import type { NewOfficer, VaultParts } from './vault-parts';

/** First set-up: makes the data key and wraps it for everybody. */
export async function createVault(
  parts: VaultParts,
  input: { readonly officers: readonly NewOfficer[]; readonly recoveryPublicKey?: string },
): Promise<Result<DataKey, { readonly kind: 'exists' }>> {
  if (parts.content() !== undefined) return err({ kind: 'exists' });
  const dataKey: DataKey = { keyId: 1, bytes: Buffer.from(parts.options.randomBytes(KEY_BYTES)) };
  const identity = { vaultId: Buffer.from(parts.options.randomBytes(16)).toString('hex'), keyId: dataKey.keyId };
  const officers = [];
  for (const entry of input.officers) officers.push(await wrapForOfficer(identity, dataKey, secretsFor(parts, entry)));
  const recovery =
    input.recoveryPublicKey === undefined ? null : wrapForRecovery(identity, input.recoveryPublicKey, dataKey);
  await parts.keep({ ...identity, officers, recovery });
  return ok(dataKey);
}

/** What goes into a new wrap of an officer. */
function secretsFor({ options, costs }: VaultParts, entry: NewOfficer) {
  return { ...entry, deviceSecret: options.deviceSecret, cost: costs.password, salt: options.randomBytes(SALT_BYTES) };
}

/** Wraps the data key for one more officer, or anew for a known one. */
export async function addOfficer(
  parts: VaultParts,
  dataKey: DataKey,
  entry: NewOfficer,
): Promise<Result<null, { readonly kind: 'noVault' }>> {
  const content = parts.content();
  if (content === undefined) return err({ kind: 'noVault' });
  const wrap = await wrapForOfficer(content, dataKey, secretsFor(parts, entry));
  const others = content.officers.filter((other) => other.officer.officerId !== entry.officer.officerId);
  await parts.keep({ ...content, officers: [...others, wrap] });
  parts.pins.drop(entry.officer.officerId);
  return ok(null);
}

/** Deletes an officer's wrap. The last one stays: nobody could open the data any more. */
export async function removeOfficer(
  parts: VaultParts,
  officerId: string,
): Promise<Result<null, { readonly kind: 'unknownOfficer' } | { readonly kind: 'lastOfficer' }>> {
  const content = parts.content();
  const officers = content?.officers.filter(({ officer }) => officer.officerId !== officerId) ?? [];
  if (content === undefined || officers.length === content.officers.length) return err({ kind: 'unknownOfficer' });
  if (officers.length === 0) return err({ kind: 'lastOfficer' });
  await parts.keep({ ...content, officers });
  parts.pins.drop(officerId);
  return ok(null);
}

/** Wraps the data key to a recovery public key. */
export async function setRecovery(
  parts: VaultParts,
  dataKey: DataKey,
  publicKey: string,
): Promise<Result<null, { readonly kind: 'noVault' }>> {
  const content = parts.content();
  if (content === undefined) return err({ kind: 'noVault' });
  await parts.keep({ ...content, recovery: wrapForRecovery(content, publicKey, dataKey) });
  return ok(null);
}
