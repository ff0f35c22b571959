/** Letters that stay apart when read out in Vietnamese over the phone (no B/P/D/T twins, no vowels that make words). */
const LETTERS = 'AHKLMNQRSVX';

/** Makes the 4-letter id of a fault. Randomness is passed in. */
export type NewRef = () => string;

/** See {@link NewRef}. */
export function createRefs(randomBytes: (count: number) => Uint8Array): NewRef {
  return () => Array.from(randomBytes(4), (byte) => LETTERS[byte % LETTERS.length] ?? 'X').join('');
}
