import { hkdfSync } from 'node:crypto';
import { createEnvelope, type Envelope } from './envelope';

/** What a sub-key is for. `records` and `index` go to the page; the others never leave main. */
export type KeyPurpose = 'records' | 'index' | 'journal' | 'pages' | 'device';

/** Length of the data key and of every sub-key, in bytes. */
export const KEY_BYTES = 32;

/** The installation's data key. `keyId` names it in envelopes and grows at a rotation. */
export interface DataKey {
  readonly keyId: number;
  readonly bytes: Buffer;
}

/** Sub-key of a purpose: HKDF-SHA-256 (RFC 5869) without salt, because the data key is uniformly random already. */
export function deriveSubKey(dataKey: DataKey, purpose: KeyPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey.bytes, new Uint8Array(0), `quay-mot-cua/1/${purpose}`, KEY_BYTES));
}

/** Envelope of a purpose, ready to seal with. */
export function createPurposeEnvelope(dataKey: DataKey, purpose: KeyPurpose): Envelope {
  return createEnvelope({ id: dataKey.keyId, bytes: deriveSubKey(dataKey, purpose) });
}

/** Overwrites the key in memory. Copies made by the engine cannot be reached; this shortens the time the key lies about. */
export function forgetDataKey(dataKey: DataKey): void {
  dataKey.bytes.fill(0);
}
