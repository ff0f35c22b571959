/** Letters that nobody confuses on the phone: no I, O, Q; no vowels, so no words arise. */
const LETTERS = 'BCDFGHKLMNPRSTVX';

/** Four letters that name a fault, made from four random bytes. */
export function buildFaultRef(random: Uint8Array): string {
  return Array.from(random.subarray(0, 4), (byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
}
