/** Reads what a test asks of a TrueType file: which glyph a letter has, and whether anything is drawn for it. */
export interface TrueTypeFont {
  readonly glyphOf: (codePoint: number) => number;
  readonly hasOutline: (glyph: number) => boolean;
}

function findTable(file: Buffer, tag: string): Buffer {
  const count = file.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16;
    if (file.toString('latin1', at, at + 4) !== tag) continue;
    return file.subarray(file.readUInt32BE(at + 8), file.readUInt32BE(at + 8) + file.readUInt32BE(at + 12));
  }
  throw new Error(`no table ${tag}`);
}

/** The Unicode sub-table of the Basic Multilingual Plane: platform 3, encoding 1, format 4. */
function findUnicodeMap(cmap: Buffer): Buffer {
  const count = cmap.readUInt16BE(2);
  for (let index = 0; index < count; index += 1) {
    const at = 4 + index * 8;
    const map = cmap.subarray(cmap.readUInt32BE(at + 4));
    if (cmap.readUInt16BE(at) === 3 && cmap.readUInt16BE(at + 2) === 1 && map.readUInt16BE(0) === 4) return map;
  }
  throw new Error('no Unicode map of format 4');
}

function lookUp(map: Buffer, codePoint: number): number {
  const size = map.readUInt16BE(6);
  for (let at = 0; at < size; at += 2) {
    if (map.readUInt16BE(14 + at) < codePoint) continue;
    const start = map.readUInt16BE(16 + size + at);
    if (start > codePoint) return 0;
    const delta = map.readUInt16BE(16 + 2 * size + at);
    const rangeAt = 16 + 3 * size + at;
    const range = map.readUInt16BE(rangeAt);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const glyph = map.readUInt16BE(rangeAt + range + 2 * (codePoint - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

export function readTrueType(file: Buffer): TrueTypeFont {
  const map = findUnicodeMap(findTable(file, 'cmap'));
  const places = findTable(file, 'loca');
  const isLong = findTable(file, 'head').readInt16BE(50) === 1;
  const placeOf = (glyph: number) => (isLong ? places.readUInt32BE(glyph * 4) : places.readUInt16BE(glyph * 2) * 2);
  return {
    glyphOf: (codePoint) => lookUp(map, codePoint),
    hasOutline: (glyph) => placeOf(glyph + 1) > placeOf(glyph),
  };
}
