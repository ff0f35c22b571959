import { err, ok, type Result } from '../base/result';
import { localDaySchema, type LocalDay } from '../base/time';
import { agencyIdSource } from './agency-id';

/** A code taken apart. `day` is the day in the code; both kinds stay searchable for ever. */
export type ParsedDossierCode =
  | { readonly kind: 'official'; readonly agencyId: string; readonly day: LocalDay; readonly number: number }
  | { readonly kind: 'temporary'; readonly deviceId: string; readonly day: LocalDay; readonly number: number };

/** Why a text is no code of ours: not the form at all, or a day that does not exist. */
export type DossierCodeError =
  { readonly kind: 'notACode' } | { readonly kind: 'impossibleDay'; readonly text: string };

/** Codes of both shapes of agency identifier stay valid for ever (domain notes §3.2). */
const officialPattern = new RegExp(String.raw`^(${agencyIdSource})-(\d{6})-(\d{4,6})$`);
const temporaryPattern = /^TAM-([A-Z0-9.-]{1,40})-(\d{6})-(\d{3,6})$/i;
const agencyPattern = new RegExp(`^${agencyIdSource}$`);
const devicePattern = /^[A-Z0-9.-]{1,40}$/i;

/** Largest running number of an agency and day: four digits that may grow to six. */
export const CODE_NUMBER_MAX = 999_999;

/**
 * Day of the `yyMMdd` part. The code scheme is younger than 2000, so the century is fixed.
 * The round trip through Date refuses days like 31 February, which the pattern alone lets through.
 */
function findDay(compact: string): LocalDay | undefined {
  const day = `20${compact.slice(0, 2)}-${compact.slice(2, 4)}-${compact.slice(4, 6)}`;
  if (!localDaySchema.safeParse(day).success) return undefined;
  const read = new Date(`${day}T00:00:00.000Z`);
  return read.toISOString().slice(0, 10) === day ? day : undefined;
}

function compactDay(day: LocalDay): string {
  return day.slice(2).replaceAll('-', '');
}

/** Every kind of dash a word processor puts in the place of a hyphen. */
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/**
 * A code without what typing and word processors do to it: no spaces of any kind, plain hyphens, composed letters. Letter
 * case stays: device ids in temporary numbers may be of either.
 */
export function tidyCode(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u200b\ufeff]+/gu, '')
    .replace(dashes, '-');
}

/** Reads an official code or a temporary number, as typed or scanned: spaces, dashes and letter case do not matter. */
export function parseDossierCode(text: string): Result<ParsedDossierCode, DossierCodeError> {
  const trimmed = tidyCode(text);
  const official = officialPattern.exec(trimmed.toUpperCase());
  const temporary = official ? null : temporaryPattern.exec(trimmed);
  const found = official ?? temporary;
  if (!found) return err({ kind: 'notACode' });
  const [, owner = '', compact = '', digits = ''] = found;
  const day = findDay(compact);
  if (day === undefined) return err({ kind: 'impossibleDay', text: compact });
  const number = Number(digits);
  if (number < 1) return err({ kind: 'notACode' });
  return ok(
    official ? { kind: 'official', agencyId: owner, day, number } : { kind: 'temporary', deviceId: owner, day, number },
  );
}

/** Official code `agencyId-yyMMdd-NNNN`. Throws on a part that no code can hold: a caller's fault, never an officer's. */
export function formatOfficialCode(parts: {
  readonly agencyId: string;
  readonly day: LocalDay;
  readonly number: number;
}): string {
  if (!agencyPattern.test(parts.agencyId)) throw new Error('formatOfficialCode: not an agency id');
  assertNumber(parts.number, 'formatOfficialCode');
  return `${parts.agencyId}-${compactDay(parts.day)}-${String(parts.number).padStart(4, '0')}`;
}

/**
 * Số tạm `TAM-<device>-<yyMMdd>-<nnn>`, used when the lease is dry or the clock is in doubt. `number` counts 1, 2, 3 … per
 * device and day, so no two devices can print the same. Throws like {@link formatOfficialCode}.
 */
export function formatTemporaryNumber(parts: {
  readonly deviceId: string;
  readonly day: LocalDay;
  readonly number: number;
}): string {
  if (!devicePattern.test(parts.deviceId)) throw new Error('formatTemporaryNumber: device id does not fit a code');
  assertNumber(parts.number, 'formatTemporaryNumber');
  return `TAM-${parts.deviceId}-${compactDay(parts.day)}-${String(parts.number).padStart(3, '0')}`;
}

function assertNumber(number: number, where: string): void {
  if (!Number.isInteger(number) || number < 1 || number > CODE_NUMBER_MAX) {
    throw new Error(`${where}: number out of range`);
  }
}
