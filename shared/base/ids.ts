import { z } from 'zod';

/** RFC 9562 UUID version 7, lower case. Used for action, dossier, page and draft ids. */
export const uuidV7Schema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** A UUIDv7 string. */
export type UuidV7 = z.infer<typeof uuidV7Schema>;

/**
 * Builds a UUIDv7 (RFC 9562 §5.7) from Unix milliseconds and at least 10 random bytes.
 * Time and randomness are passed in: shared code has neither.
 */
export function buildUuidV7(unixMs: number, random: Uint8Array): UuidV7 {
  if (random.length < 10) throw new Error('buildUuidV7 needs 10 random bytes');
  const bytes = new Uint8Array(16);
  let time = unixMs;
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
