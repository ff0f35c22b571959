import { fillText } from '../text/message';
import type { FormFill } from './form-fill';

/**
 * A sentence with its values; `undefined` when it has values and all of them are empty, so that no paper says "Email: ".
 * A key the fill does not know counts as empty.
 */
export function sayOnPaper(template: string, values: FormFill['values']): string | undefined {
  const keys = Array.from(template.matchAll(/\{\{(\w+)\}\}/g), ([, key = '']) => key);
  const known = Object.fromEntries(keys.map((key) => [key, Object.hasOwn(values, key) ? (values[key] ?? '') : '']));
  const isEmpty = keys.length > 0 && keys.every((key) => known[key] === '');
  return isEmpty ? undefined : fillText(template, known);
}

/** The value of a key; empty when the fill does not know it. */
export function valueOf(fill: FormFill, key: string): string {
  return Object.hasOwn(fill.values, key) ? (fill.values[key] ?? '') : '';
}

/** Widths of letters in ems, near enough to Tinos to end a line of dots at the edge. */
function emsOf(letter: string): number {
  const bare = letter.normalize('NFD').charAt(0);
  if (/[\s.,:;]/.test(bare)) return 0.25;
  if (/[iljtfr()I/-]/.test(bare)) return 0.31;
  if (/[mwMW]/.test(bare)) return 0.8;
  return /[A-ZĐ]/.test(bare) ? 0.68 : 0.475;
}

/** Dots from the end of a label to the edge, a little short: widths are estimated, a second line would be uglier. */
export function dotsAfter(label: string, area: { readonly width: number; readonly fontSize: number }): string {
  const used = Array.from(label.normalize('NFC')).reduce((sum, letter) => sum + emsOf(letter), 0);
  return '.'.repeat(Math.max(12, Math.floor((area.width / area.fontSize - used) / 0.25) - 3));
}
