import { foldVietnamese } from '../base/vietnamese';
import { tidyCode } from './dossier-code';

/**
 * One spelling for codes of every kind (official, temporary, portal's, other systems'): plain hyphens, no spaces, capitals.
 * Two texts name the same code if and only if these are equal.
 */
export function canonicalCode(text: string): string {
  return tidyCode(text).toUpperCase();
}

/**
 * Letters and digits of a code alone, lower case without marks: what a search compares, so that `h41.26/261120 42…` finds
 * what it should. Different codes may share a key; use {@link isSameCode} to decide identity.
 */
export function codeSearchKey(text: string): string {
  return foldVietnamese(text).replace(/[^a-z0-9]+/g, '');
}

/** Whether two texts name the same code, however they were typed. Nothing is not a code. */
export function isSameCode(a: string, b: string): boolean {
  const code = canonicalCode(a);
  return code !== '' && code === canonicalCode(b);
}

/** Whether a code contains what was typed, punctuation aside. At least two letters or digits are needed. */
export function codeMatches(code: string, typed: string): boolean {
  const wanted = codeSearchKey(typed);
  return wanted.length >= 2 && codeSearchKey(code).includes(wanted);
}
