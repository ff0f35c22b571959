import { err, ok, type Result } from '../base/result';
import type { LocalDay } from '../base/time';
import { readIdStructure } from './person-checks';

/**
 * The three lines on the back of a card (ICAO Doc 9303 part 5, size TD1: 3 × 30 characters). Without marks and without an
 * address, so only a way out when the QR cannot be read. That line 1 repeats the whole number behind its last nine digits
 * is field knowledge (domain notes §7.3): provisional.
 */
export interface MrzCard {
  readonly personalId: string;
  readonly name: string;
  /** A day, or a bare year when the card has no more. */
  readonly birth: string;
  readonly sex: 'male' | 'female' | undefined;
  /** Undefined for cards without end (`991231`). */
  readonly expiresOn: LocalDay | undefined;
  /** False when the check digit over all lines does not fit although the single ones do. */
  readonly proven: boolean;
}

/** Why the lines could not be used. */
export type MrzError =
  | { readonly kind: 'mrzLength'; readonly length: number }
  | { readonly kind: 'mrzCheck'; readonly part: 'number' | 'birth' | 'expiry' | 'name' };

const LENGTH = 90;
const NO_END = '991231';
const lookalikes = new Map(
  ['O0', 'Q0', 'D0', 'I1', 'L1', 'Z2', 'S5', 'B8', 'G6'].map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** The lines as one text, from the document's mark on; `undefined` when there are none. Other scans have no `<`. */
function findLines(text: string): string | undefined {
  const clean = text.toUpperCase().replace(/[^A-Z0-9<]/g, '');
  const start = clean.search(/IDVNM/);
  return start < 0 || !clean.includes('<<') ? undefined : clean.slice(start, start + LENGTH);
}

/** Whether a scan holds the lines of a card's back, whole or not. */
export function looksLikeMrz(text: string): boolean {
  return findLines(text) !== undefined;
}

/** Digits as meant: readers of printed letters take 0 for O and 1 for I. */
function digitsOf(text: string): string {
  return Array.from(text, (letter) => lookalikes.get(letter) ?? letter).join('');
}

function valueOf(letter: string): number {
  if (letter === '<') return 0;
  return /\d/.test(letter) ? Number(letter) : letter.charCodeAt(0) - 55;
}

/** Check digit of ICAO Doc 9303 part 3: weights 7, 3, 1; letters count from A = 10; `<` counts nothing. */
export function mrzCheckDigit(text: string): string {
  const weights = [7, 3, 1];
  const sum = Array.from(text, valueOf).reduce((total, value, at) => total + value * (weights[at % 3] ?? 0), 0);
  return String(sum % 10);
}

function hasCheck(text: string, check: string): boolean {
  return mrzCheckDigit(text) === check;
}

function readNumber(lines: string): string | undefined {
  const short = digitsOf(lines.slice(5, 15));
  const whole = digitsOf(lines.slice(15, 27));
  if (!/^\d{10}$/.test(short) || !/^\d{12}$/.test(whole)) return undefined;
  return hasCheck(short.slice(0, 9), short.slice(9)) && whole.endsWith(short.slice(0, 9)) ? whole : undefined;
}

/** The lines have two digits of the year only; the number names the century. */
function fullYear(two: string, personalId: string): string {
  return readIdStructure(personalId).birthYear.slice(0, 2) + two;
}

function readBirth(lines: string, personalId: string): string | undefined {
  const text = digitsOf(lines.slice(30, 36));
  if (!/^\d{2}[\d<]{4}$/.test(text) || !hasCheck(text, digitsOf(lines.slice(36, 37)))) return undefined;
  const year = fullYear(text.slice(0, 2), personalId);
  if (/^(?:<<|00)/.test(text.slice(2)) || /(?:<<|00)$/.test(text)) return year;
  return findDay(`${year}-${text.slice(2, 4)}-${text.slice(4)}`);
}

function findDay(day: string): LocalDay | undefined {
  const read = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === day ? day : undefined;
}

function readName(lines: string): string | undefined {
  const name = lines.slice(60).replace(/<+/g, ' ').trim();
  return /^[A-Z][A-Z ]*$/.test(name) ? name : undefined;
}

function isProven(lines: string): boolean {
  const all = lines.slice(5, 30) + lines.slice(30, 37) + lines.slice(38, 45) + lines.slice(48, 59);
  return hasCheck(all, digitsOf(lines.slice(59, 60)));
}

function readSex(letter: string): 'male' | 'female' | undefined {
  if (letter === 'M') return 'male';
  return letter === 'F' ? 'female' : undefined;
}

/** Reads the back of a card out of a scan; line ends, spaces and whatever stands before or behind do not matter. */
export function parseCardMrz(text: string): Result<MrzCard, MrzError> {
  const lines = findLines(text) ?? '';
  if (lines.length < LENGTH) return err({ kind: 'mrzLength', length: lines.length });
  const personalId = readNumber(lines);
  if (personalId === undefined) return err({ kind: 'mrzCheck', part: 'number' });
  const birth = readBirth(lines, personalId);
  if (birth === undefined) return err({ kind: 'mrzCheck', part: 'birth' });
  const expiry = digitsOf(lines.slice(38, 44));
  const end = findDay(`20${expiry.slice(0, 2)}-${expiry.slice(2, 4)}-${expiry.slice(4)}`);
  const isSound = end !== undefined && hasCheck(expiry, digitsOf(lines.slice(44, 45)));
  if (!isSound) return err({ kind: 'mrzCheck', part: 'expiry' });
  const name = readName(lines);
  if (name === undefined) return err({ kind: 'mrzCheck', part: 'name' });
  return ok({
    personalId,
    name,
    birth,
    sex: readSex(lines.charAt(37)),
    expiresOn: expiry === NO_END ? undefined : end,
    proven: isProven(lines),
  });
}
