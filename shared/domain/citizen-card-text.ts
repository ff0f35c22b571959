import { err, ok, type Result } from '../base/result';
import { foldVietnamese, toNfc } from '../base/vietnamese';
import { repairEncoding } from './citizen-card-encoding';
import { repairFont } from './citizen-card-fonts';

/** Longest scan that is looked at, in characters. A real card has about 150 to 400, a double reading twice that. */
export const CARD_TEXT_MAX = 1500;

/** Why a scan could not be cut into fields. `code` is the Unicode number of the character. */
export type CardTextError =
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLong'; readonly length: number; readonly max: number }
  | { readonly kind: 'controlCharacter'; readonly code: number }
  | { readonly kind: 'twoCards' }
  | { readonly kind: 'vietnameseKeyboard' };

/** Fields in the order of the card, and whether the letters had to be put right. */
export interface CardFields {
  readonly fields: readonly string[];
  readonly repaired: boolean;
}

/** Positions of the seven fields every card has, by the labels some readers print before them. */
const labels = new Map<string, number>([
  ...['so cccd', 'cccd', 'so can cuoc', 'so dinh danh', 'so dinh danh ca nhan', 'so'].map((text) => [text, 0] as const),
  ...['so cmnd', 'so cmnd cu', 'cmnd'].map((text) => [text, 1] as const),
  ...['ho va ten', 'ho ten', 'ho, chu dem va ten khai sinh', 'ten'].map((text) => [text, 2] as const),
  ...['ngay sinh', 'ngay, thang, nam sinh'].map((text) => [text, 3] as const),
  ...['gioi tinh', 'gioi'].map((text) => [text, 4] as const),
  ...['noi thuong tru', 'noi cu tru', 'thuong tru', 'dia chi'].map((text) => [text, 5] as const),
  ...['ngay cap', 'ngay cap cccd', 'ngay, thang, nam cap'].map((text) => [text, 6] as const),
]);

const barLike = /[｜¦￤∣│]/g;
const invisible = /[\ufeff\u200b-\u200d\u2060]/g;
/** Spaces and the control characters (STX, ETX, EOT, NUL …) some readers put around what they read. */
const framing = /^[\s\p{Cc}]+|[\s\p{Cc}]+$/gu;
/** A reader with another key map sends one of these for the bar. */
const otherSeparator = /^\d{9,13}([~^;!#$\t])/;
/** Digits typed through the Vietnamese Windows keyboard, decomposed: its number row holds ă â ê ô đ and the five tones. */
const keyboardDigits = /^[aeođ\u0300-\u0303\u0306\u0309\u0323]{9,}$/;

function splitLabel(part: string): { readonly position: number; readonly value: string } | undefined {
  const colon = part.indexOf(':');
  if (colon < 0) return undefined;
  const position = labels.get(foldVietnamese(part.slice(0, colon)).trim());
  return position === undefined ? undefined : { position, value: part.slice(colon + 1) };
}

/** Fields by their labels when at least three are named; else labels are only taken off where they stand. */
function arrange(parts: readonly string[]): string[] {
  const labelled = parts.map(splitLabel);
  if (labelled.filter((item) => item !== undefined).length < 3) {
    return parts.map((part, at) => labelled[at]?.value ?? part);
  }
  const fields: string[] = Array.from({ length: 7 }, () => '');
  for (const item of labelled) if (item) fields[item.position] = item.value;
  return fields;
}

function tidy(field: string): string {
  return field.replace(/[\s\u00a0]+/gu, ' ').trim();
}

function isLabelled(lines: readonly string[]): boolean {
  return lines.filter((line) => splitLabel(line) !== undefined).length >= 3;
}

function splitLine(line: string): string[] {
  const separator = line.includes('|') ? '|' : (otherSeparator.exec(line)?.[1] ?? '|');
  return line.split(separator);
}

/** Lines of a scan; the same line again is the trigger pulled twice. */
function linesOf(text: string): string[] {
  const lines = text
    .replace(invisible, '')
    .replace(barLike, '|')
    .split(/[\r\n\u0085\u2028\u2029]+/u)
    .map((line) => line.replace(framing, '').replace(/^\][A-Za-z]\d/, ''))
    .filter((line) => line !== '');
  return [...new Set(lines)];
}

function findControl(lines: readonly string[]): number | undefined {
  return /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u.exec(lines.join('').replaceAll('\t', ''))?.[0].codePointAt(0);
}

/**
 * Cuts a scan into trimmed NFC fields. Tolerates a byte order mark, decomposed letters, line ends, tabs, a reader's own
 * prefix, control characters around it, other bars, labels, a double reading, UTF-8 read as Windows-1252 and the old font
 * encodings. Never throws.
 */
export function readCardFields(text: string): Result<CardFields, CardTextError> {
  if (text.length > CARD_TEXT_MAX) return err({ kind: 'tooLong', length: text.length, max: CARD_TEXT_MAX });
  const repairedText = repairFont(repairEncoding(text));
  const lines = linesOf(toNfc(repairedText));
  if (lines.length === 0) return err({ kind: 'empty' });
  const control = findControl(lines);
  if (control !== undefined) return err({ kind: 'controlCharacter', code: control });
  if (lines.filter((line) => /^\d{9,13}\D/.test(line)).length > 1) return err({ kind: 'twoCards' });
  const parts = isLabelled(lines) ? lines : splitLine(lines.join(' '));
  const fields = arrange(parts).map(tidy);
  if (keyboardDigits.test((fields[0] ?? '').toLowerCase().normalize('NFD'))) return err({ kind: 'vietnameseKeyboard' });
  return ok({ fields, repaired: repairedText !== text });
}

/** Whether a text is cut like the QR of a card, readable or not. */
export function looksLikeCardFields(text: string): boolean {
  const lines = linesOf(toNfc(repairFont(repairEncoding(text.slice(0, CARD_TEXT_MAX)))));
  if (isLabelled(lines)) return true;
  const parts = splitLine(lines.join(' '));
  if (parts.length < 6) return false;
  const first = tidy(splitLabel(parts[0] ?? '')?.value ?? parts[0] ?? '');
  const digits = first.replace(/\D/g, '').length;
  return digits >= 6 || keyboardDigits.test(first.toLowerCase().normalize('NFD'));
}
