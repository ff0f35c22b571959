import { createPrivateKey, sign } from 'node:crypto';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { findFile, writeDurableFile } from '../durable-file';

const jwkSchema = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});
type PrivateJwk = z.infer<typeof jwkSchema>;

/** Key that signs receipts and packages. */
export interface SigningKey {
  /** RFC 7638 thumbprint of the public key. */
  readonly keyId: string;
  readonly publicJwk: Readonly<Record<string, string>>;
  /** Base64url ES256 signature (64 bytes, r and s) over the UTF-8 text. */
  readonly sign: (text: string) => string;
}

const FILE = 'server-key.json';

async function createJwk(path: string): Promise<PrivateJwk> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = jwkSchema.parse(await exportJWK(privateKey));
  await writeDurableFile(path, `${JSON.stringify(jwk)}\n`);
  return jwk;
}

/**
 * Opens the server's key, made at the first start and kept in the data folder for this user only. A damaged file throws:
 * a new key would silently make every device distrust the server.
 */
export async function openSigningKey(dataDir: string): Promise<SigningKey> {
  const path = join(dataDir, FILE);
  const text = await findFile(path);
  const jwk = text === undefined ? await createJwk(path) : jwkSchema.parse(JSON.parse(text));
  const { kty, crv, x, y } = jwk;
  const publicJwk = { kty, crv, x, y };
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  return {
    keyId: await calculateJwkThumbprint(publicJwk),
    publicJwk: { ...publicJwk, alg: 'ES256', use: 'sig' },
    // `ieee-p1363` is the plain r‖s form that JWS and WebCrypto use; Node's default is DER.
    sign: (input) =>
      sign('sha256', Buffer.from(input, 'utf8'), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  };
}
