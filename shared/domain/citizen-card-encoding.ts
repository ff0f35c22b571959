/** Characters that Windows-1252 puts on the bytes 80–9F; all others below 100 are their own byte. */
const windows1252 = new Map(
  [
    '€:80 ‚:82 ƒ:83 „:84 …:85 †:86 ‡:87 ˆ:88 ‰:89 Š:8A ‹:8B Œ:8C Ž:8E ‘:91 ’:92 “:93 ”:94 •:95 –:96 —:97 ˜:98 ™:99 š:9A',
    '›:9B œ:9C ž:9E Ÿ:9F',
  ]
    .join(' ')
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(2)] as const),
);

function byteOf(character: string): string | undefined {
  const code = character.charCodeAt(0);
  return code <= 0xff ? code.toString(16).padStart(2, '0') : windows1252.get(character);
}

/**
 * Puts right UTF-8 that a scanner typed byte by byte as Windows-1252 (`Nguyá»…n` for `Nguyễn`).
 * A text that is not such a mistake comes back as it was: proper Vietnamese never forms valid UTF-8 that way.
 */
export function repairEncoding(text: string): string {
  if (!/[\u0080-\uffff]/.test(text)) return text;
  const bytes = Array.from(text, byteOf);
  if (bytes.includes(undefined)) return text;
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte ?? ''}`).join(''));
  } catch {
    // Not UTF-8 underneath: the characters are what they seem.
    return text;
  }
}
