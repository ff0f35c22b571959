import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { err, ok, type Result } from '../../shared/base/result';

/** First byte of every envelope. A newer build may write other versions; this one refuses to guess them. */
export const ENVELOPE_VERSION = 1;
const KEY_ID_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES;

/** A 256-bit key and the number under which envelopes name it. */
export interface SealKey {
  readonly id: number;
  readonly bytes: Uint8Array;
}

/** Why an envelope stays shut. `damaged` covers a wrong key, a changed byte and a foreign context: AES-GCM cannot tell them apart. */
export type OpenError =
  | { readonly kind: 'tooShort' }
  | { readonly kind: 'version' }
  | { readonly kind: 'unknownKey' }
  | { readonly kind: 'damaged' };

/** Seals and opens bytes under a key ring. `context` is the associated data: an envelope moved elsewhere does not open. */
export interface Envelope {
  readonly seal: (context: string, plaintext: Uint8Array) => Buffer;
  readonly open: (context: string, sealed: Uint8Array) => Result<Buffer, OpenError>;
}

/**
 * AES-256-GCM envelopes `version(1) · keyId(4, big endian) · nonce(12) · ciphertext · tag(16)`.
 * New envelopes use `current`; `older` keys still open what was sealed before a rotation.
 * The nonce is random and made in here, so no caller can repeat one.
 */
export function createEnvelope(current: SealKey, older: readonly SealKey[] = []): Envelope {
  const ring = new Map([...older, current].map((key) => [key.id, key.bytes]));
  return {
    seal: (context, plaintext) => {
      const head = Buffer.alloc(HEAD_BYTES);
      head.writeUInt8(ENVELOPE_VERSION, 0);
      head.writeUInt32BE(current.id, 1);
      const nonce = randomBytes(NONCE_BYTES);
      nonce.copy(head, 1 + KEY_ID_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current.bytes, nonce);
      cipher.setAAD(Buffer.from(context, 'utf8'));
      return Buffer.concat([head, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
    },
    open: (context, sealed) => {
      if (sealed.length < HEAD_BYTES + TAG_BYTES) return err({ kind: 'tooShort' });
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length);
      if (bytes.readUInt8(0) !== ENVELOPE_VERSION) return err({ kind: 'version' });
      const key = ring.get(bytes.readUInt32BE(1));
      if (key === undefined) return err({ kind: 'unknownKey' });
      return decrypt(key, context, bytes);
    },
  };
}

function decrypt(key: Uint8Array, context: string, bytes: Buffer): Result<Buffer, OpenError> {
  const nonce = bytes.subarray(1 + KEY_ID_BYTES, HEAD_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  try {
    return ok(Buffer.concat([decipher.update(bytes.subarray(HEAD_BYTES, bytes.length - TAG_BYTES)), decipher.final()]));
  } catch {
    // Node throws on a failed tag; the reason is never more precise than this.
    return err({ kind: 'damaged' });
  }
}
