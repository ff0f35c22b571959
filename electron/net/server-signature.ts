import { createHash, createPublicKey, verify, type JsonWebKey, type KeyObject } from 'node:crypto';
import { canonicalJson } from '../../shared/base/canonical-json';
import type { Action } from '../../shared/domain/actions/action';
import type { Receipt } from '../../shared/domain/verdict';
import { packageSigningText, receiptSigningText, type SignedPackage } from '../../shared/sync/protocol';

/** Public keys of the province by key id, learnt at enrolment; later `hello`s may add, never replace one. */
export type ServerKeys = ReadonlyMap<string, KeyObject>;

/** Reads JWKs into keys. A key that cannot be read is left out: what it signed will not verify. */
export function readServerKeys(
  keys: readonly { readonly keyId: string; readonly jwk: Readonly<Record<string, unknown>> }[],
): ServerKeys {
  const read = new Map<string, KeyObject>();
  for (const { keyId, jwk } of keys) {
    const key = importKey(jwk);
    if (key !== undefined) read.set(keyId, key);
  }
  return read;
}

/** SHA-256 (hex) of the canonical JSON of an action: what a receipt is about. */
export function hashAction(action: Action): string {
  return createHash('sha256').update(canonicalJson(action), 'utf8').digest('hex');
}

/** Whether a receipt was signed by a known key of the province and speaks of exactly this action. */
export function isReceiptGenuine(receipt: Receipt, action: Action, keys: ServerKeys): boolean {
  if (receipt.actionId !== action.id || receipt.actionHash !== hashAction(action)) return false;
  return isSigned(receiptSigningText(receipt), receipt, keys);
}

/** Whether a reference package was signed by a known key of the province. */
export function isPackageGenuine(signed: SignedPackage, keys: ServerKeys): boolean {
  return isSigned(packageSigningText(signed.package), signed, keys);
}

function isSigned(text: string, by: { readonly keyId: string; readonly signature: string }, keys: ServerKeys): boolean {
  const key = keys.get(by.keyId);
  if (key === undefined) return false;
  return verify(
    'sha256',
    Buffer.from(text, 'utf8'),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(by.signature, 'base64url'),
  );
}

function importKey(jwk: Readonly<Record<string, unknown>>): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : undefined;
  } catch {
    // A malformed key of the province must not stop the app: without it nothing verifies, which the sync desk shows.
    return undefined;
  }
}
