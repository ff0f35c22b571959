import { foldVietnamese } from '../base/vietnamese';
import { isVietnameseSyllable, isVietnameseText } from './vietnamese-syllable';

/**
 * TCVN 5712-3 ("ABC" fonts): the characters that Windows-1252 shows on its bytes, each with the letter it stands for.
 * Capitals of marked vowels have no byte of their own but seven; the fonts for capitals reuse the small letters.
 */
const tcvn3 = new Map(
  (
    'µà ¸á ¶ả ·ã ¹ạ ¨ă »ằ ¾ắ ¼ẳ ½ẵ Æặ ©â Çầ Êấ Èẩ Éẫ Ëậ ®đ Ìè Ðé Îẻ Ïẽ Ñẹ ªê Òề Õế Óể Ôễ Öệ ×ì Ýí Øỉ Üĩ Þị ßò ãó áỏ âõ äọ ' +
    '«ô åồ èố æổ çỗ éộ ¬ơ êờ íớ ëở ìỡ îợ ïù óú ñủ òũ ôụ \u00adư õừ øứ öử ÷ữ ùự úỳ ýý ûỷ üỹ þỵ ¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ'
  )
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(1)] as const),
);

/** VNI-Windows: the mark follows its vowel as a character of its own. Value: vowel shape and tone as combining marks. */
const vniMarks = new Map(
  (
    'ù:\u0301 ø:\u0300 û:\u0309 õ:\u0303 ï:\u0323 â:\u0302 á:\u0302\u0301 à:\u0302\u0300 å:\u0302\u0309 ã:\u0302\u0303 ' +
    'ä:\u0302\u0323 ê:\u0306 é:\u0306\u0301 è:\u0306\u0300 ú:\u0306\u0309 ü:\u0306\u0303 ë:\u0306\u0323'
  )
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(2)] as const),
);
const vniLetters = new Map(
  'íí ìì æỉ óĩ òị ôơ öư îỵ ñđ'.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)] as const),
);

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

function fromTcvn3(text: string): string {
  const decoded = Array.from(text, (letter) => tcvn3.get(letter) ?? letter).join('');
  // A font for capitals: its plain letters tell, the marked ones cannot.
  const plain = text.replace(/[^A-Za-z]/g, '');
  return plain !== '' && plain === plain.toUpperCase() ? decoded.toUpperCase() : decoded;
}

function vniLetter(letter: string): string {
  const found = vniLetters.get(letter.toLowerCase());
  if (found === undefined) return letter;
  return isCapital(letter) ? found.toUpperCase() : found;
}

function fromVni(text: string): string {
  return text
    .replace(/([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[íìæóòôöîñ]/gi, (whole, vowel?: string, mark?: string) =>
      vowel === undefined || mark === undefined
        ? vniLetter(whole)
        : vniLetter(vowel).normalize('NFD') + (vniMarks.get(mark.toLowerCase()) ?? ''),
    )
    .normalize('NFC');
}

/** Name, sex and address of a payload whose first or second field may be missing: they follow the first field with letters. */
function textFields(fields: readonly string[]): { name: string; sex: string; address: string } {
  const at = Math.max(
    0,
    fields.findIndex((field, index) => index > 0 && /\p{L}/u.test(field)),
  );
  return { name: fields[at] ?? '', sex: fields[at + 2] ?? '', address: fields[at + 3] ?? '' };
}

function isSexWord(text: string): boolean {
  return ['', 'nam', 'nu', 'nữ'].includes(text.trim().toLowerCase()) || foldVietnamese(text.trim()) === 'nu';
}

function hasOddWord(text: string): boolean {
  return text.split(/[\s,.]+/).some((word) => /[^\u0020-\u007e]/.test(word) && !isVietnameseSyllable(word));
}

/**
 * Puts right a payload that a scanner converted to an old font encoding (TCVN3 or VNI-Windows): `NguyÔn`, `Nguyeãn` for
 * `Nguyễn`. Only where the text is odd as it is and every word of the name becomes Vietnamese; otherwise it comes back as
 * it was. Domain notes §7.1.
 */
export function repairFont(text: string): string {
  if (!text.includes('|') || !/[\u0080-\uffff]/.test(text)) return text;
  const fields = text.split('|');
  const { name, sex, address } = textFields(fields);
  if (isSexWord(sex) && !hasOddWord(name) && !hasOddWord(address)) return text;
  const readings = [fromTcvn3, fromVni]
    .map((decode) => fields.map(decode))
    .filter((decoded) => isReadable(decoded, text))
    .sort((a, b) => countChanges(a, fields) - countChanges(b, fields));
  return readings[0]?.join('|') ?? text;
}

function isReadable(decoded: readonly string[], text: string): boolean {
  const { name, sex } = textFields(decoded);
  return isVietnameseText(name) && isSexWord(sex) && decoded.join('|') !== text;
}

/** Words a reading changed. Where both encodings give Vietnamese, the one that had less to change is the likelier. */
function countChanges(decoded: readonly string[], fields: readonly string[]): number {
  const before = fields.join(' ').split(' ');
  return decoded
    .join(' ')
    .split(' ')
    .filter((word, at) => word !== before[at]).length;
}
