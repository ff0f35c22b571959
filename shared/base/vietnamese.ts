const collator = new Intl.Collator('vi', { numeric: true });

/** The composed form (NFC). Everything stored or shown has it: scanners and macOS files deliver decomposed text. */
export function toNfc(text: string): string {
  return text.normalize('NFC');
}

/**
 * Lower case without marks, for searching and comparing: `Đặng Thị Hoà` becomes `dang thi hoa`. Spaces stay.
 * `đ` is a letter of its own in Unicode and must be named; `ð` (eth) stands for it in texts converted from old code pages.
 */
export function foldVietnamese(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase();
}

/** Compares two texts by Vietnamese collation, numbers by value (`Quầy 2` before `Quầy 10`). For `sort`. */
export function compareVi(a: string, b: string): number {
  return collator.compare(a, b);
}

function splitName(name: string): readonly [string, string, string] {
  const words = toNfc(name).trim().split(/\s+/);
  const given = words.at(-1) ?? '';
  const family = words.length > 1 ? (words[0] ?? '') : '';
  return [given, family, words.slice(1, -1).join(' ')];
}

/**
 * Compares two personal names as Vietnamese lists do: given name (the last word), then family name, then middle names.
 * Part by part, because a tone counts less than a later letter when whole names are collated. For `sort`.
 */
export function nameOrder(a: string, b: string): number {
  const left = splitName(a);
  const right = splitName(b);
  return compareVi(left[0], right[0]) || compareVi(left[1], right[1]) || compareVi(left[2], right[2]);
}
