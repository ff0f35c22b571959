import { err, ok, type Result } from '../../shared/base/result';
import type { Identity } from '../../shared/domain/person';
import { findBytes, toBase64 } from './base64';

const ENVELOPE_VERSION = 1;
/** Key id of the sub-key handed over at unlock. A rotation gives new writes the next id. */
const CURRENT_KEY_ID = 1;
const NONCE_BYTES = 12;
const HEADER_BYTES = 2 + NONCE_BYTES;
/** 96 bits of the HMAC: no accidental hit among millions of people, and no use as a dictionary without the key. */
const BLIND_KEY_BYTES = 12;

/** The page's two keys; neither can be read back. */
export interface RecordKeys {
  readonly records: CryptoKey;
  readonly index: CryptoKey;
}

/** What a sealed value belongs to. It is authenticated with the value: rows cannot be swapped. */
export interface Binding {
  readonly kind: 'dossier' | 'unitDay' | 'draft' | 'projection';
  readonly id: string;
}

/** A sealed value that cannot be opened: damaged, swapped, from another key or from a newer version. */
export interface SealError {
  readonly kind: 'sealDamaged';
  readonly id: string;
}

/**
 * Turns the raw sub-keys of an unlock into non-extractable keys and overwrites the raw bytes, whatever happens:
 * afterwards no script of the page can read key material.
 */
export async function importRecordKeys(raw: { records: Uint8Array; index: Uint8Array }): Promise<RecordKeys> {
  const copies = { records: Uint8Array.from(raw.records), index: Uint8Array.from(raw.index) };
  try {
    const [records, index] = await Promise.all([
      crypto.subtle.importKey('raw', copies.records, 'AES-GCM', false, ['encrypt', 'decrypt']),
      crypto.subtle.importKey('raw', copies.index, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
    ]);
    return { records, index };
  } finally {
    for (const bytes of [raw.records, raw.index, copies.records, copies.index]) bytes.fill(0);
  }
}

function associatedData({ kind, id }: Binding): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${kind}|${id}`);
}

/**
 * Seals bytes: `version · keyId · nonce · ciphertext with tag`, AES-256-GCM. The nonce is made here and cannot be
 * passed in, so it cannot be repeated by a caller.
 */
export async function sealBytes(
  key: CryptoKey,
  binding: Binding,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: associatedData(binding) };
  const cipher = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plain));
  const envelope = new Uint8Array(HEADER_BYTES + cipher.length);
  envelope.set([ENVELOPE_VERSION, CURRENT_KEY_ID]);
  envelope.set(nonce, 2);
  envelope.set(cipher, HEADER_BYTES);
  return envelope;
}

/** Opens what {@link sealBytes} made for the same binding. */
export async function openBytes(
  key: CryptoKey,
  binding: Binding,
  envelope: Uint8Array<ArrayBuffer>,
): Promise<Result<Uint8Array<ArrayBuffer>, SealError>> {
  const damaged = err<SealError>({ kind: 'sealDamaged', id: binding.id });
  if (envelope[0] !== ENVELOPE_VERSION || envelope[1] !== CURRENT_KEY_ID || envelope.length <= HEADER_BYTES) {
    return damaged;
  }
  const algorithm = { name: 'AES-GCM', iv: envelope.slice(2, HEADER_BYTES), additionalData: associatedData(binding) };
  try {
    return ok(new Uint8Array(await crypto.subtle.decrypt(algorithm, key, envelope.subarray(HEADER_BYTES))));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return damaged;
    throw error;
  }
}

/** Seals a JSON value as base64 text. */
export async function sealJson(key: CryptoKey, binding: Binding, value: unknown): Promise<string> {
  return toBase64(await sealBytes(key, binding, new TextEncoder().encode(JSON.stringify(value))));
}

/** Opens what {@link sealJson} made. The value is authentic, but may be of another version: check before use. */
export async function openJson(key: CryptoKey, binding: Binding, sealed: string): Promise<Result<unknown, SealError>> {
  const envelope = findBytes(sealed);
  if (envelope === undefined) return err({ kind: 'sealDamaged', id: binding.id });
  const plain = await openBytes(key, binding, envelope);
  return plain.ok ? ok(JSON.parse(new TextDecoder().decode(plain.value)) as unknown) : plain;
}

async function blindKey(key: CryptoKey, text: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  return toBase64(new Uint8Array(mac, 0, BLIND_KEY_BYTES));
}

/** Look-up key of a person's number: equal numbers give equal keys, nothing else can be told from it. `''` without one. */
export async function buildPersonKey(key: CryptoKey, identity: Identity): Promise<string> {
  if (identity.kind === 'none') return '';
  const number = identity.number.normalize('NFC').replace(/[\s.]/g, '').toUpperCase();
  return blindKey(key, `person|${identity.kind}|${number}`);
}

/** Look-up key of a phone number; `+84 912…` and `0912…` are the same phone. `''` without one. */
export async function buildPhoneKey(key: CryptoKey, phone: string | undefined): Promise<string> {
  const digits = (phone ?? '').replace(/\D/g, '').replace(/^84(?=\d{9}$)/, '0');
  return digits === '' ? '' : blindKey(key, `phone|${digits}`);
}
