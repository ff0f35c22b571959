/** Tones and vowel shapes as combining marks: grave, acute, tilde, hook, dot; circumflex, breve, horn. */
const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;
const marked =
  /(?:[ae][\u0302]|o[\u0302\u031b]|a\u0306|u\u031b|[aeiouy])(?=[\u0300\u0301\u0303\u0309\u0323]?(?![\u0300-\u036f]))/g;

const onset = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnrstvx])?';
/** Vowel groups that a final consonant may follow, without marks. */
const closed = 'uye|ie|ye|oa|oe|oo|ua|ue|uo|uy|[aeiouy]';
const open = 'uoi|uou|uya|uyu|uay|oai|oay|oao|oeo|ieu|yeu|ai|ao|au|ay|eo|eu|ia|iu|oi|ui|uu';
const syllable = new RegExp(`^${onset}(?:(?:${closed})(?:ch|ng|nh|[cmnpt])?|${open})$`);

/** One case throughout, or a capital in front: converted fonts put capitals into the middle of words. */
function isEvenlyCased(word: string): boolean {
  const rest = word.slice(1);
  return rest === rest.toLowerCase() || word === word.toUpperCase();
}

/**
 * Whether a word can be one written Vietnamese syllable: known letters, marks only where Vietnamese has them, one tone at
 * most. Names of other peoples often are not: the answer only serves to tell damaged text from sound text.
 */
export function isVietnameseSyllable(word: string): boolean {
  const letters = word.normalize('NFC');
  if (letters === '' || !isEvenlyCased(letters)) return false;
  // Shape before tone, whatever the canonical order of the marks says.
  const decomposed = letters
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/([\u0300\u0301\u0303\u0309\u0323])([\u0302\u0306\u031b])/g, '$2$1');
  if ((decomposed.match(tone) ?? []).length > 1) return false;
  const marks = (decomposed.match(/\p{M}/gu) ?? []).length;
  const sound = [...decomposed.matchAll(marked)];
  const shapes = sound.filter((found) => found[0].length > 1).length;
  const tones = (decomposed.match(/[aeiouy\u0302\u0306\u031b][\u0300\u0301\u0303\u0309\u0323]/g) ?? []).length;
  if (shapes + tones !== marks) return false;
  return syllable.test(decomposed.replace(/\p{M}/gu, ''));
}

/** Whether every word of a text is such a syllable. A text without words is not. */
export function isVietnameseText(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return words.every(isVietnameseSyllable);
}
