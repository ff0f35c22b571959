/** Letters that cannot be mistaken for one another on the telephone. */
const letters = 'ABCDEFGHKMNPQRTUVXY';

/** Four letters that name a fault in the log and in the answer, readable by phone. */
export function newErrorId(randomBytes: (count: number) => Buffer): string {
  return [...randomBytes(4)].map((byte) => letters.charAt(byte % letters.length)).join('');
}
