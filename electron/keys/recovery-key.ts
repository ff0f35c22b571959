import { createECDH, createHash, hkdfSync } from 'node:crypto';
import { err, ok, type Result } from '../../shared/base/result';
import { createEnvelope } from './envelope';

const CURVE = 'prime256v1';
const PRIVATE_BYTES = 32;
const CHECK_BYTES = 3;
/** Crockford's base 32: no I, L, O, U, so a printed key is hard to misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const WORD_LENGTH = 4;

/** The unit's recovery key pair. The private half is printed once and kept in a safe; the app keeps the public half only. */
export interface RecoveryKeyPair {
  /** 14 words of four characters, the last of which hold the checksum; the same text goes into the printed QR. */
  readonly privateText: string;
  /** Uncompressed P-256 point, base64. */
  readonly publicKey: string;
}

/** Why a typed or scanned recovery key is not accepted. */
export type RecoveryTextError = { readonly kind: 'notARecoveryKey' } | { readonly kind: 'mistyped' };

/** Makes a recovery key pair. */
export function createRecoveryKey(): RecoveryKeyPair {
  const ecdh = createECDH(CURVE);
  ecdh.generateKeys();
  const secret = leftPad(ecdh.getPrivateKey());
  return { privateText: toWords(Buffer.concat([secret, checkOf(secret)])), publicKey: ecdh.getPublicKey('base64') };
}

/** Reads a recovery key as typed or scanned: spaces, dashes and letter case do not matter, O counts as 0, I and L as 1. */
export function parseRecoveryKey(text: string): Result<Buffer, RecoveryTextError> {
  const clean = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const bytes = fromBase32(clean);
  if (bytes?.length !== PRIVATE_BYTES + CHECK_BYTES) return err({ kind: 'notARecoveryKey' });
  const secret = bytes.subarray(0, PRIVATE_BYTES);
  return checkOf(secret).equals(bytes.subarray(PRIVATE_BYTES)) ? ok(secret) : err({ kind: 'mistyped' });
}

/** Seals bytes to a recovery public key: ephemeral P-256 ECDH, HKDF-SHA-256, then the usual envelope. */
export function sealToRecovery(
  publicKey: string,
  context: string,
  plaintext: Uint8Array,
): { readonly ephemeral: string; readonly sealed: string } {
  const ecdh = createECDH(CURVE);
  const ephemeral = ecdh.generateKeys('base64');
  const shared = ecdh.computeSecret(publicKey, 'base64');
  const sealed = createEnvelope({ id: 1, bytes: mixKey(shared, ephemeral, publicKey) }).seal(context, plaintext);
  return { ephemeral, sealed: sealed.toString('base64') };
}

/** Opens what {@link sealToRecovery} sealed. `undefined` when the private key is another one or the bytes were changed. */
export function findRecovered(
  secret: Buffer,
  wrap: { readonly publicKey: string; readonly ephemeral: string; readonly sealed: string },
  context: string,
): Buffer | undefined {
  const ecdh = createECDH(CURVE);
  const shared = agree(() => {
    ecdh.setPrivateKey(secret);
    return ecdh.computeSecret(wrap.ephemeral, 'base64');
  });
  if (shared === undefined) return undefined;
  const envelope = createEnvelope({ id: 1, bytes: mixKey(shared, wrap.ephemeral, wrap.publicKey) });
  const opened = envelope.open(context, Buffer.from(wrap.sealed, 'base64'));
  return opened.ok ? opened.value : undefined;
}

/** OpenSSL throws on a scalar or point outside the curve; both mean "not this key". */
function agree(run: () => Buffer): Buffer | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

function mixKey(shared: Buffer, ephemeral: string, publicKey: string): Buffer {
  return Buffer.from(
    hkdfSync('sha256', shared, new Uint8Array(0), `quay-mot-cua/recovery/1|${ephemeral}|${publicKey}`, 32),
  );
}

function checkOf(secret: Buffer): Buffer {
  return createHash('sha256').update('quay-mot-cua/recovery-check').update(secret).digest().subarray(0, CHECK_BYTES);
}

function leftPad(secret: Buffer): Buffer {
  return Buffer.concat([Buffer.alloc(PRIVATE_BYTES - secret.length), secret]);
}

/** 35 bytes are exactly 56 characters: no padding to misread. */
function toWords(bytes: Buffer): string {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31] ?? '';
    }
    held &= (1 << bits) - 1;
  }
  return (text.match(new RegExp(`.{${String(WORD_LENGTH)}}`, 'g')) ?? []).join('-');
}

function fromBase32(text: string): Buffer | undefined {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return undefined;
    held = (held << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? Buffer.from(bytes) : undefined;
}
