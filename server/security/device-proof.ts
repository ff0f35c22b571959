import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, errors, importJWK } from 'jose';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/base/result';
import { proofClaimsSchema, type ProofClaims } from '../../shared/sync/protocol';
import { problem, type Problem } from '../problem';
import type { Nonces } from './nonces';
import type { ReplayGuard } from './replay-guard';

/** Public half of a device key. */
export const devicePublicJwkSchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  y: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
/** See {@link devicePublicJwkSchema}. */
export type DevicePublicJwk = z.infer<typeof devicePublicJwkSchema>;

const headerSchema = z.strictObject({
  typ: z.literal('dpop+jwt'),
  alg: z.literal('ES256'),
  kid: z.string().min(1).max(60).optional(),
  jwk: devicePublicJwkSchema.optional(),
});

/** The request a proof must fit. `url` is path and query as sent; `body` the exact bytes, empty without a body. */
export interface ProvenRequest {
  readonly token: string;
  readonly method: string;
  readonly url: string;
  readonly body: Buffer;
}

/** What checking a proof needs. `findKey` gives the public key of an enrolled device. */
export interface ProofCheck {
  readonly nonces: Nonces;
  readonly replay: ReplayGuard;
  readonly findKey: (deviceId: string) => Promise<Readonly<Record<string, unknown>> | undefined>;
}

/** Who proved possession of a key: an enrolled device, or the holder of a key that wants to enrol. */
export type ProofHolder =
  | { readonly kind: 'device'; readonly deviceId: string }
  | { readonly kind: 'newKey'; readonly jwk: DevicePublicJwk; readonly thumbprint: string };

/** A proof is some 500 characters; what is far longer is not worth decoding. */
const TOKEN_MAX = 4000;

const badProof = (detail: string): Result<never, Problem> => err(problem(401, 'proof', detail));

function parseHeader(token: string): Result<z.infer<typeof headerSchema>, Problem> {
  if (token.length > TOKEN_MAX) return badProof('length');
  try {
    const header = headerSchema.safeParse(decodeProtectedHeader(token));
    return header.success ? ok(header.data) : badProof('header');
  } catch (error) {
    if (error instanceof TypeError) return badProof('form');
    throw error;
  }
}

async function verifySignature(
  token: string,
  jwk: Readonly<Record<string, unknown>>,
): Promise<Result<ProofClaims, Problem>> {
  try {
    const { payload } = await compactVerify(token, await importJWK({ ...jwk }, 'ES256'), { algorithms: ['ES256'] });
    const claims = proofClaimsSchema.safeParse(JSON.parse(new TextDecoder().decode(payload)));
    return claims.success ? ok(claims.data) : badProof('claims');
  } catch (error) {
    // importJWK refuses a point that is not on the curve with a DOMException, an odd shape with a TypeError.
    const expected =
      error instanceof errors.JOSEError ||
      error instanceof SyntaxError ||
      error instanceof TypeError ||
      error instanceof DOMException;
    if (expected) return badProof('signature');
    throw error;
  }
}

function checkClaims(claims: ProofClaims, request: ProvenRequest, nonces: Nonces): Result<null, Problem> {
  if (claims.htm !== request.method) return badProof('htm');
  if (claims.htu !== request.url) return badProof('htu');
  if (claims.bh !== createHash('sha256').update(request.body).digest('base64url')) return badProof('bh');
  // A word of its own: the client then repeats at once with the nonce of this very answer.
  return nonces.isValid(claims.nonce) ? ok(null) : err(problem(401, 'nonce'));
}

async function findHolderKey(
  header: z.infer<typeof headerSchema>,
  check: ProofCheck,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (header.kid !== undefined && header.jwk === undefined) return check.findKey(header.kid);
  return header.kid === undefined ? header.jwk : undefined;
}

/**
 * Checks a proof of possession (form of RFC 9449 §4.3, with the body hash and without times of the client). Refusals are
 * 401 with `nonce` (repeat with the new one), `replay`, `unknownDevice` or `proof`.
 */
export async function checkProof(request: ProvenRequest, check: ProofCheck): Promise<Result<ProofHolder, Problem>> {
  const header = parseHeader(request.token);
  if (!header.ok) return header;
  const jwk = await findHolderKey(header.value, check);
  if (!jwk) return err(problem(401, header.value.jwk === undefined ? 'unknownDevice' : 'proof'));
  const claims = await verifySignature(request.token, jwk);
  if (!claims.ok) return claims;
  const fits = checkClaims(claims.value, request, check.nonces);
  if (!fits.ok) return fits;
  const thumbprint = await calculateJwkThumbprint({ ...jwk });
  if (!check.replay.admit(thumbprint, claims.value.jti)) return err(problem(401, 'replay'));
  const { kid, jwk: newKey } = header.value;
  if (kid !== undefined) return ok({ kind: 'device', deviceId: kid });
  return newKey ? ok({ kind: 'newKey', jwk: newKey, thumbprint }) : badProof('header');
}
