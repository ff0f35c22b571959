import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { packageSigningText, type SignedPackage } from '../../shared/sync/protocol';

/** Whether one of the server's keys, as `hello` tells them, signed a package. */
export function isPackageSigned(
  signed: SignedPackage,
  keys: readonly { readonly keyId: string; readonly jwk: Readonly<Record<string, unknown>> }[],
): boolean {
  const jwk = keys.find((key) => key.keyId === signed.keyId)?.jwk;
  if (!jwk) return false;
  const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
  const text = Buffer.from(packageSigningText(signed.package), 'utf8');
  return verify('sha256', text, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signed.signature, 'base64url'));
}
