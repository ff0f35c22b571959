import { createHash } from 'node:crypto';
import type { ProofClaims } from '../../shared/sync/protocol';

/** Signs with the enrolled device key; the private key never leaves its owner. `sign` gives base64url ES256 (64 bytes). */
export interface DeviceSigner {
  readonly publicJwk: { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string };
  readonly sign: (text: string) => Promise<string>;
}

/** What one proof covers. `keyId` is null while enrolling: the proof then carries the public key itself. */
export interface ProofSubject {
  readonly method: ProofClaims['htm'];
  readonly target: string;
  readonly nonce: string;
  readonly jti: string;
  readonly body: string;
  readonly keyId: string | null;
}

/** Compact JWS that binds method, path, body and the server's nonce to this device's key (form of RFC 9449). */
export async function buildDeviceProof(subject: ProofSubject, signer: DeviceSigner): Promise<string> {
  const key = subject.keyId === null ? { jwk: signer.publicJwk } : { kid: subject.keyId };
  const claims: ProofClaims = {
    htm: subject.method,
    htu: subject.target,
    nonce: subject.nonce,
    jti: subject.jti,
    bh: createHash('sha256').update(subject.body, 'utf8').digest('base64url'),
  };
  const signed = `${encode({ typ: 'dpop+jwt', alg: 'ES256', ...key })}.${encode(claims)}`;
  return `${signed}.${await signer.sign(signed)}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');
}
