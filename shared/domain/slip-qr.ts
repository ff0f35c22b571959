import { err, ok, type Result } from '../base/result';
import { uuidV7Schema, type UuidV7 } from '../base/ids';
import { fromLocal, localDaySchema, localTimeSchema, toLocalDay, toLocalTime, type Instant } from '../base/time';
import { foldVietnamese } from '../base/vietnamese';
import { looksLikeCard, parseCitizenCard, type CardError, type CitizenCard } from './citizen-card';
import { parseDossierCode } from './dossier-code';
import { parsePaperQr, type PaperQr } from './paper-qr';

/**
 * What the QR of a receipt slip says, so that a counter without a line can serve the dossier as a stub.
 * Initials stand for the name: a slip found in the street names nobody. `promisedAt` is whole minutes, null when the
 * procedure has no limit.
 */
export interface SlipQrFields {
  readonly code: string;
  readonly dossierId: UuidV7;
  readonly procedureCode: string;
  readonly initials: string;
  readonly promisedAt: Instant | null;
  readonly feeState: 'none' | 'due' | 'paid' | 'unknown';
  readonly deviceId: string;
}

/** A slip as scanned. `signature` is ES256 over `signedText`, base64url; it is verified where the device keys are. */
export interface ScannedSlip {
  readonly fields: SlipQrFields;
  readonly signedText: string;
  readonly signature: string;
}

/** Why a text is no slip of ours that this version can read. */
export type SlipQrError =
  { readonly kind: 'notASlip' } | { readonly kind: 'newerVersion' } | { readonly kind: 'damaged' };

const VERSION = 'QMC1';
const feeLetters = { none: 'N', due: 'D', paid: 'P', unknown: 'U' } as const;
const feeStates = new Map<string, SlipQrFields['feeState']>([
  ['N', 'none'],
  ['D', 'due'],
  ['P', 'paid'],
  ['U', 'unknown'],
]);
const signaturePattern = /^[A-Za-z0-9_-]{86}$/;

/** First letters of a name in plain capitals, at most six: `Đặng Thị Hoa` gives `DTH`. */
export function initialsOf(name: string): string {
  const words = foldVietnamese(name).split(/[^a-z]+/);
  const letters = words.map((word) => word.charAt(0)).join('');
  return letters.slice(0, 6).toUpperCase();
}

/** `yyyyMMddHHmm` in Vietnam, `-` for none. Digits only survive every keyboard layout. */
function writeDue(promisedAt: Instant | null): string {
  if (promisedAt === null) return '-';
  return `${toLocalDay(promisedAt)}${toLocalTime(promisedAt)}`.replace(/\D/g, '');
}

function readDue(text: string): Instant | null | undefined {
  if (text === '-') return null;
  const [, year = '', month = '', date = '', hour = '', minute = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  const day = `${year}-${month}-${date}`;
  const time = `${hour}:${minute}`;
  if (!localDaySchema.safeParse(day).success || !localTimeSchema.safeParse(time).success) return undefined;
  const at = fromLocal(day, time);
  // 31 February rolls over in Date: such a slip was tampered with or misread.
  return toLocalDay(at) === day ? at : undefined;
}

/** The text the device signs: every field, in a fixed order. Throws when a field holds the separator. */
export function buildSlipSigningText(fields: SlipQrFields): string {
  const parts = [
    fields.code,
    fields.dossierId,
    fields.procedureCode,
    fields.initials,
    writeDue(fields.promisedAt),
    feeLetters[fields.feeState],
    fields.deviceId,
  ];
  if (parts.some((part) => part.includes('|'))) throw new Error('buildSlipSigningText: a field holds the separator');
  return [VERSION, ...parts].join('|');
}

/** The text of the printed QR: signed fields and their signature. */
export function buildSlipQrText(fields: SlipQrFields, signature: string): string {
  return `${buildSlipSigningText(fields)}|${signature}`;
}

function readFields(parts: readonly string[]): SlipQrFields | undefined {
  const [, code = '', dossierId = '', procedureCode = '', initials = '', due = '', fee = '', deviceId = ''] = parts;
  const promisedAt = readDue(due);
  const feeState = feeStates.get(fee);
  const plausible =
    code !== '' && uuidV7Schema.safeParse(dossierId).success && deviceId !== '' && /^[A-Z]*$/.test(initials);
  if (!plausible || promisedAt === undefined || feeState === undefined) return undefined;
  return { code, dossierId, procedureCode, initials, promisedAt, feeState, deviceId };
}

/** Reads a slip's QR. The signature is not verified here: nothing may be believed before that. */
export function parseSlipQr(text: string): Result<ScannedSlip, SlipQrError> {
  const trimmed = text.replaceAll('\ufeff', '').trim();
  if (!/^QMC\d+\|/.test(trimmed)) return err({ kind: 'notASlip' });
  if (!trimmed.startsWith(`${VERSION}|`)) return err({ kind: 'newerVersion' });
  const parts = trimmed.split('|');
  const fields = parts.length === 9 ? readFields(parts) : undefined;
  const signature = parts[8] ?? '';
  if (!fields || !signaturePattern.test(signature)) return err({ kind: 'damaged' });
  return ok({ fields, signedText: parts.slice(0, 8).join('|'), signature });
}

/** What a scan, or a line typed into the search box, is. A faulty card or slip is still one, with its error. */
export type Scan =
  | { readonly type: 'card'; readonly card: Result<CitizenCard, CardError> }
  | { readonly type: 'slip'; readonly slip: Result<ScannedSlip, SlipQrError> }
  | { readonly type: 'code'; readonly code: string }
  /** A bag, a folder or a slip of the paper kit. */
  | { readonly type: 'paper'; readonly paper: PaperQr }
  | { readonly type: 'unknown' };

/** Tells what was scanned. Official codes come back in capitals; what is none of them stays unread. */
export function classifyScan(text: string): Scan {
  const slip = parseSlipQr(text);
  if (slip.ok || slip.error.kind !== 'notASlip') return { type: 'slip', slip };
  const paper = parsePaperQr(text);
  if (paper) return { type: 'paper', paper };
  if (looksLikeCard(text)) return { type: 'card', card: parseCitizenCard(text) };
  const code = text.replaceAll('\ufeff', '').trim();
  const parsed = parseDossierCode(code);
  if (!parsed.ok) return { type: 'unknown' };
  return { type: 'code', code: parsed.value.kind === 'official' ? code.toUpperCase() : code };
}
