const digitWords = new Map([
  ['không', 0],
  ['một', 1],
  ['mốt', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['tư', 4],
  ['năm', 5],
  ['lăm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['tám', 8],
  ['chín', 9],
]);

/**
 * Reads an amount in words back to đồng, for amounts below 10^18. Written against the reading rules, not against the
 * writer: `trăm` and `mươi` lift the digit before them, `mười` is ten, `lẻ` is nothing, `nghìn`, `triệu` and `tỷ` lift all
 * that stands since the last bigger one. Throws on a word it does not know.
 */
export function readDongWords(text: string): number {
  const words = text
    .toLowerCase()
    .replace(/ đồng$/, '')
    .split(' ');
  let [billions, below, triple, digit] = [0, 0, 0, 0];
  const closeTriple = () => {
    const value = triple + digit;
    [triple, digit] = [0, 0];
    return value;
  };
  for (const word of words) {
    const value = digitWords.get(word);
    if (value !== undefined) digit = value;
    else if (word === 'trăm') [triple, digit] = [triple + digit * 100, 0];
    else if (word === 'mươi') [triple, digit] = [triple + digit * 10, 0];
    else if (word === 'mười') triple += 10;
    else if (word === 'lẻ') digit = 0;
    else if (word === 'nghìn') below += closeTriple() * 1000;
    else if (word === 'triệu') below += closeTriple() * 1_000_000;
    else if (word === 'tỷ') [billions, below] = [billions + below + closeTriple(), 0];
    else throw new Error(`readDongWords: unknown word ${word}`);
  }
  return billions * 1_000_000_000 + below + closeTriple();
}
