const level = /(^|\s)(xã|phường|đặc khu|thị trấn|huyện|quận|tỉnh|thành phố)\s(.+)$/u;

function capitalise(words: string): string {
  return words.replace(/(^|\s)(\p{L})/gu, (_all, gap: string, letter: string) => gap + letter.toLocaleUpperCase('vi'));
}

/**
 * Name of an agency as it is written in a sentence. Reference packages carry some in capitals, for the head of a form:
 * there capitals are right, in a column of a screen they are long and hard to read.
 */
export function spellAgency(name: string): string {
  const isShouted =
    name === name.toLocaleUpperCase('vi') && name !== name.toLocaleLowerCase('vi') && name.includes(' ');
  if (!isShouted) return name;
  const lower = name
    .toLocaleLowerCase('vi')
    .replace(level, (_all, gap: string, kind: string, place: string) => `${gap}${kind} ${capitalise(place)}`);
  const [first = ''] = lower;
  return (first.toLocaleUpperCase('vi') + lower.slice(first.length)).replace(/^(Ủy|Uỷ) ban nhân dân/u, 'UBND');
}
