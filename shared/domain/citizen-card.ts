import { err, ok, type Result } from '../base/result';
import { localDaySchema, type LocalDay } from '../base/time';
import { foldVietnamese } from '../base/vietnamese';
import { readCardFields, type CardTextError } from './citizen-card-text';
import type { Person } from './person';

export { CARD_TEXT_MAX, looksLikeCard } from './citizen-card-text';

/** Something about a readable scan that the officer should compare with the card itself. */
export type CardDoubt = 'marksLost' | 'encodingRepaired' | 'fieldMissing';

/**
 * What the QR of a citizen card says. Unsigned, so a typing aid and no proof. `birth` is a day or a bare year; the address
 * is kept as printed on the card, with units that may no longer exist.
 */
export interface CitizenCard {
  readonly layout: 'card2021' | 'card2024';
  readonly personalId: string;
  readonly oldId: string | undefined;
  readonly name: string;
  readonly birth: string;
  readonly sex: 'male' | 'female' | undefined;
  readonly address: string;
  readonly issuedOn: LocalDay | undefined;
  readonly doubts: readonly CardDoubt[];
}

/** Why a scan is no usable card. Carries only what the sentence needs, never the whole payload. */
export type CardError =
  | CardTextError
  | { readonly kind: 'fieldCount'; readonly count: number }
  | { readonly kind: 'idLength'; readonly length: number }
  | { readonly kind: 'idNotDigits' }
  | { readonly kind: 'oldId' }
  | { readonly kind: 'name'; readonly why: 'empty' | 'tooLong' | 'letters' }
  | { readonly kind: 'date'; readonly field: 'birth' | 'issuedOn'; readonly text: string }
  | { readonly kind: 'sex' }
  | { readonly kind: 'addressTooLong'; readonly max: number };

const NAME_MAX = 200;
const ADDRESS_MAX = 500;
const FIELDS_MAX = 15;
/** The card of 2024 has at least ten fields; what follows the seventh is not documented and stays unread. */
const FIELDS_2024 = 10;
const BIRTH_YEARS = { first: 1850, last: 2150 } as const;

/** Seven fields out of six: a reader left out either the old number or, at the end, the day of issue. */
function fillSix(fields: readonly string[]): readonly string[] {
  const oldIdThere = /^(\d{9}|\d{12})?$/.test(fields[1] ?? '');
  return oldIdThere ? [...fields, ''] : [fields[0] ?? '', '', ...fields.slice(1)];
}

/** `ddMMyyyy` with or without separators, or ISO order. A day of `00` or four digits alone leave the year. */
function readDate(text: string): string | undefined {
  const iso = localDaySchema.safeParse(text).success ? text : undefined;
  const match = /^(?:(\d{2})[ ./-]?(\d{2})[ ./-]?)?(\d{4})$/.exec(text);
  const [, day, month, year] = match ?? [];
  const found = iso ?? (day === undefined || day === '00' ? year : `${year ?? ''}-${month ?? ''}-${day}`);
  if (found === undefined || !isPossible(found)) return undefined;
  return found;
}

function isPossible(date: string): boolean {
  const year = Number(date.slice(0, 4));
  if (year < BIRTH_YEARS.first || year > BIRTH_YEARS.last) return false;
  if (date.length === 4) return true;
  const read = new Date(`${date}T00:00:00.000Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === date;
}

function readSex(text: string): 'male' | 'female' | undefined | 'unknown' {
  const folded = foldVietnamese(text);
  if (folded === '') return undefined;
  if (folded === 'nam' || folded === 'male') return 'male';
  if (folded === 'nu' || folded === 'female') return 'female';
  return 'unknown';
}

function findNumberError(personalId: string, oldId: string): CardError | undefined {
  if (!/^\d+$/.test(personalId)) return { kind: 'idNotDigits' };
  if (personalId.length !== 12) return { kind: 'idLength', length: personalId.length };
  return /^(\d{9}|\d{12})?$/.test(oldId) ? undefined : { kind: 'oldId' };
}

/** Names on cards are Latin letters with Vietnamese marks; others are the traces of a wrong code page. */
function findNameError(name: string): CardError | undefined {
  if (name === '') return { kind: 'name', why: 'empty' };
  if (name.length > NAME_MAX) return { kind: 'name', why: 'tooLong' };
  return /^[a-z][a-z '’.-]*$/.test(foldVietnamese(name)) ? undefined : { kind: 'name', why: 'letters' };
}

function findDoubts(found: { name: string; address: string; repaired: boolean; missing: boolean }): CardDoubt[] {
  const written = `${found.name} ${found.address}`;
  const doubts: CardDoubt[] = [];
  if (found.address !== '' && foldVietnamese(written) === written.toLowerCase()) doubts.push('marksLost');
  if (found.repaired) doubts.push('encodingRepaired');
  if (found.missing) doubts.push('fieldMissing');
  return doubts;
}

function buildCard(
  fields: readonly string[],
  flags: { repaired: boolean; missing: boolean },
): Result<CitizenCard, CardError> {
  const [personalId = '', oldId = '', name = '', birthText = '', sexText = '', address = '', issuedText = ''] = fields;
  const wrong = findNumberError(personalId, oldId) ?? findNameError(name);
  if (wrong) return err(wrong);
  const birth = readDate(birthText);
  if (birth === undefined) return err({ kind: 'date', field: 'birth', text: birthText.slice(0, 20) });
  const sex = readSex(sexText);
  if (sex === 'unknown') return err({ kind: 'sex' });
  if (address.length > ADDRESS_MAX) return err({ kind: 'addressTooLong', max: ADDRESS_MAX });
  const issuedOn = issuedText === '' ? undefined : readDate(issuedText);
  if (issuedText !== '' && issuedOn?.length !== 10) {
    return err({ kind: 'date', field: 'issuedOn', text: issuedText.slice(0, 20) });
  }
  const layout = fields.length >= FIELDS_2024 ? 'card2024' : 'card2021';
  const doubts = findDoubts({ name, address, ...flags });
  return ok({
    layout,
    personalId,
    oldId: oldId === '' ? undefined : oldId,
    name,
    birth,
    sex,
    address,
    issuedOn,
    doubts,
  });
}

/**
 * Reads the QR of a citizen card: seven fields (card of 2021) or at least ten (card of 2024, same first seven).
 * Every failure is an answer; the text may be anything a scanner or keyboard can send.
 */
export function parseCitizenCard(text: string): Result<CitizenCard, CardError> {
  const read = readCardFields(text);
  if (!read.ok) return read;
  const { fields, repaired } = read.value;
  if (fields.length < 6 || fields.length > FIELDS_MAX) return err({ kind: 'fieldCount', count: fields.length });
  const missing = fields.length === 6;
  return buildCard(missing ? fillSix(fields) : fields, { repaired, missing });
}

/** The person a card names, ready for a dossier's parties. */
export function buildPersonFromCard(card: CitizenCard): Person {
  return {
    name: card.name,
    identity: { kind: 'personalId', number: card.personalId },
    birth: card.birth,
    ...(card.sex === undefined ? {} : { sex: card.sex }),
    ...(card.address === '' ? {} : { address: card.address }),
    source: 'card',
  };
}
