import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../base/canonical-json';

/** No two letters that look alike on paper or sound alike over the phone line of a help desk. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LETTERS = 8;

/**
 * Id of a device: eight letters of the SHA-256 of its public key (members as in RFC 7638). Device and province compute the
 * same one, so acts recorded before the first line to the province carry the final id, and no id can be claimed for
 * another key.
 */
export function deviceIdOf(jwk: {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}): string {
  const { kty, crv, x, y } = jwk;
  const hash = sha256(utf8ToBytes(canonicalJson({ crv, kty, x, y })));
  return Array.from(hash.subarray(0, LETTERS), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}
