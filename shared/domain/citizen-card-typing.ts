import { isVietnameseSyllable, isVietnameseText } from './vietnamese-syllable';

/** Letters of one word while its typed marks are read. `toneAt`: the letter a tone key stood directly behind. */
interface Typed {
  readonly letters: string[];
  tone: string;
  toneAt: number;
}

const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';
const HORN = '\u031b';
const toneMarks = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'] as const;
const telexTones = toneKeys('sfrxj');
const vniTones = toneKeys('12345');

/** Keys of the five tones, in the order acute, grave, hook, tilde, dot. */
function toneKeys(keys: string): ReadonlyMap<string, string> {
  return new Map(toneMarks.map((mark, at) => [keys.charAt(at), mark]));
}

const isVowel = (letter: string): boolean => /^[aeiouy]/i.test(letter);
const isPlain = (letter: string | undefined, among: string): boolean =>
  letter?.length === 1 && among.includes(letter.toLowerCase());

/** Puts a shape on the last letter that can carry it; `uo` gets two horns. */
function putShape(typed: Typed, among: string, shape: string): boolean {
  const { letters } = typed;
  const at = letters.findLastIndex((letter) => isPlain(letter, among));
  const letter = letters[at];
  if (letter === undefined) return false;
  letters[at] = letter + shape;
  const before = letters[at - 1];
  if (shape === HORN && letter.toLowerCase() === 'o' && before !== undefined && isPlain(before, 'u')) {
    letters[at - 1] = before + shape;
  }
  return true;
}

function putTone(typed: Typed, mark: string | undefined): boolean {
  if (mark === undefined || typed.tone !== '' || !typed.letters.some(isVowel)) return false;
  typed.tone = mark;
  typed.toneAt = typed.letters.length - 1;
  return true;
}

function putStroke(typed: Typed): boolean {
  const [first] = typed.letters;
  if (first !== 'd' && first !== 'D') return false;
  typed.letters[0] = first === 'd' ? 'đ' : 'Đ';
  return true;
}

function readTelexKey(typed: Typed, key: string): boolean {
  const last = typed.letters.at(-1);
  if ('aeo'.includes(key) && isPlain(last, key)) return putShape(typed, key, CIRCUMFLEX);
  if (key === 'w') return isPlain(last, 'a') ? putShape(typed, 'a', BREVE) : putShape(typed, 'uo', HORN);
  if (key === 'd' && typed.letters.length === 1) return putStroke(typed);
  return putTone(typed, telexTones.get(key));
}

function readVniKey(typed: Typed, key: string): boolean {
  if (key === '6') return putShape(typed, 'aeo', CIRCUMFLEX);
  if (key === '7') return putShape(typed, 'uo', HORN);
  if (key === '8') return putShape(typed, 'a', BREVE);
  return key === '9' ? putStroke(typed) : putTone(typed, vniTones.get(key));
}

/** Where a tone belongs that was typed behind the whole word: on a shaped vowel, else by the old rule (`Hòa`, `Thúy`). */
function findToneSeat(letters: readonly string[]): number {
  const shaped = letters.findLastIndex((letter) => letter.length > 1);
  if (shaped >= 0) return shaped;
  const word = letters.join('').toLowerCase();
  const first = /^(?:qu|gi(?=[aeiouy]))/.test(word) ? 2 : letters.findIndex(isVowel);
  const vowels = /^[aeiouy]*/.exec(word.slice(first))?.[0].length ?? 1;
  const isClosed = first + vowels < letters.length;
  if (vowels >= 3) return first + 1;
  return vowels === 2 && isClosed ? first + 1 : first;
}

function compose(typed: Typed): string {
  const { letters, tone, toneAt } = typed;
  if (tone !== '') {
    const seat = isVowel(letters[toneAt + 1] ?? '') ? toneAt : findToneSeat(letters);
    letters[seat] = (letters[seat] ?? '') + tone;
  }
  return letters.join('').normalize('NFC');
}

type ReadKey = (typed: Typed, key: string) => boolean;

function readWord(word: string, readKey: ReadKey): string {
  const typed: Typed = { letters: [], tone: '', toneAt: -1 };
  for (const key of word) if (!readKey(typed, key.toLowerCase())) typed.letters.push(key);
  return compose(typed);
}

/** Words that are no Vietnamese as they stand and are when their typed marks are read; all others stay. */
function readText(text: string, readKey: ReadKey): string {
  return text.replace(/[A-Za-z][A-Za-z0-9]*/g, (word) => {
    if (isVietnameseSyllable(word)) return word;
    const read = readWord(word, readKey);
    return isVietnameseSyllable(read) ? read : word;
  });
}

/**
 * Puts right fields that a scanner typed as keystrokes of an input method nobody had switched on: `Nguyeenx Thij Hoaf`
 * (Telex) or `Nguye64n Thi5 Hoa2` (VNI). `undefined` when the name is sound already or does not become Vietnamese.
 */
export function readTypedMarks<T extends { readonly name: string; readonly sex: string; readonly address: string }>(
  fields: T,
): T | undefined {
  if (isVietnameseText(fields.name)) return undefined;
  for (const readKey of [readTelexKey, readVniKey]) {
    const name = readText(fields.name, readKey);
    if (!isVietnameseText(name)) continue;
    return { ...fields, name, sex: readText(fields.sex, readKey), address: readText(fields.address, readKey) };
  }
  return undefined;
}
