import { z } from 'zod';
import { canonicalJson } from '../base/canonical-json';
import { instantSchema, localDaySchema } from '../base/time';
import { codeLeaseReturnSchema, codeLeaseSchema } from '../domain/code-lease';
import { acceptedActionSchema, checkpointSchema } from '../domain/journal-entry';
import { referencePackageSchema } from '../domain/reference-package';
import { receiptSchema, type Receipt } from '../domain/verdict';

/** Version of the protocol this build speaks; a server speaks N and N-1. */
export const PROTOCOL_VERSION = 1;

/** Headers of a proof-of-possession request (form of RFC 9449 with a body hash, no bearer token). */
export const PROOF_HEADER = 'dpop';
/** Header in which every answer brings the nonce for the next proof (valid at least 10 minutes). */
export const NONCE_HEADER = 'dpop-nonce';
/** Largest number of actions in one push. */
export const PUSH_MAX_ACTIONS = 200;
/** Largest body of one push in bytes; bad lines shrink batches to 8 KiB. */
export const PUSH_MAX_BYTES = 1_048_576;

/**
 * Claims of the proof: a compact ES256 JWS with header `{typ: "dpop+jwt", alg: "ES256", kid: deviceId}` (enrolment: `jwk`
 * instead of `kid`). `bh` is the base64url SHA-256 of the exact body bytes (of the empty string without a body).
 * `htu` is the path with query, without host: devices reach the server under several names. The client's clock is ignored.
 */
export const proofClaimsSchema = z.object({
  htm: z.enum(['GET', 'POST']),
  htu: z.string().max(500),
  nonce: z.string().max(200),
  jti: z.string().min(16).max(60),
  bh: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
/** See {@link proofClaimsSchema}. */
export type ProofClaims = z.infer<typeof proofClaimsSchema>;

/** Public part of `GET /v1/hello`, answered without a proof. It is also the only reachability probe. */
export const helloPublicSchema = z.object({
  product: z.literal('quay-mot-cua'),
  protocol: z.object({ min: z.int(), max: z.int() }),
  serverTime: instantSchema,
  serverEpoch: z.string().min(1).max(60),
  durable: z.boolean(),
});
/** With a proof `hello` also tells package versions, feed position and the highest sequence known of this device. */
export const helloSchema = helloPublicSchema.extend({
  device: z
    .object({
      /** Public keys (JWK, by key id) that sign receipts and packages. */
      serverKeys: z.array(z.object({ keyId: z.string(), jwk: z.record(z.string(), z.unknown()) })),
      packages: z.array(z.object({ kind: z.string(), version: z.string() })),
      feedHead: z.int().min(0),
      incarnations: z.array(z.object({ incarnation: z.string(), highestSeq: z.int().min(0) })),
      revoked: z.boolean(),
    })
    .optional(),
});
/** See {@link helloSchema}. */
export type Hello = z.infer<typeof helloSchema>;

/** `POST /v1/enrol`: one-time code, device key and place. Proof carries the JWK instead of a key id. */
export const enrolRequestSchema = z.object({
  code: z.string().min(6).max(100),
  deviceName: z.string().min(1).max(100),
  unitId: z.string().max(60),
  counterId: z.string().max(40),
  jwk: z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string().max(60), y: z.string().max(60) }),
});
/** Answer of `enrol`. */
export const enrolAnswerSchema = z.object({
  deviceId: z.string().min(1).max(60),
  serverKeys: z.array(z.object({ keyId: z.string(), jwk: z.record(z.string(), z.unknown()) })).min(1),
});
/** See {@link enrolAnswerSchema}. */
export type EnrolAnswer = z.infer<typeof enrolAnswerSchema>;

/** `POST /v1/push`: own actions in `seq` order. Items are checked one by one: a bad one never blocks the others. */
export const pushRequestSchema = z.object({ actions: z.array(z.unknown()).min(1).max(PUSH_MAX_ACTIONS) });
/** Answer of `push`: exactly one signed receipt per action, same order. Anything else is a failure. */
export const pushAnswerSchema = z.object({ receipts: z.array(receiptSchema) });

/** `POST /v1/pull`: the unit's feed after a checkpoint; `limit` is honoured exactly. */
export const pullRequestSchema = z.object({ since: checkpointSchema.nullable(), limit: z.int().min(1).max(500) });
/** Answer of `pull`; `more` says whether the feed goes on. */
export const pullAnswerSchema = z.object({
  items: z.array(acceptedActionSchema),
  checkpoint: checkpointSchema,
  more: z.boolean(),
});
/** See {@link pullAnswerSchema}. */
export type PullAnswer = z.infer<typeof pullAnswerSchema>;

/** Most leases a device tells in one `leases` call. */
export const LEASES_MAX_HELD = 200;
/** Most ranges a device gives back in one `leases` call. */
export const LEASES_MAX_RETURNED = 200;

/**
 * `POST /v1/leases`: asks for enough codes of an agency for the days named. Granted ranges never overlap another grant.
 * `held`: leases the device was granted before; told to a server that lost its memory, with or without asking for more.
 * `returned`: unused ranges of leases of this device and agency that it will never give out; told again without harm.
 */
export const leaseRequestSchema = z.object({
  agencyId: z.string().max(60),
  days: z.array(localDaySchema).max(10),
  size: z.int().min(1).max(500),
  held: z.array(codeLeaseSchema).max(LEASES_MAX_HELD).optional(),
  returned: z.array(codeLeaseReturnSchema).max(LEASES_MAX_RETURNED).optional(),
});
/** See {@link leaseRequestSchema}. */
export type LeaseRequest = z.infer<typeof leaseRequestSchema>;
/** Answer of `leases`: every lease of this device for the days asked, old and new. */
export const leaseAnswerSchema = z.object({ leases: z.array(codeLeaseSchema) });

/** `GET /v1/packages/<kind>`: a package and the server's ES256 signature over its canonical JSON. */
export const signedPackageSchema = z.object({
  package: referencePackageSchema,
  keyId: z.string().max(100),
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});
/** See {@link signedPackageSchema}. */
export type SignedPackage = z.infer<typeof signedPackageSchema>;

/** Error body of every 4xx/5xx answer. `error` is a stable word; no personal data. */
export const errorAnswerSchema = z.object({ error: z.string().max(60), detail: z.string().max(300).optional() });

/** The exact text the server signs for a receipt. */
export function receiptSigningText(receipt: Omit<Receipt, 'signature'>): string {
  const { actionId, subjectKey, actionHash, pos, verdict, durable, serverEpoch, at, keyId } = receipt;
  return `qmc-receipt-1\n${canonicalJson({ actionId, subjectKey, actionHash, pos, verdict, durable, serverEpoch, at, keyId })}`;
}

/** The exact text the server signs for a reference package. */
export function packageSigningText(pack: unknown): string {
  return `qmc-package-1\n${canonicalJson(pack)}`;
}
