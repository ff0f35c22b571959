/** `H41.26-261122-0001`. */
export const CODE_CHARACTERS = 18;
/** A capital is up to this much wider than a digit, on the average of a code. */
const CAPITAL_MORE = 0.25;

function measure(text: string): number {
  return text.length + CAPITAL_MORE * (text.match(/\p{Lu}/gu)?.length ?? 0);
}

/**
 * Width of a column that cuts none of its texts and takes no more room than they need; `least` characters at any rate.
 * In `ch`, the width of a digit: dots and dashes make up for a letter or two, the many capitals of a temporary number do not.
 */
export function measureWidth(texts: readonly string[], least: number): string {
  const longest = texts.reduce((most, text) => Math.max(most, Math.floor(measure(text))), least);
  return `calc(${String(longest)}ch + 2 * var(--s2))`;
}
