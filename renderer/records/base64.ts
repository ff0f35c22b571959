const LETTERS = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const PADDING = 0x3d;

/**
 * Bytes as standard base64. RxDB destroys typed arrays, so sealed bytes travel as text there. By table: a spread into
 * `String.fromCharCode` takes 10 to 20 times as long, which a save of a long dossier would wait for.
 */
export function toBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let at = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const word = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text[at] = LETTERS[word >> 18] ?? 0;
    text[at + 1] = LETTERS[(word >> 12) & 63] ?? 0;
    text[at + 2] = LETTERS[(word >> 6) & 63] ?? 0;
    text[at + 3] = LETTERS[word & 63] ?? 0;
    at += 4;
  }
  const missing = (3 - (bytes.length % 3)) % 3;
  if (missing > 0) text.fill(PADDING, -missing);
  return new TextDecoder().decode(text);
}

/** Bytes of a base64 text; `undefined` when it is none. */
export function findBytes(base64: string): Uint8Array<ArrayBuffer> | undefined {
  let binary: string;
  try {
    binary = atob(base64);
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
